"""Which value does each cell of a sheet hold, and which cells hold none that fits?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from unpol_data import reference
from unpol_data.validation import cells, headings
from unpol_data.validation.problems import ERROR, Problem, shown

DTYPES = {"number": "float64", "integer": "float64"}


def _reader(kind: str, code_list: str) -> cells.Reader:
    readers = {
        "text": cells.trimmed,
        "date": cells.day,
        "integer": cells.integer,
        "number": cells.number,
        "yes_no": cells.yes_no,
        "answer": lambda cell: cell,
        "code": cells.free_code,
    }
    if kind == "code" and code_list:
        return cells.code_of(reference.codes(code_list))
    return readers[kind]


@dataclass(frozen=True)
class Expected:
    """What a column has to hold: its name and kind, how a cell is read, whether it is needed."""

    column: str
    value_kind: str
    reader: cells.Reader
    required: bool


def typed(sheet: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows of a sheet of the assessment workbook, as `typed_as` has them."""
    return typed_as(sheet, rows, _expected(sheet))


def _expected(sheet: str) -> Iterator[Expected]:
    for column in headings.columns(sheet).itertuples():
        code_list = column.list if isinstance(column.list, str) else ""
        reader = _reader(column.value_kind, code_list)
        yield Expected(column.column, column.value_kind, reader, column.required == "yes")


def typed_as(
    sheet: str, rows: pd.DataFrame, columns: Iterable[Expected]
) -> tuple[pd.DataFrame, list[Problem]]:
    """The sheet's rows with each cell as its column's kind, and a problem per unreadable cell.

    One row per given row, all the columns expected; what is blank, absent or unreadable is
    missing. Missing required cells are problems too.
    """
    values: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for column in columns:
        if column.column in rows.columns:
            given = rows.loc[:, [column.column]].iloc[:, 0]
            read, found = _column(given, column.reader)
            problems += [_cell_problem(sheet, column.column, *one) for one in found]
            if column.required:
                problems += _blanks(sheet, column.column, rows, given)
        else:
            read = [None] * len(rows)
        dtype = DTYPES.get(column.value_kind, "object")
        values[column.column] = pd.Series(read, index=rows.index, dtype=dtype)
    return pd.DataFrame(values, index=rows.index), problems


def _column(given: pd.Series, reader: cells.Reader) -> tuple[list, list[tuple[int, object, str]]]:
    """Values of one column, and (row, cell, expected) of each that was not understood.

    Equal cells are read once; the type is part of the key because True equals 1.
    """
    known: dict[tuple[type, object], tuple[object, str | None]] = {}
    read, found = [], []
    for row, cell in zip(given.index, given.array, strict=True):
        key = (cell.__class__, cell)
        if key not in known:
            known[key] = _value(cell, reader)
        value, expected = known[key]
        read.append(value)
        if expected is not None:
            found.append((row, cell, expected))
    return read, found


def _value(cell: object, reader: cells.Reader) -> tuple[object, str | None]:
    if cells.is_blank(cell):
        return None, None
    if isinstance(cell, cells.BrokenCell):
        return None, cell.expected
    try:
        return reader(cell), None
    except cells.NotUnderstood as error:
        return None, error.expected


def _cell_problem(sheet: str, column: str, row: int, cell: object, expected: str) -> Problem:
    found = shown(cell)
    broken = isinstance(cell, cells.BrokenCell)
    words = f"{found if broken else repr(found)} was found, expected {expected}"
    rule = "broken_cell" if broken else "not_understood"
    return Problem(sheet, int(row), column, found, expected, words, rule, ERROR)


def _blanks(
    sheet: str, column: str, rows: pd.DataFrame, given: Iterable[object]
) -> Iterable[Problem]:
    for row, cell in zip(rows.index, given, strict=True):
        if cells.is_blank(cell):
            words = "nothing stands here, a value is needed"
            yield Problem(sheet, int(row), column, "", "a value", words, "blank", ERROR)
