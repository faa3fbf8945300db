"""Records of the programme are recognised by their sheets or headings."""

from datetime import date

import pytest

from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import programme
from unpol_data.ingest.refusal import Refused

ASKED = Asked(today=date(2026, 11, 15))
HEADINGS = ["lesson_code", "title", "state"]


def table(*rows: list) -> Raw:
    """One CSV file."""
    return Raw(TABLE, (RawSheet("", [[n, cells] for n, cells in enumerate(rows, start=1)]),))


def test_a_workbook_is_told_by_the_name_of_a_sheet():
    lessons = RawSheet("lessons", [[1, HEADINGS], [4, ["LESSON-1", "One", "draft"]]])
    empty = RawSheet("visits", [[1, ["visit_code"]]])
    raw = Raw(WORKBOOK, (RawSheet("read_me", None), lessons, empty))
    assert programme.recognises(raw)
    read = programme.read(raw, ASKED)
    assert (read.kind, list(read.tables), read.sheet_names) == (
        "programme",
        ["lessons"],
        ("read_me", "lessons", "visits"),
    )
    assert list(read.tables["lessons"].index) == [4]
    assert not programme.recognises(Raw(WORKBOOK, (RawSheet("answers", []),)))


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (HEADINGS, "lessons"),
        (["document_code", "title", "series"], "guidance_documents"),
        (["document_code", "area_code", "state", "assessed_on"], "considerations"),
        (["document_code", "reviewer", "state"], "document_reviews"),
        (["option_code", "site_code", "area_code", "dimension_code"], "option_gains"),
    ],
)
def test_a_table_is_of_the_kind_whose_key_stands_in_its_headings(headings, kind):
    raw = table(headings, ["A"] * len(headings))
    assert list(programme.read(raw, ASKED).tables) == [kind]


def test_a_table_of_answers_is_none_of_ours():
    assert not programme.recognises(table(["site_code", "item_code", "state"]))
    assert not programme.recognises(Raw(TABLE, (RawSheet("", []),)))


def test_text_that_was_marked_for_spreadsheets_is_itself_again():
    raw = table(HEADINGS, ["LESSON-1", "'=SUM(A1)", "'quoted'"])
    row = programme.read(raw, ASKED).tables["lessons"].iloc[0]
    assert (row["title"], row["state"]) == ("=SUM(A1)", "'quoted'")


def test_another_kind_is_refused():
    with pytest.raises(Refused, match="leave the kind out"):
        programme.read(table(HEADINGS), Asked(today=ASKED.today, kind="answers"))
