"""Which signals hold in a mission after approvals and withdrawals of any kind?"""

from datetime import date, timedelta

import pandas as pd
import pytest

from tests import lifecycle
from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.store.writes import Description, record_assessment

FIRST, SECOND, THIRD = date(2024, 10, 31), date(2025, 10, 31), date(2026, 3, 31)
DAY = timedelta(days=1)
LOW = {date(2025, 7, 5): 78.0, date(2025, 8, 5): 81.0, date(2025, 9, 5): 74.0}
HIGH = {date(2025, 10, 5): 99.9, date(2025, 11, 5): 99.8, date(2025, 12, 5): 99.7}


def of(rows: pd.DataFrame, rule_code: str) -> pd.DataFrame:
    return rows[rows["rule_code"] == rule_code]


def raised(rows: pd.DataFrame, rule_code: str, *states: str) -> set[date]:
    """The days on which signals of a rule, in these states (open unless given), were raised."""
    found = of(rows, rule_code)
    found = found[found["state"].isin(states or ("new", "seen"))]
    return {day.date() for day in found["raised_on"]}


def test_a_round_that_is_worse_raises_a_signal_on_its_publication(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    assert raised(desk.signals(SECOND - DAY), "gap_rise") == set()
    found = of(desk.signals(SECOND), "gap_rise")
    assert raised(found, "gap_rise") == {SECOND}
    assert set(found["value"]) == {100}
    assert set(found["value_before"]) == {0}
    assert set(found["compared_on"]) == {pd.Timestamp(FIRST)}
    assert len(found) == 13


def test_the_first_round_has_nothing_to_be_worse_than(desk):
    desk.approved(0.0, FIRST)
    assert raised(desk.signals(FIRST), "gap_rise") == set()


def test_an_approval_that_leaves_the_gaps_as_they_are_leaves_their_signals_too(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    before = set(of(desk.signals(THIRD), "gap_rise")["signal_code"])
    desk.measured(HIGH, THIRD)
    after = of(desk.signals(THIRD), "gap_rise")
    assert set(after["signal_code"]) == before
    assert raised(after, "gap_rise") == {SECOND}


def test_a_round_that_is_better_resolves_it_and_says_with_what_figure(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    desk.approved(1.0, THIRD)
    assert raised(desk.signals(THIRD), "gap_rise") == set()
    found = of(desk.signals(THIRD), "gap_rise")
    assert set(found["state"]) == {"resolved"}
    assert set(found["resolved_on"]) == {pd.Timestamp(THIRD)}
    assert set(found["resolved_value"]) == {0}
    assert raised(desk.signals(THIRD - DAY), "gap_rise") == {SECOND}


def test_a_second_rise_is_a_signal_of_its_own(desk):
    for reached, on in ((1.0, FIRST), (0.5, SECOND), (0.0, THIRD)):
        desk.approved(reached, on)
    found = desk.signals(THIRD)
    assert raised(found, "gap_rise") == {THIRD}
    assert raised(found, "gap_rise", "resolved") == {SECOND}
    assert of(found, "gap_rise").query("state == 'resolved'")["is_replaced"].all()


def test_withdrawing_what_raised_a_signal_takes_it_away(desk):
    desk.approved(1.0, FIRST)
    second = desk.approved(0.0, SECOND)
    publishing.withdraw(desk.engine, second.assessment_id, reason="Wrong", viewer=LOCAL)
    assert of(desk.signals(THIRD), "gap_rise").empty


def test_withdrawing_what_resolved_a_signal_brings_it_back_as_it_was(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    before = set(of(desk.signals(THIRD), "gap_rise")["signal_code"])
    third = desk.approved(1.0, THIRD)
    publishing.withdraw(desk.engine, third.assessment_id, reason="Wrong", viewer=LOCAL)
    after = of(desk.signals(THIRD), "gap_rise")
    assert set(after["signal_code"]) == before
    assert set(after["state"]) == {"new"}


def test_an_earlier_round_approved_late_raises_what_it_should_have(desk):
    desk.approved(0.0, SECOND)
    assert raised(desk.signals(THIRD), "gap_rise") == set()
    desk.approved(1.0, FIRST)
    assert raised(desk.signals(THIRD), "gap_rise") == {SECOND}


def test_signals_rest_only_on_what_their_reader_may_see(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND, sensitivity=2)
    assert raised(desk.signals(THIRD, clearance=2), "gap_rise") == {SECOND}
    assert of(desk.signals(THIRD, clearance=1), "gap_rise").empty


def test_a_file_of_measurements_raises_and_a_later_one_resolves(desk):
    desk.approved(1.0, FIRST)
    desk.measured(LOW, SECOND)
    found = of(desk.signals(SECOND), "link_availability")
    assert found["run_values"].tolist() == ["78.0 81.0 74.0"]
    assert raised(found, "link_availability") == {SECOND}
    desk.measured(HIGH, THIRD)
    row = of(desk.signals(THIRD), "link_availability").iloc[0]
    assert (row["state"], row["resolved_run_values"]) == ("resolved", "99.9 99.8 99.7")


def test_a_link_is_watched_on_either_side_and_against_the_horizon_chosen(desk):
    desk.approved(1.0, FIRST)
    desk.measured(LOW, SECOND)
    for side in ("unpol", "host_state"):
        assert raised(desk.signals(SECOND, side=side), "link_availability") == {SECOND}
    emerging = of(desk.signals(SECOND, horizon="emerging"), "link_availability")
    assert emerging["horizon"].tolist() == ["emerging"]


def test_evidence_grows_stale_on_the_right_day_without_anybody_approving_anything(desk):
    desk.approved(1.0, FIRST)
    # The half-life of personnel and equipment is 12 months: stale on the 731st day.
    day = FIRST + 731 * DAY
    assert of(desk.signals(day - DAY), "stale_evidence").empty
    found = of(desk.signals(day), "stale_evidence")
    assert raised(found, "stale_evidence") == {day}
    assert found["value"].min() >= 30
    assert day in raised(desk.signals(day + 900 * DAY), "stale_evidence")


def test_a_new_round_renews_evidence_before_it_grows_stale(desk):
    desk.approved(1.0, FIRST)
    desk.approved(1.0, THIRD)
    assert of(desk.signals(FIRST + 731 * DAY), "stale_evidence").empty
    assert raised(desk.signals(THIRD + 731 * DAY), "stale_evidence") == {THIRD + 731 * DAY}


def test_a_round_resolves_evidence_that_had_grown_stale(desk):
    desk.approved(1.0, FIRST)
    late = FIRST + 740 * DAY
    desk.approved(1.0, late)
    found = of(desk.signals(late), "stale_evidence")
    assert set(found["state"]) == {"resolved"}
    assert set(found["resolved_value"]) == {0}


def table(desk, kind: str, name: str, rows: dict, on: date) -> publishing.Publication:
    """One table of facts, recorded and approved."""
    description = Description("UNISFA", on, on, "test", f"{kind} {on}", kind=kind)
    facts = {name: pd.DataFrame(rows)}
    recorded = record_assessment(desk.engine, description, facts=facts, account="test")
    return lifecycle.approved(desk.engine, recorded.assessment_id, on)


@pytest.mark.parametrize("gap_is_large", [True, False])
def test_a_threat_up_a_level_is_a_signal_where_a_decisive_gap_is_large(desk, gap_is_large):
    desk.approved(0.0 if gap_is_large else 1.0, FIRST)
    for level, on in ((2, SECOND), (3, THIRD)):
        rows = {"threat_code": ["extortion"], "level_now": [level], "level_emerging": [4]}
        table(desk, "threats", "threat_ratings", rows | {"rated_on": [on], "source": ["t"]}, on)
    found = of(desk.signals(THIRD), "threat_rise")
    assert raised(found, "threat_rise") == ({THIRD} if gap_is_large else set())
    assert of(desk.signals(THIRD, horizon="emerging"), "threat_rise").empty


def test_a_count_of_equipment_of_which_less_works_is_a_signal(desk):
    desk.approved(1.0, FIRST)
    for serviceable, on in ((18, SECOND), (10, THIRD)):
        rows = {
            "site_code": ["UNISFA-HQ"],
            "side": ["unpol"],
            "equipment_code": ["vhf_handheld"],
            "required": [20],
            "held": [20],
            "serviceable": [serviceable],
            "counted_on": [on],
        }
        table(desk, "equipment", "equipment_lines", rows, on)
    found = of(desk.signals(THIRD), "equipment_decline").iloc[0]
    assert (found["subject"], found["value"], found["value_before"]) == ("communications", 50, 90)
    assert of(desk.signals(THIRD, side="host_state"), "equipment_decline").empty
    assert len(of(desk.signals(THIRD, horizon="emerging"), "equipment_decline")) == 1
