"""A workbook or a table of the programme goes through the door of all files."""

import io
from datetime import date

import pandas as pd
import pytest

from tests.programme_rows import SOUND, rows
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.ingest.importing import import_file
from unpol_data.store import open_store
from unpol_data.validation.records import written

TODAY = date(2026, 11, 15)


@pytest.fixture
def imported(limits):
    """The report of a file imported into a store."""
    engine = open_store("sqlite://")

    def report(content, file_name="programme.xlsx", **options):
        options = {"viewer": LOCAL, "settings": limits, "today": TODAY, **options}
        return import_file(content, file_name, engine=engine, **options)

    yield report
    engine.dispose()


def workbook(**changed) -> bytes:
    """A workbook of sound records of all kinds, some with changes."""
    content = io.BytesIO()
    with pd.ExcelWriter(content) as book:
        for kind in SOUND:
            lines = written.of_dictionary(kind, rows(kind, *changed.get(kind, [{}])))
            lines.to_excel(book, sheet_name=kind, index=False)
        pd.DataFrame(["mine"]).to_excel(book, sheet_name="scratch")
    return content.getvalue()


def test_a_workbook_of_all_kinds_is_imported_and_its_summary_counts_records(imported):
    report = imported(workbook())
    assert not report.refused
    assert (report.kind, report.assessment_id) == ("programme", None)
    assert report.summary == (
        "programme.xlsx was imported: 15 new, 0 changed, 0 the same; 3 warnings. "
        "Records need no approval."
    )
    assert report.records["lessons"] == {"new": 1, "changed": 0, "same": 0}
    assert "unknown_sheet" in {one.rule for one in report.warnings}
    again = imported(workbook(lessons=[{}, {"lesson_code": "LESSON-2"}]))
    assert "1 new, 0 changed, 15 the same" in again.summary


def test_the_same_again_is_told_and_a_dry_run_keeps_nothing(imported):
    assert imported(workbook(), dry_run=True).summary.endswith("Dry run: nothing stored.")
    assert imported(workbook()).records["visits"]["new"] == 1
    again = imported(workbook())
    assert again.already_known
    assert again.summary == "programme.xlsx: 15 records held already just so; nothing changed."


def test_problems_stand_at_their_place_in_the_file(imported):
    report = imported(workbook(lessons=[{}, {"lesson_code": "LESSON-2", "area_code": "powr"}]))
    assert [one.message for one in report.errors] == [
        "sheet lessons, row 3, column area_code: 'powr' was found, expected power"
    ]
    lines = b"lesson_code;title\nLESSON-1;One\n"
    messages = [one.message for one in imported(lines, "lessons.csv").errors]
    assert "sheet lessons, column words: the column is missing" in messages
    assert report.as_json()["refused"]


def test_a_file_without_a_record_is_refused(imported):
    content = io.BytesIO()
    with pd.ExcelWriter(content) as book:
        rows("lessons").iloc[:0].to_excel(book, sheet_name="lessons", index=False)
    assert [one.rule for one in imported(content.getvalue()).errors] == ["nothing_said"]


def test_a_planner_imports_records_but_no_assessment(imported):
    planner = Viewer("pat", None, 2, frozenset({"planner"}))
    assert not imported(workbook(), viewer=planner).refused
    answers = b"site_code,measured_on,downlink_mbps\nUNMISS-BOR,2026-03-01,3\n"
    with pytest.raises(NotPermitted, match="record assessment"):
        imported(answers, "links.csv", viewer=planner)


def test_a_mere_viewer_imports_nothing(imported):
    with pytest.raises(NotPermitted):
        imported(workbook(), viewer=Viewer("vera", None, 2, frozenset({"viewer"})))
