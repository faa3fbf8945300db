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


def test_swapped_coordinates_are_told_by_the_outline_of_the_host_state(tables, found):
    # Malakal, 9.533 N 31.66 E: the other way round it would lie in Algeria, 2,400 km away or not.
    tables["sites"].loc[2, ["latitude", "longitude"]] = ["31,660", "9,533"]
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("swapped_coordinates", "warning")
    assert problem.expected == "latitude 9.533, longitude 31.66"
    assert "only the other way round the place is in South Sudan" in problem.words


def test_a_place_next_door_is_not_called_swapped(tables, found):
    # Entebbe in Uganda, where missions have their base.
    tables["sites"].loc[2, ["latitude", "longitude"]] = [0.05, 32.46]
    assert found(tables) == []


def test_a_site_without_coordinates_is_pointed_out(tables, found):
    tables["sites"].loc[2, ["latitude", "longitude"]] = None
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("no_place", "warning")
    tables["sites"].loc[2, "closed"] = "yes"
    assert found(tables, "no_place") == []


def test_a_site_listed_as_open_that_is_held_as_closed_is_pointed_out(tables, found):
    known = pd.DataFrame(
        {
            "site_code": ["UNMISS-MALAKAL"],
            "mission_code": ["UNMISS"],
            "site_kind": ["team_site"],
            "name": ["Malakal"],
            "closed": [True],
        }
    )
    (problem,) = found(tables, known_sites=known)
    assert (problem.rule, problem.column, problem.severity) == ("stale_status", "closed", "warning")
    assert "is held as closed, but listed as open" in problem.words


def test_a_site_of_a_mission_that_has_closed_is_pointed_out(tables, found):
    sites = tables["sites"].assign(site_code="MINUSMA-GAO", latitude=16.27, longitude=-0.04)
    (problem,) = found({"sites": sites}, mission_code="MINUSMA")
    assert (problem.rule, problem.severity) == ("stale_status", "warning")
