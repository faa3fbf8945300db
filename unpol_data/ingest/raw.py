"""What does a file hold, before anybody knows whose it is?"""

from dataclasses import dataclass
from typing import Any

WORKBOOK, TABLE, JSON, ARCHIVE = "workbook", "table", "json", "archive"


@dataclass(frozen=True)
class RawSheet:
    """One sheet: its rows that hold anything, as [row number as a program shows it, cells].

    A cell is text, a number, a truth value, None, {"date": ISO form} or {"broken": words}.
    `rows` is None where the sheet is not one that is read.
    """

    name: str
    rows: list[list] | None


@dataclass(frozen=True)
class Raw:
    """A file as its reader process handed it over.

    `format` is workbook, table (one CSV file, one sheet without a name), archive (a zip of CSV
    files, one sheet each, named after it) or json; only the last has a `value`.
    """

    format: str
    sheets: tuple[RawSheet, ...] = ()
    value: Any = None
