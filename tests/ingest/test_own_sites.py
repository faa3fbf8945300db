"""Official lists of missions and sites."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.ingest.own_sites import described
from unpol_data.ingest.read import Asked
from unpol_data.ingest.refusal import SeveralMissions

HELD = pd.DataFrame(
    {
        "site_code": ["UNMISS-JUBA", "UNMISS-BOR", "MINUSCA-OBO"],
        "mission_code": ["UNMISS", "UNMISS", "MINUSCA"],
        "site_kind": ["mission_hq", "team_site", "team_site"],
        "name": ["Juba", "Bor", "Obo"],
        "unpol_served": [200, 40, 20],
        "users": [900, 60, 30],
        "host_officers_served": [None, 12, None],
        "latitude": [4.85, 6.21, None],
        "longitude": [31.58, 31.56, None],
    }
)


def listed(*rows: dict, mission: str | None = "UNMISS", held: pd.DataFrame = HELD):
    frame = pd.DataFrame(list(rows), index=range(2, 2 + len(rows)), dtype=object)
    return described(frame, Asked(today=date(2026, 4, 1), mission=mission, known_sites=held))


def test_a_row_of_a_mission_is_about_its_headquarters():
    rows, notes = listed({"site_code": "UNMISS", "latitude": 4.85, "longitude": 31.58})
    (row,) = rows.to_dict("records")
    assert (row["site_code"], row["site_kind"], row["name"]) == (
        "UNMISS-JUBA",
        "mission_hq",
        "Juba",
    )
    assert (row["unpol_served"], row["users"]) == (200, 900)
    assert "carried over" in notes[0].words


def test_a_headquarters_that_is_not_held_gets_the_place_of_the_mission():
    rows, notes = listed({"site_code": "UNMISS"}, held=HELD.iloc[:0])
    (row,) = rows.to_dict("records")
    assert (row["site_code"], row["site_kind"]) == ("UNMISS-JUBA", "mission_hq")
    assert "unpol_served" not in row
    assert notes == []


def test_a_place_that_is_held_keeps_its_code_and_kind():
    rows, _ = listed({"name": "bor", "unpol_served": 44})
    (row,) = rows.to_dict("records")
    assert (row["site_code"], row["site_kind"]) == ("UNMISS-BOR", "team_site")
    assert (row["unpol_served"], row["host_officers_served"]) == (44, 12)


def test_a_place_that_is_held_keeps_its_position_where_the_list_has_none():
    rows, notes = listed({"name": "Bor"}, {"name": "Juba", "latitude": 4.9})
    bor, juba = rows.to_dict("records")
    assert (bor["latitude"], bor["longitude"]) == (6.21, 31.56)
    # Half a position of the list is not filled up with half of another.
    assert (juba["latitude"], juba["longitude"]) == (4.9, None)
    assert "latitude, longitude" in notes[0].words


def test_a_new_place_gets_a_code_where_its_mission_is_told():
    rows, _ = listed({"name": "Pibor Town", "site_kind": "team_site"})
    assert list(rows["site_code"]) == ["UNMISS-PIBOR-TOWN"]


def test_rows_of_other_missions_are_left_out_and_counted():
    rows, notes = listed({"site_code": "UNMISS"}, {"site_code": "MINUSCA"})
    assert list(rows.index) == [2]
    assert notes[0].words == "1 rows of other missions than UNMISS were left out"


def test_a_list_of_several_missions_asks_for_one():
    with pytest.raises(SeveralMissions) as several:
        listed({"site_code": "UNMISS"}, {"site_code": "MINUSCA"}, mission=None)
    assert several.value.missions == ("MINUSCA", "UNMISS")
