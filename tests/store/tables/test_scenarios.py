"""What the store refuses to keep about weights saved under a name."""

from datetime import UTC, datetime

import pytest

from unpol_data.store.tables import SavedScenario

SAVED = {
    "scenario_code": "threat-first",
    "version": 1,
    "name": "Threat first",
    "note": "",
    "threat_pct": 70,
    "mandate_pct": 20,
    "exposure_pct": 10,
    "state": "in_use",
    "recorded_at": datetime(2026, 4, 1, 12, tzinfo=UTC),
    "recorded_by": "tester",
    "recorded_revision": 1,
}


def test_sound_weights_are_kept(keep):
    keep(SavedScenario, SAVED)


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"threat_pct": 71}, "weights_sum_to_100"),
        ({"threat_pct": 110, "mandate_pct": -20}, "_pct_in_range"),
        ({"version": 0}, "versions_from_1"),
        ({"state": "loved"}, "known_state"),
    ],
)
def test_weights_that_break_a_rule_are_refused(refused, changed, rule):
    assert rule in refused(SavedScenario, SAVED | changed)


def test_a_version_is_kept_once(keep, refused):
    keep(SavedScenario, SAVED)
    assert "scenario" in refused(SavedScenario, SAVED)
