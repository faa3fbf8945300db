"""Which rows of which sheet are these, with the headings and row numbers they had?"""

from datetime import date, datetime

import pandas as pd

from unpol_data import reference
from unpol_data.ingest.refusal import Refused
from unpol_data.validation import BrokenCell

# A workbook of several sheets is an assessment; a single table is one of these kinds.
SHEET_OF_KIND = {
    "sites": "sites",
    "answers": "answers",
    "equipment": "equipment",
    "measurements": "connectivity",
    "threats": "threats",
}
WORKBOOK_KIND = "assessment"
HELPING_SHEETS = ("read_me", "lists", "dictionary", "items")


def tables(answer: dict, *, kind: str | None) -> tuple[str, dict[str, pd.DataFrame]]:
    """The kind of the delivery, and one frame per sheet that is read.

    A frame has the cells as found, columns as headed, and the spreadsheet's row numbers as
    index. `kind` overrides what the headings of a single table tell. Raises Refused where
    the kind cannot be told or does not fit.
    """
    if answer["format"] == "workbook":
        if kind not in (None, WORKBOOK_KIND):
            raise Refused(
                f"A workbook is an assessment; {kind} come as a single table (CSV) of that kind."
            )
        read = {one["name"]: one["rows"] for one in answer["sheets"] if one["rows"] is not None}
        frames = {sheet: frame(rows) for sheet, rows in read.items() if rows}
        return WORKBOOK_KIND, frames
    if kind is not None and kind not in SHEET_OF_KIND:
        raise Refused(f"A CSV file holds one of {', '.join(SHEET_OF_KIND)}, not {kind}.")
    table = frame(answer["sheets"][0]["rows"])
    kind = kind or _kind_of(table)
    return kind, {SHEET_OF_KIND[kind]: table}


def frame(rows: list[list]) -> pd.DataFrame:
    """One row per row below the headings; cells without any heading make a column named so."""
    if not rows:
        return pd.DataFrame(dtype="object")
    headings, body = rows[0][1], rows[1:]
    width = max([len(headings), *(len(cells) for _, cells in body)])
    names = [_heading(headings[n] if n < len(headings) else None, n) for n in range(width)]
    cells = [[cell(one) for one in given] + [None] * (width - len(given)) for _, given in body]
    numbers = pd.Index([number for number, _ in body], dtype="int64")
    table = pd.DataFrame(cells, columns=names, index=numbers, dtype="object")
    headed = [not name.startswith("(") for name in names]
    held = [headed[n] or table.iloc[:, n].notna().any() for n in range(width)]
    return table.loc[:, held]


def _heading(cell: object, position: int) -> str:
    if cell is None:
        return f"(without heading, position {position + 1})"
    return "_".join(str(cell).strip().casefold().split())


def cell(given: object) -> object:
    if not isinstance(given, dict):
        return given
    if "date" in given:
        text = given["date"]
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    if given["broken"] == "=":
        return BrokenCell(
            "a formula without a result", "a value; open the file, let it calculate, save it"
        )
    return BrokenCell(given["broken"], "a value, not the error of a formula")


def _kind_of(table: pd.DataFrame) -> str:
    """The kind whose required columns are all there; the one with most known columns."""
    columns = reference.table("columns")
    found = set(table.columns)
    fits = {}
    for kind, sheet in SHEET_OF_KIND.items():
        of_sheet = columns[columns["sheet"] == sheet]
        required = set(of_sheet.loc[of_sheet["required"] == "yes", "column"])
        if required and required <= found:
            fits[kind] = len(found & set(of_sheet["column"]))
    best = [kind for kind, count in fits.items() if count == max(fits.values())]
    if len(best) != 1:
        raise Refused(
            "The headings do not tell what kind of table this is; the first row must hold the "
            f"column names of one of {', '.join(SHEET_OF_KIND)}. Found: "
            f"{', '.join(list(table.columns)[:12]) or 'nothing'}."
        )
    return best[0]
