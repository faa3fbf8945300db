"""Which lists do the drop-downs of the workbook offer?

They stand on a sheet of their own and are referred to by name: lists written into the
check itself are lost when they are longer than 255 characters.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from unpol_data import reference

SHEET = "lists"
MOST_SITES = 2_000
YES_NO = (("yes", "yes"), ("no", "no"))


def range_name(list_name: str) -> str:
    """The name under which a list can be referred to in the workbook."""
    return f"list_of_{list_name}"


def add(book: Workbook, columns: pd.DataFrame) -> None:
    """The lists of the data dictionary, and the sites that are typed into the sheet sites."""
    names = dict.fromkeys(columns["list"].dropna())
    lists = {"yes_no": YES_NO} | {name: entries(name) for name in names if name != "yes_no"}
    add_lists(book, lists)
    name_range(book, "site_codes", f"'sites'!$A$2:$A${MOST_SITES}")


def add_lists(book: Workbook, lists: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Write the lists sheet, two columns a list (code and name), and name the code ranges."""
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for number, (name, rows) in enumerate(lists.items()):
        position = 2 * number + 1
        letter = get_column_letter(position)
        sheet.cell(row=1, column=position, value=name).font = Font(bold=True)
        sheet.cell(row=1, column=position + 1, value="meaning").font = Font(bold=True)
        sheet.column_dimensions[letter].width = 22
        sheet.column_dimensions[get_column_letter(position + 1)].width = 40
        for row, (code, meaning) in enumerate(rows, start=2):
            sheet.cell(row=row, column=position, value=code)
            sheet.cell(row=row, column=position + 1, value=meaning)
        name_range(book, name, f"'{SHEET}'!${letter}$2:${letter}${max(len(rows), 1) + 1}")


def name_range(book: Workbook, list_name: str, cells: str) -> None:
    """Let checks refer to these cells as the list of this name."""
    name = range_name(list_name)
    book.defined_names[name] = DefinedName(name, attr_text=cells)


def entries(list_name: str) -> list[tuple[str, str]]:
    """The codes and names of a reference table, in its own order."""
    rows = reference.table(list_name)
    words = "name" if "name" in rows.columns else "question"
    codes = reference.codes(list_name)
    return list(zip(codes, rows[words].fillna("").astype(str), strict=True))
