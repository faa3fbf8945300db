"""What are the figures of one mission on one day, given the facts that count then?"""

import time
from datetime import date

import numpy as np
import pandas as pd
import pytest

from unpol_data.publishing.figures import Facts, summary_frames
from unpol_data.publishing.rules import Rules, rules_in_force

ON = date(2026, 3, 31)
KINDS = ["mission_hq", "host_station"]
NOTHING = {
    "equipment_lines": [
        "site_code",
        "side",
        "equipment_code",
        "required",
        "held",
        "serviceable",
        "counted_on",
    ],
    "measurements": ["site_code", "measure", "measured_on", "value"],
    "threat_ratings": ["threat_code", "level_now", "level_emerging", "rated_on", "source"],
}


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules in force."""
    return rules_in_force()


def sites(**more) -> pd.DataFrame:
    """A headquarters of 300 UNPOL and a host-State station of 100 and 40 host officers."""
    rows = pd.DataFrame(
        {
            "site_code": ["BINUH-HQ", "BINUH-STATION"],
            "name": ["Headquarters", "Station"],
            "site_kind": KINDS,
            "latitude": 18.5,
            "longitude": -72.3,
            "unpol_served": [300.0, 100.0],
            "users": [100.0, 20.0],
            "host_officers_served": [None, 40.0],
            "closed": False,
        }
    )
    return rows.assign(**more)


def answers(rules: Rules, *, attained: dict[str, float], on: str = "2026-03-31") -> pd.DataFrame:
    """Every question asked at these sites, answered alike at each: 0 nothing, 1 in full."""
    asked = rules.tables.requirements.merge(
        rules.tables.framework.drop(columns=["side", "source"]), on="item_code"
    )
    rows = asked.merge(sites()[["site_code", "site_kind"]], on="site_kind")
    reached = rows["site_code"].map(attained)
    span = rows["value_at_full"] - rows["value_at_none"]
    full = rows["answer_type"].map({"level": 4, "yes_partly_no": 1, "count": 10})
    value = (reached * full).fillna(rows["value_at_none"] + reached * span)
    return rows[["site_code", "item_code", "side"]].assign(
        state="answered",
        value=value,
        needed=10.0,
        evidence_grade="inspected",
        answered_on=pd.Timestamp(on),
    )


def facts(given: pd.DataFrame, places: pd.DataFrame | None = None, **more) -> Facts:
    """The facts of a mission, without those that are not given."""
    frames = {name: pd.DataFrame(columns=columns) for name, columns in NOTHING.items()} | more
    return Facts(site_facts=sites() if places is None else places, answers=given, **frames)


def mission(frames: dict[str, pd.DataFrame], side: str = "unpol") -> pd.DataFrame:
    """One row per area today."""
    rows = frames["mission_gaps"].query("side == @side and horizon == 'today'")
    return rows.set_index("area_code")


def test_a_mission_is_weighed_by_unpol_for_unpol_and_by_host_officers_for_the_host_state(rules):
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 0.0})
    frames = summary_frames(facts(given), rules, on=ON)
    both = mission(frames).query("sites_total == 2")
    # (300 x 0 + 100 x 1) / 400 = 0.25; all 100 of 400 stand at a gap above 0.5
    assert len(both)
    assert both["gap"].tolist() == pytest.approx([0.25] * len(both))
    assert both["exposure_share"].tolist() == pytest.approx([0.25] * len(both))
    assert set(both["worst_site_code"]) == {"BINUH-STATION"}
    host = mission(frames, "host_state")
    assert host["gap"].tolist() == pytest.approx([1.0] * len(host))
    assert set(host["served"]) == {40}


def test_a_question_nobody_answered_is_unknown(rules):
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 0.0})
    frames = summary_frames(facts(given.iloc[:0]), rules, on=ON)
    assert frames["site_gaps"]["gap"].isna().all()
    assert set(frames["evidence_counts"]["state"]) == {"unknown"}
    asked = rules.tables.requirements["site_kind"].isin(KINDS).sum()
    assert frames["evidence_counts"]["answer_count"].sum() == asked


def test_a_closed_site_has_a_profile_and_no_figures(rules):
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 0.0})
    frames = summary_frames(facts(given, sites(closed=[False, True])), rules, on=ON)
    assert set(frames["site_gaps"]["site_code"]) == {"BINUH-HQ"}
    assert set(mission(frames)["gap"]) == {0.0}
    assert len(frames["site_profiles"]) == 2


def test_the_emerging_horizon_never_asks_for_less(rules):
    given = answers(rules, attained={"BINUH-HQ": 0.6, "BINUH-STATION": 0.4})
    gaps = summary_frames(facts(given), rules, on=ON)["site_gaps"]
    by_horizon = gaps.pivot(
        index=["side", "site_code", "area_code"], columns="horizon", values="gap"
    ).dropna()
    assert (by_horizon["emerging"] >= by_horizon["today"] - 1e-9).all()
    assert (by_horizon["emerging"] > by_horizon["today"]).any()


def test_confidence_fades_with_the_half_life_of_the_dimension(rules):
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 1.0}, on="2025-03-31")
    frames = summary_frames(facts(given), rules, on=ON)
    found = frames["site_dimension_gaps"].query("dimension_code == 'personnel'")["confidence"]
    # inspected a year ago, half-life 12 months: 0.95 / 2
    assert found.tolist() == pytest.approx([0.475] * len(found), abs=0.001)


def test_a_dimension_with_too_few_answers_has_bounds_and_no_figure(rules):
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 1.0})
    software = rules.tables.framework.query("dimension_code == 'software'")["item_code"]
    given = given[~given["item_code"].isin(software)]
    frames = summary_frames(facts(given), rules, on=ON)
    found = frames["site_dimension_gaps"].query("dimension_code == 'software'")
    assert found["gap"].isna().all()
    assert set(found["gap_high"]) == {1.0}
    assert frames["site_gaps"]["gap"].notna().all()


def test_a_site_is_as_well_connected_as_its_weakest_measure(rules):
    measured = pd.DataFrame(
        {
            "site_code": "BINUH-HQ",
            "measure": ["power_hours_per_day", "latency_ms"],
            "measured_on": pd.Timestamp("2026-03-01"),
            "value": [6.0, 10.0],
        }
    )
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 1.0})
    frames = summary_frames(facts(given, measurements=measured), rules, on=ON)
    today = frames["site_connectivity"].query("horizon == 'today'").set_index("site_code")
    required = rules.tables.connectivity_requirements.query(
        "site_kind == 'mission_hq' and horizon == 'today'"
    )["power_hours_per_day"].iloc[0]
    assert today.loc["BINUH-HQ", "gap"] == pytest.approx(1 - 6 / required)
    assert today.loc["BINUH-HQ", "limiting_factor"] == "power_hours_per_day"
    assert pd.isna(today.loc["BINUH-STATION", "gap"])
    assert frames["monthly_measurements"]["mean_value"].tolist() == [10.0, 6.0]


def test_threat_ratings_become_severities(rules):
    ratings = pd.DataFrame(
        {
            "threat_code": ["extortion"],
            "level_now": [3.0],
            "level_emerging": [None],
            "rated_on": [pd.Timestamp(ON)],
            "source": ["test"],
        }
    )
    given = answers(rules, attained={"BINUH-HQ": 1.0, "BINUH-STATION": 1.0})
    found = summary_frames(facts(given, threat_ratings=ratings), rules, on=ON)["mission_threats"]
    assert found["severity_now"].tolist() == [0.75]
    assert found["severity_emerging"].isna().all()


def test_a_mission_without_any_facts_has_no_figures_and_every_table(rules):
    nothing = facts(
        answers(rules, attained={"BINUH-HQ": 1.0}).iloc[:0],
        sites().iloc[:0],
    )
    frames = summary_frames(nothing, rules, on=ON)
    assert len(frames) == 12
    assert all(frame.empty for frame in frames.values())


def test_25_000_answers_take_well_under_a_few_seconds(rules):
    one = answers(rules, attained={"BINUH-HQ": 0.5, "BINUH-STATION": 0.5})
    per_mission = len(one)
    copies = int(np.ceil(25_000 / per_mission))
    places = pd.concat(
        [
            sites().assign(site_code=lambda rows, n=n: rows["site_code"] + f"-{n}")
            for n in range(copies)
        ]
    )
    many = pd.concat(
        [one.assign(site_code=lambda rows, n=n: rows["site_code"] + f"-{n}") for n in range(copies)]
    )
    started = time.perf_counter()
    summary_frames(facts(many, places), rules, on=ON)
    assert time.perf_counter() - started < 5
