"""Which lists do the drop-downs of the workbook offer?

They stand on a sheet of their own and are referred to by name: lists written into the
check itself are lost when they are longer than 255 characters.
"""

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from unpol_data import reference

SHEET = "lists"
MOST_SITES = 2_000


def range_name(list_name: str) -> str:
    """The name under which a list can be referred to in the workbook."""
    return f"list_of_{list_name}"


def add(book: Workbook, columns: pd.DataFrame) -> None:
    """Write the lists sheet, two columns a list (code and name), and name the code ranges."""
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    names = dict.fromkeys(columns["list"].dropna())
    lists = {"yes_no": [("yes", "yes"), ("no", "no")]}
    lists |= {name: _entries(name) for name in names if name != "yes_no"}
    for number, (name, entries) in enumerate(lists.items()):
        position = 2 * number + 1
        letter = get_column_letter(position)
        sheet.cell(row=1, column=position, value=name).font = Font(bold=True)
        sheet.cell(row=1, column=position + 1, value="meaning").font = Font(bold=True)
        sheet.column_dimensions[letter].width = 22
        sheet.column_dimensions[get_column_letter(position + 1)].width = 40
        for row, (code, meaning) in enumerate(entries, start=2):
            sheet.cell(row=row, column=position, value=code)
            sheet.cell(row=row, column=position + 1, value=meaning)
        where = f"'{SHEET}'!${letter}$2:${letter}${len(entries) + 1}"
        book.defined_names[range_name(name)] = DefinedName(range_name(name), attr_text=where)
    sites = f"'sites'!$A$2:$A${MOST_SITES}"
    book.defined_names["list_of_site_codes"] = DefinedName("list_of_site_codes", attr_text=sites)


def _entries(list_name: str) -> list[tuple[str, str]]:
    rows = reference.table(list_name)
    words = "name" if "name" in rows.columns else "question"
    codes = reference.codes(list_name)
    return list(zip(codes, rows[words].fillna("").astype(str), strict=True))
