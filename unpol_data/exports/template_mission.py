"""What of a mission's workbook can be filled in before anybody travels?

Its sites, and one line for each question, equipment line and link that may be answered
there. The columns without a place in the store (the question, the names) only help; a
line in which nothing else is filled in says nothing when the workbook comes back.
"""

from dataclasses import dataclass

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from unpol_data import reference
from unpol_data.exports import template_words

# As in the sheet assessment; the rest of its row only the assessor can know.
SENSITIVITY = "confidential"
HELP_COLUMNS = {"answers": "question", "equipment": "equipment_name", "connectivity": "site_name"}
HELP_WIDTH = {"answers": 90, "equipment": 44, "connectivity": 32}
HELP_FILL = PatternFill("solid", fgColor="F3F5F7")
HEADING_FONT = Font(name="Calibri", bold=True, color="1F2933")
HELP_FONT = Font(name="Calibri", italic=True, color="52606D")


@dataclass(frozen=True)
class Mission:
    """A mission and what the store knows of it.

    `sites` has one row per open site with the columns of the sheet sites; `equipment` one
    row per site_code, side and equipment_code counted before.
    """

    mission_code: str
    sites: pd.DataFrame
    equipment: pd.DataFrame


def fill(book: Workbook, mission: Mission) -> None:
    """Write the mission's sites and prepared lines below the headings of a blank workbook."""
    assessed = pd.DataFrame([{"mission_code": mission.mission_code, "sensitivity": SENSITIVITY}])
    sites = mission.sites.assign(closed="no")
    prepared = {
        "assessment": assessed,
        "sites": sites,
        "answers": answer_lines(sites),
        "equipment": equipment_lines(sites, mission.equipment),
        "connectivity": sites[["site_code"]].assign(site_name=sites["name"]),
    }
    for sheet_name, rows in prepared.items():
        _write(book[sheet_name], rows)
    _explain(book["read_me"])


def _explain(sheet: Worksheet) -> None:
    heading, words = template_words.PREPARED
    row = sheet.max_row + 2
    sheet.cell(row=row, column=1, value=heading).font = HEADING_FONT
    explained = sheet.cell(row=row + 1, column=1, value=words)
    explained.alignment = Alignment(wrap_text=True, vertical="top")


def answer_lines(sites: pd.DataFrame) -> pd.DataFrame:
    """One row per site, side and item asked there: site_code, item_code, side, question."""
    asked = reference.table("requirements")[["item_code", "side", "site_kind"]]
    order = {code: place for place, code in enumerate(reference.codes("framework"))}
    questions = reference.table("framework")[["item_code", "question"]]
    rows = sites[["site_code", "site_kind"]].merge(asked, on="site_kind")
    rows = rows.merge(questions, on="item_code")
    rows = rows.assign(place=rows["item_code"].map(order))
    rows = rows.sort_values(["site_code", "side", "place"], ascending=[True, False, True])
    return rows[["site_code", "item_code", "side", "question"]].reset_index(drop=True)


def equipment_lines(sites: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """One row per line counted before, and one for each site of which none is known."""
    names = reference.table("equipment").set_index("equipment_code")["name"]
    known = known[known["site_code"].isin(sites["site_code"])]
    rows = sites[["site_code"]].merge(known, on="site_code", how="left")
    rows = rows.assign(equipment_name=rows["equipment_code"].map(names))
    return rows.sort_values("site_code", kind="stable").reset_index(drop=True)


def _write(sheet: Worksheet, rows: pd.DataFrame) -> None:
    places = {cell.value: cell.column for cell in sheet[1]}
    help_column = HELP_COLUMNS.get(sheet.title)
    if help_column is not None:
        places[help_column] = _help_heading(sheet, help_column, len(places) + 1)
    written = [column for column in places if column in rows.columns]
    for row, cells in enumerate(rows[written].itertuples(index=False, name=None), start=2):
        for column, value in zip(written, cells, strict=True):
            if not pd.isna(value):
                _cell(sheet, row, places[column], _plain(value), helps=column == help_column)


def _help_heading(sheet: Worksheet, name: str, column: int) -> int:
    heading = sheet.cell(row=1, column=column, value=name)
    heading.font, heading.fill = HELP_FONT, HELP_FILL
    heading.alignment = Alignment(vertical="center")
    sheet.column_dimensions[get_column_letter(column)].width = HELP_WIDTH[sheet.title]
    return column


def _cell(sheet: Worksheet, row: int, column: int, value: object, *, helps: bool) -> None:
    cell = sheet.cell(row=row, column=column, value=value)
    if isinstance(value, str):
        # Text is text, also where it begins with an equals sign.
        cell.data_type = "s"
    if helps:
        cell.font = HELP_FONT


def _plain(value: object) -> object:
    """A figure as a spreadsheet writes it: 40, not 40.0."""
    if isinstance(value, str):
        return value
    number = float(value)
    return int(number) if number.is_integer() else number
