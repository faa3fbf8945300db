"""A file becomes a draft assessment, or the reasons why not."""

import io
from datetime import date

import openpyxl
import pytest
from sqlalchemy import func, select

from unpol_data import publishing, reference
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.ingest.importing import import_file
from unpol_data.store import open_store, reading
from unpol_data.store.tables import Answer, Assessment, EquipmentLine, Measurement, SiteFacts

TODAY = date(2026, 4, 1)
LINES = (
    "site_code;side;equipment_code;required;held;serviceable;evidence_grade;counted_on\n"
    "UNMISS-MALAKAL;unpol;{code};10;9;{serviceable};inspected;2026-03-20\n"
)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request):
    """An empty store, on each database in turn."""
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    engine = open_store(url)
    yield engine
    engine.dispose()


@pytest.fixture
def imported(engine, limits):
    """The report of a file imported into the store."""

    def report(content, file_name="malakal.xlsx", **options):
        options = {"viewer": LOCAL, "settings": limits, "today": TODAY, **options}
        return import_file(content, file_name, engine=engine, **options)

    return report


def rows(engine, table) -> int:
    """How many rows a table of the store has."""
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def lines(serviceable: int = 8) -> bytes:
    """A single table of equipment."""
    code = reference.codes("equipment")[0]
    return LINES.format(code=code, serviceable=serviceable).encode()


def test_a_filled_template_becomes_a_draft(filled, imported, engine):
    report = imported(filled())
    assert report.problems == ()
    assert report.fine_rows == {
        "assessment": 1,
        "sites": 1,
        "answers": 1,
        "equipment": 1,
        "connectivity": 1,
        "threats": 1,
    }
    assert report.summary == (
        "malakal.xlsx was imported as assessment 1 of UNMISS (draft): 6 rows."
    )
    with reading(engine) as connection:
        held = connection.execute(select(Assessment.__table__)).one()
    assert (held.state, held.kind, held.mission_code) == ("draft", "assessment", "UNMISS")
    assert (held.sensitivity, held.illustrative) == (1, True)
    assert rows(engine, Measurement) == 2
    assert rows(engine, SiteFacts) == rows(engine, Answer) == rows(engine, EquipmentLine) == 1


def test_the_same_content_twice_changes_nothing_and_says_so(filled, imported, engine):
    imported(filled())

    def move_column(book):
        # The same rows, saved by other means: a digest of bytes would not know them again.
        book["sites"].move_range("K1:K2", cols=3)
        book["sites"]["N1"] = None
        book.create_sheet("scratch")

    again = imported(filled(move_column), "copy.xlsx")
    assert again.already_known
    assert again.summary == "Already held as assessment 1; nothing changed."
    assert rows(engine, Assessment) == 1


def test_a_dry_run_stores_nothing(filled, imported, engine):
    report = imported(filled(), dry_run=True)
    assert report.assessment_id is None
    assert report.summary.endswith("Dry run: nothing stored.")
    assert rows(engine, Assessment) == 0


def test_content_that_was_withdrawn_may_be_brought_again(filled, imported, engine):
    first = imported(filled())
    publishing.withdraw(engine, first.assessment_id, reason="Too early", viewer=LOCAL)
    assert not imported(filled(), dry_run=True).already_known
    again = imported(filled())
    assert (again.assessment_id, again.already_known) == (2, False)


def test_a_dry_run_says_when_the_content_is_held(filled, imported):
    imported(filled())
    assert imported(filled(), dry_run=True).already_known


def test_nothing_is_stored_when_anything_is_refused(filled, imported, engine):
    def spoil(book):
        book["equipment"]["F2"] = 12
        book["sites"]["C2"] = "teamsite"

    report = imported(filled(spoil))
    assert [one.message for one in report.errors] == [
        "sheet sites, row 2, column site_kind: 'teamsite' was found, expected team_site",
        "sheet equipment, row 2, column serviceable: 12 is more than held 9",
    ]
    assert {one.file for one in report.problems} == {"malakal.xlsx"}
    assert "2 problems to put right; nothing was stored" in report.summary
    assert rows(engine, Assessment) == 0


def test_rows_keep_the_numbers_the_spreadsheet_shows(filled, imported):
    def add_below_a_gap(book):
        for cell in book["threats"][2]:
            book["threats"].cell(row=7, column=cell.column, value=cell.value)
        book["threats"]["A7"] = "cattle raiding"

    (problem,) = imported(filled(add_below_a_gap)).errors
    assert (problem.row, problem.expected) == (7, "cattle_raiding")


