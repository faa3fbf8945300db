"""What does the workbook of the programme look like, blank or with the records in force?"""

from collections.abc import Mapping, Sequence

import pandas as pd
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from unpol_data import reference
from unpol_data.exports import template_lists, template_words, workbook_file
from unpol_data.exports.template import (
    NUMBER_FORMATS,
    WRAPPED,
    finish,
    heading,
    read_me,
    table_sheet,
)
from unpol_data.reference.records import SITES, STATES, RecordColumn
from unpol_data.validation.records import written

TITLE = "Programme of the United Nations Police technology assessments"
LINES = (
    TITLE,
    "One sheet for each kind of record. Dark headings must be filled, light ones may be.",
    "",
    "What to do",
    "1. Fill one row for each record. Its code stays the same for good: a row with a code that is "
    "held already is the next version of that record, and the earlier one is kept.",
    "2. A sheet without rows changes nothing; a record that is left out stays as it is.",
    "3. What refers to another record names its code: a budget line its visit, a gain its option.",
    "4. Every column is explained on the sheet dictionary and in a message when its cell is "
    "chosen. Do not rename sheets or headings.",
    "",
    "Sensitivity",
    "Where nothing is said a row is confidential; keep and send this file accordingly.",
    "",
    "Persons",
    "Offices, roles and institutions only: no names, e-mail addresses or phone numbers.",
    "",
    "Sending it in",
    "On the page Import, or: python -m unpol_data import FILE. A dry run shows every problem with "
    "its sheet, row and column; nothing is stored before all are put right. Records need no "
    "approval.",
)
DICTIONARY = {
    "kind": 20,
    "column": 22,
    "label": 26,
    "value_kind": 12,
    "list": 20,
    "required": 10,
    "meaning": 70,
    "example": 30,
    "source": 40,
}
MOST_RECORDS = 5_000
GAINING_SITES = "site_codes"


def workbook(
    tables: Mapping[str, pd.DataFrame] | None = None, *, sites: Sequence[tuple[str, str]] = ()
) -> bytes:
    """The workbook of the programme as an .xlsx file, the same bytes every time.

    A sheet for each kind with drop-downs and messages, a dictionary, and the lists. `tables`:
    the rows in force by kind, as from queries.records, to stand below the headings. `sites`:
    codes and names that a gain may be of, besides whole missions.
    """
    book = Workbook()
    read_me(book.active, LINES)
    for kind in reference.records.kinds():
        sheet = book.create_sheet(kind)
        table_sheet(sheet, [_described(column) for column in reference.records.columns(kind)])
        if tables is not None and kind in tables:
            _fill(sheet, kind, tables[kind])
    _dictionary(book.create_sheet("dictionary"))
    template_lists.add_lists(book, _lists(sites))
    for kind in reference.records.kinds():
        template_lists.name_range(book, kind, f"'{kind}'!$A$2:$A${MOST_RECORDS}")
    book.properties.creator = template_words.CREATOR
    book.properties.title = TITLE
    return workbook_file.content(book)


def _list_of(column: RecordColumn) -> str:
    """The name of the list a column's drop-down offers; empty where it has none."""
    if column.value_kind == "codes" or column.list_name == SITES:
        return ""
    return f"{column.kind}_{column.column}" if column.list_name == STATES else column.list_name


def _described(column: RecordColumn) -> dict:
    return {
        "column": column.column,
        "value_kind": column.value_kind,
        "list": _list_of(column) or None,
        "required": "yes" if column.required else "no",
        "meaning": column.meaning,
        "example": column.example or None,
    }


def _lists(sites: Sequence[tuple[str, str]]) -> dict[str, Sequence[tuple[str, str]]]:
    lists: dict[str, Sequence[tuple[str, str]]] = {"yes_no": template_lists.YES_NO}
    for kind in reference.records.kinds():
        for column in reference.records.columns(kind):
            if column.codes and _list_of(column):
                named = [(code, column.name(code)) for code in column.codes]
                lists.setdefault(_list_of(column), named)
    lists["agenda_tags"] = template_lists.entries("agenda_tags")
    missions = template_lists.entries("missions")
    return lists | {GAINING_SITES: [*missions, *sites]}


def _fill(sheet: Worksheet, kind: str, rows: pd.DataFrame) -> None:
    columns = reference.records.columns(kind)
    lines = written.of_dictionary(kind, rows)
    for row, cells in enumerate(lines.itertuples(index=False, name=None), start=2):
        for position, (column, value) in enumerate(zip(columns, cells, strict=True), start=1):
            cell = sheet.cell(row=row, column=position, value=value)
            if isinstance(value, str):
                # Text is text, also where it begins with an equals sign.
                cell.data_type = "s"
            if column.value_kind in NUMBER_FORMATS:
                cell.number_format = NUMBER_FORMATS[column.value_kind]
    finish(sheet, len(columns))


def _dictionary(sheet: Worksheet) -> None:
    for position, (name, width) in enumerate(DICTIONARY.items(), start=1):
        heading(sheet, position, name, required=False)
        sheet.column_dimensions[get_column_letter(position)].width = width
    rows = reference.table("record_columns")[list(DICTIONARY)]
    for row, cells in enumerate(rows.itertuples(index=False, name=None), start=2):
        for position, value in enumerate(cells, start=1):
            if isinstance(value, str):
                cell = sheet.cell(row=row, column=position, value=value)
                cell.data_type, cell.alignment = "s", WRAPPED
    finish(sheet, len(DICTIONARY))
