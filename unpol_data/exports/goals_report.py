"""What does the report on the goals of the mandate look like as a workbook?"""

from datetime import date

import pandas as pd
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from unpol_data import reference
from unpol_data.exports import template_words, workbook_file
from unpol_data.exports.template import NUMBER_FORMATS, finish, heading, read_me
from unpol_data.filters import Filters

TITLE = "Goals of the mandate and what serves them"
SCHEMES = {
    "a4p_priority": "A4P+ priority",
    "strategy_goal": "Goal of the digital strategy",
    "agenda_tag": "Agenda",
}
# Each column with its heading, width and kind of value.
COLUMNS = {
    "scheme": ("Goal of", 26, "text"),
    "goal": ("Goal", 44, "text"),
    "kind": ("Kind", 20, "text"),
    "code": ("Code", 22, "text"),
    "title": ("Title", 60, "text"),
    "mission_code": ("Mission", 12, "text"),
    "state": ("State", 16, "text"),
    "cost_once_usd": ("Cost once (USD)", 16, "number"),
    "total_once_usd": ("Cost once with support (USD)", 18, "number"),
    "cost_yearly_usd": ("Cost each year (USD)", 16, "number"),
    "dated_on": ("Dated", 12, "date"),
    "due_on": ("Due", 12, "date"),
    "is_overdue": ("Late", 8, "yes_no"),
    "source": ("Source", 50, "text"),
    "illustrative": ("Invented, for illustration", 14, "yes_no"),
    "recorded_revision": ("Recorded in revision", 12, "integer"),
    "store_revision": ("Revision of the store", 12, "integer"),
}


def workbook(rows: pd.DataFrame, *, chosen: Filters, recorded_by: date | None) -> bytes:
    """The rows of views.goal_report as an .xlsx file, the same bytes for the same rows.

    The first sheet says by which filters, on which day and of which revision; text is text, also
    where it begins like a formula.
    """
    book = Workbook()
    read_me(book.active, _lines(rows, chosen, recorded_by))
    sheet = book.create_sheet("goals")
    for position, (name, width, _) in enumerate(COLUMNS.values(), start=1):
        heading(sheet, position, name, required=False)
        sheet.column_dimensions[get_column_letter(position)].width = width
    for number, row in enumerate(_said(rows).to_dict("records"), start=2):
        for position, (column, (_, _, kind)) in enumerate(COLUMNS.items(), start=1):
            _write(sheet, (number, position), row[column], kind)
    finish(sheet, len(COLUMNS))
    book.properties.creator = template_words.CREATOR
    book.properties.title = TITLE
    return workbook_file.content(book)


def _lines(rows: pd.DataFrame, chosen: Filters, recorded_by: date | None) -> tuple[str, ...]:
    day = "now" if recorded_by is None else f"by the end of {recorded_by.isoformat()}"
    revision = rows["store_revision"].max() if len(rows) else "none"
    invented = rows["illustrative"].eq(True).any()
    return (
        TITLE,
        "One row for each goal and each option, decision or document that serves it; a goal that "
        "nothing serves has one row without a kind. An item that serves several agendas stands "
        "there once for each.",
        "",
        f"Filters: {chosen.in_words()}. As-of date of the figures: {chosen.as_of}.",
        f"Records as in force {day}. Revision of the store: {revision}.",
        f"Requirements {reference.version('requirements')}, method {reference.version('method')}.",
        "Rows marked as invented are for illustration and say nothing about real missions."
        if invented
        else "No row is invented.",
    )


def _said(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with words for the codes of scheme and kind; what is missing is None."""
    kinds = {kind: reference.name("record_kind", kind) for kind in reference.records.kinds()}
    said = rows.assign(scheme=rows["scheme"].map(SCHEMES), kind=rows["kind"].map(kinds))
    return said.astype("object").where(said.notna(), None)


def _write(sheet: Worksheet, place: tuple[int, int], value: object, kind: str) -> None:
    if value is None:
        return
    cell = sheet.cell(*place)
    if kind == "yes_no":
        value = "yes" if value is True else "no"
    cell.value = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
    if isinstance(value, str):
        cell.data_type = "s"
    if kind in NUMBER_FORMATS:
        cell.number_format = NUMBER_FORMATS[kind]
