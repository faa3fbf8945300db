"""The blank assessment workbook."""

import io
import zipfile

import openpyxl
import pytest

from unpol_data import reference
from unpol_data.exports import template


@pytest.fixture(scope="module")
def content() -> bytes:
    return template.workbook()


@pytest.fixture(scope="module")
def book(content) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_template_is_the_same_file_every_time(content):
    assert template.workbook() == content


def test_it_has_the_sheets_and_headings_of_the_data_dictionary(book):
    columns = reference.table("columns")
    assert book.sheetnames == [
        "read_me",
        *dict.fromkeys(columns["sheet"]),
        "items",
        "dictionary",
        "lists",
    ]
    for sheet, of_sheet in columns.groupby("sheet"):
        headings = [cell.value for cell in book[sheet][1]]
        assert headings == list(of_sheet.sort_values("position")["column"])
        assert book[sheet].freeze_panes == "A2"


def test_drop_downs_refer_to_named_ranges_and_never_hold_their_list(book):
    for sheet in book:
        for check in sheet.data_validations.dataValidation:
            if check.type == "list":
                assert check.formula1.lstrip("=") in book.defined_names


def test_named_ranges_hold_every_code_of_their_list(book):
    ((sheet, cells),) = book.defined_names["list_of_site_kinds"].destinations
    codes = [row[0].value for row in book[sheet][cells]]
    assert codes == list(reference.codes("site_kinds"))


def test_every_column_explains_itself_within_what_spreadsheets_allow(book):
    columns = reference.table("columns")
    for sheet, of_sheet in columns.groupby("sheet"):
        checks = book[sheet].data_validations.dataValidation
        assert len(checks) == len(of_sheet)
        assert all(0 < len(check.prompt) <= 255 for check in checks)
        assert all(len(check.promptTitle) <= 32 for check in checks)


def test_every_question_stands_on_the_items_sheet(book):
    asked = [row[0] for row in book["items"].iter_rows(min_row=2, max_col=1, values_only=True)]
    assert asked == list(reference.codes("framework"))


def test_no_cell_is_a_formula(book):
    for sheet in book:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_no_part_of_the_file_holds_the_clock(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2026-01-01T00:00:00Z") == 2


def test_a_language_without_template_is_refused():
    with pytest.raises(ValueError, match="'de'; known are en"):
        template.workbook(language="de")
