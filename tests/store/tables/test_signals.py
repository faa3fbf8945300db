"""The rules that what people say of signals must keep."""

from datetime import UTC, date, datetime

import pytest

from unpol_data.store.tables import SignalSearch, SignalState

GOOD = {
    "mission_code": "UNMISS",
    "rule_code": "gap_rise",
    "side": "unpol",
    "horizon": "today",
    "subject": "cyber",
    "raised_on": date(2026, 3, 1),
    "state": "dismissed",
    "reason": "Planned for",
    "clearance": 1,
    "account": "ada",
    "recorded_at": datetime(2026, 4, 1, 12, tzinfo=UTC),
    "recorded_revision": 1,
}


def test_what_was_said_of_a_signal_is_kept_each_time(keep):
    keep(SignalState, GOOD)
    keep(SignalState, GOOD | {"state": "new", "reason": None})


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"state": "resolved"}, "known_state"),
        ({"clearance": 3}, "clearance_in_range"),
        ({"reason": None}, "dismissed_with_a_reason"),
        ({"reason": "  "}, "dismissed_with_a_reason"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_name(refused, changed, rule):
    assert f"the rule {rule};" in refused(SignalState, GOOD | changed)


def test_a_mission_is_noted_as_searched_once(keep, refused):
    row = {"mission_code": "UNMISS", "searched_revision": 1}
    keep(SignalSearch, row)
    said = refused(SignalSearch, row)
    assert "signal_searches.mission_code" in said or "pk_signal_searches" in said
