"""The report on goals says what serves each, on what day and of which revision; text stays text."""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from unpol_data.exports import goals_report
from unpol_data.filters import Filters

AS_OF = date(2026, 3, 31)
ROW = {
    "scheme": "a4p_priority",
    "goal": "Capabilities and mindsets",
    "kind": "options",
    "code": "KIT",
    "title": "=1+1",
    "mission_code": "UNISFA",
    "state": "Reviewed",
    "cost_once_usd": 10_000.0,
    "total_once_usd": 11_300.0,
    "cost_yearly_usd": None,
    "dated_on": pd.NaT,
    "due_on": pd.Timestamp("2026-02-01"),
    "is_overdue": True,
    "source": "Invented for tests",
    "illustrative": True,
    "recorded_revision": 3,
    "store_revision": 7,
}
BARE = dict.fromkeys(ROW) | {"scheme": "agenda_tag", "goal": "Our Common Agenda"}


def content(recorded_by: date | None = None) -> bytes:
    rows = pd.DataFrame([ROW, BARE | {"store_revision": 7}])
    return goals_report.workbook(rows, chosen=Filters(as_of=AS_OF), recorded_by=recorded_by)


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(content()))


def cells(book, line: int) -> dict:
    headings = [cell.value for cell in book["goals"][1]]
    return dict(zip(headings, book["goals"][line], strict=True))


def test_a_row_holds_names_costs_days_and_revision(book):
    told = {name: cell.value for name, cell in cells(book, 2).items()}
    assert (told["Goal of"], told["Kind"]) == ("A4P+ priority", "Option")
    assert told["Cost once with support (USD)"] == 11_300
    assert told["Due"].date() == date(2026, 2, 1)
    assert (told["Late"], told["Invented, for illustration"]) == ("yes", "yes")
    assert told["Revision of the store"] == 7


def test_what_begins_like_a_formula_stays_text(book):
    cell = cells(book, 2)["Title"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_what_is_missing_is_left_empty_and_never_0(book):
    told = cells(book, 3)
    assert told["Goal"].value == "Our Common Agenda"
    assert [told[name].value for name in ("Kind", "Cost once (USD)", "Late")] == [None] * 3


def test_the_first_sheet_says_by_which_filters_on_what_day_and_that_rows_are_invented(book):
    said = " ".join(str(cell.value) for cell in book["read_me"]["A"])
    assert "As-of date of the figures: 2026-03-31" in said
    assert "in force now. Revision of the store: 7" in said
    assert "say nothing about real missions" in said


def test_with_a_day_chosen_it_says_so():
    book = openpyxl.load_workbook(io.BytesIO(content(AS_OF)))
    said = " ".join(str(cell.value) for cell in book["read_me"]["A"])
    assert "by the end of 2026-03-31" in said


def test_the_same_rows_are_the_same_file():
    assert content() == content()
