"""How hard do crime threats press on each capability of a mission?"""

import pandas as pd
import pytest

from unpol_data.scoring.threat import severity_of_index, severity_of_level, threat_pressure

THREATS = pd.DataFrame({"threat_code": ["extortion", "cocaine", "heroin"], "theta": 1.0})
RELEVANCE = pd.DataFrame(
    {
        "threat_code": ["extortion", "cocaine", "heroin"] * 2,
        "area_code": ["records"] * 3 + ["borders"] * 3,
        "relevance_thirds": [3, 1, 2, 0, 3, 0],
    }
)
SEVERITIES = pd.DataFrame(
    {"mission_code": "BINUH", "threat_code": ["extortion", "cocaine"], "severity": [0.75, 0.25]}
)


def pressures(severities=SEVERITIES, missions=("BINUH",), chosen=()) -> pd.DataFrame:
    """One row per area of the first mission."""
    found = threat_pressure(
        severities, RELEVANCE, THREATS, missions=missions, chosen=chosen, relevance_top=3
    )
    return found[found["mission_code"] == missions[0]].set_index("area_code")


def test_a_threat_presses_by_its_severity_and_its_bearing():
    # Example 13: (0.75 x 1 + 0.25 x 1/3) / (1 + 1/3) = 0.625; (4/3) / 2 = 0.667 of the bearing
    found = pressures().loc["records"]
    assert found["pressure"] == pytest.approx(0.625)
    assert found["coverage_share"] == pytest.approx(2 / 3)


def test_a_threat_nobody_rated_is_missing_and_not_zero():
    zero = pd.DataFrame({"mission_code": ["BINUH"], "threat_code": ["heroin"], "severity": [0.0]})
    rated = pressures(pd.concat([SEVERITIES, zero])).loc["records", "pressure"]
    # (0.75 + 0.25/3) / 2 = 0.4167
    assert rated == pytest.approx(0.41667, abs=1e-5)
    assert pressures().loc["records", "pressure"] > rated


def test_only_the_chosen_threats_press_and_by_how_much_the_capability_matters_against_them():
    # Example 13: 0.25 x 1/3 = 0.083; borders are decisive against cocaine: 0.25 x 1
    found = pressures(chosen=["cocaine"])["pressure"]
    assert found.to_dict() == pytest.approx({"borders": 0.25, "records": 0.0833}, abs=1e-4)


def test_a_chosen_threat_that_does_not_bear_on_a_capability_counts_below_the_line():
    # Example 13: (0.75 x 1 + 0.25 x 1/3) / 2 = 0.4167; borders: (0 + 0.25 x 1) / 2 = 0.125
    found = pressures(chosen=["extortion", "cocaine"])["pressure"]
    assert found.to_dict() == pytest.approx({"borders": 0.125, "records": 0.41667}, abs=1e-4)


def test_a_chosen_threat_nobody_rated_gives_no_pressure():
    found = pressures(chosen=["heroin"]).loc["records"]
    assert pd.isna(found["pressure"])
    assert found["coverage_share"] == 0


def test_where_no_chosen_threat_bears_on_a_capability_there_is_no_pressure():
    assert pressures(chosen=["extortion"]).loc["borders"].drop("mission_code").isna().all()


def test_a_mission_without_ratings_has_no_pressure_and_is_listed():
    found = pressures(missions=("UNMIK", "BINUH"))
    assert len(found) == 2
    assert found["pressure"].isna().all()


def test_severities_come_from_ratings_and_from_the_index():
    # 3/4; (10 - 1)/9 = 1, (5.5 - 1)/9 = 0.5
    assert severity_of_level(pd.Series([3]), top=4).tolist() == [0.75]
    assert severity_of_index(pd.Series([10, 5.5, 1]), low=1, high=10).tolist() == [1, 0.5, 0]


def test_where_no_mission_is_in_scope_there_is_no_row():
    found = threat_pressure(SEVERITIES, RELEVANCE, THREATS, missions=(), relevance_top=3)
    assert found.empty
    assert set(found.columns) >= {"mission_code", "area_code", "pressure", "coverage_share"}
