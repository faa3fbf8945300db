"""Tables and workbooks as KoboToolbox exports them."""

import pytest

from tests.ingest.submissions.conftest import TODAY, messages
from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import kobo_table, odk_archive, ona_table

HEADINGS = ["site_code", "side", "COM-PER-3: level", "COM-PER-3: how do you know?"]


def raw(*rows: list, form: str = TABLE, name: str = "") -> Raw:
    return Raw(form, (RawSheet(name, [[n, list(row)] for n, row in enumerate(rows, start=1)]),))


@pytest.mark.parametrize("form", [TABLE, WORKBOOK])
def test_a_table_that_asks_our_questions_is_recognised(form):
    assert kobo_table.recognises(raw(HEADINGS, ["UNMISS-BOR", "unpol", "3", ""], form=form))


@pytest.mark.parametrize(
    "headings",
    [
        ["site_code", "item_code", "side", "state", "value", "evidence_grade"],
        ["_uuid", "_submission_time", "What community are you from?"],
        ["#adm1+name", "#affected"],
        ["name", "age", "favorite_toppings/cheese", "meta/instanceID"],
    ],
)
def test_our_own_tables_and_other_forms_are_left_to_others(headings):
    found = raw(headings, ["x"] * len(headings))
    assert not kobo_table.recognises(found)
    assert not ona_table.recognises(found)
    assert not odk_archive.recognises(found)


def test_sheets_that_are_not_read_are_passed_over():
    assert not kobo_table.recognises(Raw(WORKBOOK, (RawSheet("a", None), RawSheet("b", []))))


def test_problems_are_told_under_the_label_the_file_has():
    rows = [*HEADINGS, "COM-PER-3 · How well?", "Day of the visit"]
    given = ["UNMISS-BOR", "unpol", "9", "Inspected on site", "Answered", "2026-03-09"]
    found = kobo_table.read(raw(rows, given, form=WORKBOOK, name="form"), Asked(today=TODAY))
    assert any(
        one.startswith("sheet form, row 2, column COM-PER-3: level: '9' does not answer")
        for one in messages(found)
    )
