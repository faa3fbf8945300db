"""Records of one kind leave as CSV and come back as they were."""

from datetime import date

from tests.programme_rows import rows
from unpol_data.access import LOCAL
from unpol_data.exports import records_csv
from unpol_data.ingest import programme
from unpol_data.ingest.importing import import_file
from unpol_data.settings import settings
from unpol_data.store import open_store
from unpol_data.validation.records import written

TODAY = date(2026, 11, 15)


def test_formulas_are_inert_and_the_headings_are_the_dictionary():
    lines = records_csv.content("lessons", rows("lessons", {"title": "=1+1"})).decode("utf-8-sig")
    assert lines.startswith("lesson_code,title,lesson_kind,")
    assert "LESSON-1,'=1+1,lesson" in lines


def test_what_was_downloaded_changes_nothing_when_it_is_imported():
    engine = open_store("sqlite://")
    kept = rows("lessons", {"title": "=1+1"}, {"lesson_code": "LESSON-2", "note": "- a point"})
    typed_in = written.of_dictionary("lessons", kept)
    programme.keep(engine, {"lessons": typed_in}, viewer=LOCAL, today=TODAY)
    report = import_file(
        records_csv.content("lessons", kept),
        "lessons.csv",
        engine=engine,
        viewer=LOCAL,
        settings=settings({}),
        today=TODAY,
    )
    engine.dispose()
    assert report.records == {"lessons": {"new": 0, "changed": 0, "same": 2}}
