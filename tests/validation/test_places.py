"""Coordinates."""

import pandas as pd
import pytest

from unpol_data.validation import places


def test_a_degree_on_the_equator_is_111_km():
    # 2 x pi x 6371 km / 360 = 111.19 km
    away = places.distance_km(
        pd.Series([0.0]), pd.Series([1.0]), from_latitude=0.0, from_longitude=0.0
    )
    assert away.iloc[0] == pytest.approx(111.19, abs=0.01)


def test_coordinates_off_the_globe_are_refused(tables, found):
    tables["sites"].loc[2, "latitude"] = 131.66
    (problem,) = found(tables)
    assert (problem.rule, problem.expected) == ("off_the_globe", "-90 to 90")


def test_half_a_place_is_refused(tables, found):
    tables["sites"].loc[2, "latitude"] = None
    (problem,) = found(tables, "half_a_place")
    assert problem.column == "latitude"


def test_swapped_coordinates_are_pointed_out(tables, found):
    # Pristina, 42.673 N 21.167 E, with the two numbers the wrong way round.
    tables["assessment"].loc[2, "mission_code"] = "UNMIK"
    for sheet in ("sites", "answers", "equipment", "connectivity"):
        tables[sheet]["site_code"] = "UNMIK-PRISTINA"
    tables["sites"].loc[2, ["latitude", "longitude"]] = [21.167, 42.673]
    (problem,) = found(tables, "far_from_headquarters")
    assert problem.severity == "warning"
    assert "swapped" in problem.words


def test_a_place_far_from_headquarters_is_pointed_out(tables, found):
    tables["sites"].loc[2, ["latitude", "longitude"]] = [0, 0]
    (problem,) = found(tables, "far_from_headquarters")
    assert "UNMISS" in problem.words
