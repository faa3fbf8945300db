"""Which rows does a sheet hold, under which headings, with the row numbers they had?"""

from datetime import date, datetime

import pandas as pd

from unpol_data.validation import BrokenCell


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


def _heading(given: object, position: int) -> str:
    if given is None:
        return f"(without heading, position {position + 1})"
    return "_".join(str(given).strip().casefold().split())


def cell(given: object) -> object:
    """A cell as the child process hands it over, as a value: a date, or what is broken."""
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
