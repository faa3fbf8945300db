"""Each way of breaking the early-warning rules is refused with file and reason."""

import shutil
from pathlib import Path

import pytest

from unpol_data import reference
from unpol_data.reference.reading import FOLDER


@pytest.fixture
def broken(tmp_path: Path):
    """Replaces something in a copy of a table; what the check then says."""

    def said(file_name: str, old: str, new: str) -> str:
        folder = Path(shutil.copytree(FOLDER, tmp_path / "tables"))
        text = (folder / file_name).read_text(encoding="utf-8")
        assert old in text
        (folder / file_name).write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(reference.ReferenceDataError) as refusal:
            reference.check(folder)
        return str(refusal.value)

    return said


RULES, THRESHOLDS = "signal_rules.csv", "signal_thresholds.csv"


def test_a_missing_threshold_stops_the_start(broken):
    said = broken(THRESHOLDS, "equipment_decline,held_at_least", "equipment_decline,held")
    assert "no row for equipment_decline / held_at_least" in said
    assert "equipment_decline has no use for 'held'" in said


def test_a_threshold_that_is_no_number_stops_the_start(broken):
    said = broken(THRESHOLDS, "gap_rise,rise_points,10", "gap_rise,rise_points,ten")
    assert "row 2, column value: 'ten' is not a number" in said


def test_a_threshold_of_an_unknown_rule_stops_the_start(broken):
    assert "'gap_risen' is not in signal_rules.csv" in broken(
        THRESHOLDS, "gap_rise,rise_points", "gap_risen,rise_points"
    )


def test_a_rule_nobody_can_compute_stops_the_start(broken):
    said = broken(RULES, "mandate_due,", "mandate_soon,")
    assert "'mandate_due' is not in signal_rules.csv" in said


def test_a_gap_at_which_no_class_begins_stops_the_start(broken):
    said = broken(THRESHOLDS, "gap_points,50", "gap_points,55")
    assert "gap_points 55 of threat_rise is not where a gap class begins" in said


def test_a_measure_of_which_less_is_better_stops_the_start(broken):
    said = broken(RULES, "availability_pct", "latency_ms")
    assert "watches latency_ms, of which less is better" in said


def test_a_rule_without_its_measure_stops_the_start(broken):
    said = broken(RULES, "communications,availability_pct", "communications,")
    assert "link_availability, and no other rule, has a measure" in said


def test_the_thresholds_of_a_rule_are_read_by_their_names():
    assert reference.thresholds("gap_rise") == {"rise_points": 10}
    with pytest.raises(reference.ReferenceDataError, match="not an early-warning rule"):
        reference.thresholds("gap_fall")
