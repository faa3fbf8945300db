"""What is said of units."""

import pandas as pd

from unpol_data.ingest.unit_notes import unit_notes

PLACE = ("", "Download (kbit/s)")


def told(written, ours, unit=("kbit/s", 0.001), place=PLACE):
    series = [pd.Series(cells, dtype=object) for cells in (written, ours)]
    return list(unit_notes(*series, column="downlink_mbps", unit=unit, place=place))


def test_the_first_number_is_told_as_written_and_as_read():
    (note,) = told(["-", "12,300"], [None, 12.3])
    assert note.message == "column Download (kbit/s): 12,300 read as 12.3 Mbit/s"
    assert note.severity == "warning"


def test_a_unit_the_heading_does_not_name_is_named():
    (note,) = told([12300], [12.3], place=("", "Down"))
    assert note.message == "column Down: 12,300 kbit/s read as 12.3 Mbit/s"


def test_numbers_too_large_for_a_link_raise_a_doubt():
    # 12,300,000 read as Mbit/s: they were probably bit/s.
    (note,) = told([12_300_000], [12_300_000], unit=None, place=("", "Down"))
    assert note.rule == "unit_doubtful"
    assert "12,300,000, more than 10,000 (Mbit/s)" in note.words


def test_numbers_all_too_small_raise_a_doubt():
    # 6.5 taken for kbit/s is 0.0065 Mbit/s.
    notes = told([6.5, 0], [0.0065, 0])
    assert [note.rule for note in notes] == ["unit_converted", "unit_doubtful"]
    assert "0.0065, less than 0.01" in notes[1].words


def test_a_column_without_a_number_is_not_spoken_of():
    assert told(["fast"], ["fast"]) == []