def test_a_spreadsheet_error_is_reported_with_its_place(filled, imported):
    def spoil(book):
        book["equipment"]["D2"] = "#REF!"
        book["equipment"]["D2"].data_type = "e"
        book["equipment"]["E2"] = "=4+5"

    messages = [one.message for one in imported(filled(spoil)).errors]
    assert messages[0].startswith("sheet equipment, row 2, column required: #REF! was found")
    assert "a formula without a result was found" in messages[1]


def test_a_workbook_without_its_assessment_is_refused(filled, imported):
    report = imported(filled(lambda book: book.remove(book["assessment"])))
    assert "missing_sheet" in {one.rule for one in report.errors}


def test_a_workbook_of_headings_only_is_refused(blank, imported):
    assert "nothing_said" in {one.rule for one in imported(blank).errors}


def test_an_unknown_sheet_is_only_pointed_out(filled, imported):
    report = imported(filled(lambda book: book.create_sheet("my notes")))
    assert [one.severity for one in report.problems] == ["warning"]
    assert not report.refused


def test_a_workbook_named_csv_is_still_a_workbook(filled, imported):
    assert imported(filled(), "malakal.csv").kind == "assessment"


def test_a_table_named_xlsx_is_still_a_table(filled, imported, engine):
    imported(filled())
    report = imported(lines(), "lines.xlsx", source="COE inspection")
    assert (report.kind, report.mission_code, report.problems) == ("equipment", "UNMISS", ())
    with reading(engine) as connection:
        held = connection.execute(
            select(Assessment.__table__).where(Assessment.assessment_id == 2)
        ).one()
    assert held.assessed_from == held.assessed_to == date(2026, 3, 20)
    assert (held.source, held.sensitivity) == ("COE inspection", 1)


def test_problems_of_a_single_table_name_no_sheet(filled, imported):
    imported(filled())
    report = imported(lines(serviceable=12), "lines.csv")
    assert report.errors[0].message == "row 2, column serviceable: 12 is more than held 9"
    assert report.fine_rows == {"equipment": 0}


def test_a_table_of_sites_the_store_does_not_hold_is_refused(imported):
    (problem,) = imported(lines(), "lines.csv").errors
    assert problem.rule == "unknown_site"


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (b"a,b\n1,2\n", {}, "The headings do not tell"),
        (b"threat_code,level_now,rated_on,source\nheroin,1,2026-03-01,x\n", {}, "name the mission"),
        (b"site_code\nUNMISSS-X\n", {"kind": "sites"}, "expected UNMISS"),
        (b"site_code\nUNMISS-X\nUNMIK-Y\n", {"kind": "sites"}, "2 missions"),
        (b"site_code\nUNMISS-X\n", {"kind": "assessment"}, "A CSV file holds one of"),
    ],
)
def test_a_table_must_tell_its_kind_and_mission(imported, content, options, words):
    report = imported(content, "table.csv", **options)
    assert report.refused
    assert words in report.refusal


def test_a_workbook_is_no_single_table(filled, imported):
    assert "A workbook is an assessment" in imported(filled(), kind="sites").refusal


def test_the_mission_named_must_be_the_mission_told(filled, imported):
    assert [one.rule for one in imported(filled(), mission="UNMIK").errors][0] == "other_mission"


def test_nobody_records_for_a_mission_that_is_not_theirs(filled, imported):
    theirs = Viewer("ana", ("UNMIK",), 2, frozenset({"assessor"}))
    assert "may not record assessments of UNMISS" in imported(filled(), viewer=theirs).refusal


def test_nobody_records_without_the_role(filled, imported):
    with pytest.raises(NotPermitted):
        imported(filled(), viewer=Viewer("ana", None, 2, frozenset({"viewer"})))


def test_a_file_is_read_from_its_path_too(filled, imported, tmp_path):
    path = tmp_path / "malakal.xlsx"
    path.write_bytes(filled())
    assert imported(path).assessment_id == 1


def test_a_hostile_file_is_a_report_and_not_an_exception(imported):
    assert imported(b"PK\x03\x04rubbish").summary.startswith("malakal.xlsx was not read:")


def test_a_cell_beside_the_headings_is_named(filled, imported):
    def stray(book):
        book["threats"]["H2"] = "see above"

    (problem,) = imported(filled(stray)).errors
    assert (problem.rule, problem.column) == ("unknown_column", "(without heading, position 8)")


def test_a_macro_workbook_is_read_as_plain_rows(filled, imported):
    book = openpyxl.load_workbook(io.BytesIO(filled()), keep_vba=True)
    target = io.BytesIO()
    book.save(target)
    assert not imported(target.getvalue(), "malakal.xlsm").refused
