"""A single table in our own words tells its kind by its headings."""

from datetime import date

import pytest

from unpol_data.ingest.raw import Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import our_table
from unpol_data.ingest.refusal import Refused
from unpol_data.validation import Problem

TODAY = date(2026, 4, 1)


def table(*rows: list) -> Raw:
    return Raw("table", (RawSheet("", [[n, list(row)] for n, row in enumerate(rows, start=1)]),))


MEASURED = table(["site_code", "measured_on", "downlink_mbps"], ["UNMISS-BOR", "2026-03-01", "4"])


def test_the_headings_tell_the_kind():
    found = our_table.read(MEASURED, Asked(today=TODAY))
    assert found.kind == "measurements"
    assert list(found.tables) == ["connectivity"]


def test_problems_name_no_sheet_as_there_is_none():
    found = our_table.read(MEASURED, Asked(today=TODAY))
    problem = Problem("connectivity", 2, "downlink_mbps", "4", "", "too low", "rule")
    assert found.placed(problem).message == "row 2, column downlink_mbps: too low"


def test_headings_that_tell_nothing_are_refused_and_shown():
    with pytest.raises(Refused, match="Found: colour, taste"):
        our_table.read(table(["Colour", "Taste"], ["red", "sour"]), Asked(today=TODAY))


def test_a_kind_nobody_knows_is_refused():
    with pytest.raises(Refused, match="not recipes"):
        our_table.read(MEASURED, Asked(today=TODAY, kind="recipes"))
