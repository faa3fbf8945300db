"""What does one cell say: a number, a date, a code, a word; or what is wrong with it?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from unpol_data.validation.problems import nearest, shown

WHOLE = re.compile(r"[+-]?\d{1,15}")
DECIMAL = re.compile(r"[+-]?\d{1,15}[.,]\d{1,15}")
GROUPS = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?:\D|$))")
YES_NO = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}


@dataclass(frozen=True)
class BrokenCell:
    """A cell its file could not give a value for: an error value, a formula never calculated."""

    found: str
    expected: str

    def __str__(self) -> str:
        return self.found


class NotUnderstood(ValueError):
    """A cell is not what its column holds; carries what was expected, in words."""

    def __init__(self, expected: str):
        self.expected = expected
        super().__init__(expected)


Reader = Callable[[object], object]


def trimmed(cell: object) -> str:
    """The cell's text without blanks (also no-break ones) around it."""
    return shown_whole(cell).replace("\u00a0", " ").strip()


def shown_whole(cell: object) -> str:
    """The cell's text in full: numbers without a needless '.0', dates as 2026-03-31."""
    return cell if isinstance(cell, str) else shown(cell)


def number(cell: object) -> float:
    """The number a cell holds; text such as '4,361' or '1 200' counts, the comma a decimal one."""
    if isinstance(cell, bool):
        raise NotUnderstood("a number")
    if isinstance(cell, int | float):
        value = float(cell)
    else:
        text = GROUPS.sub("", trimmed(cell))
        if not (WHOLE.fullmatch(text) or DECIMAL.fullmatch(text)):
            raise NotUnderstood("a number such as 12 or 3.5, without unit or sign for thousands")
        value = float(text.replace(",", "."))
    if not abs(value) < 1e12:
        raise NotUnderstood("a number of at most 12 digits")
    return value


def integer(cell: object) -> int:
    """The whole number a cell holds."""
    value = number(cell)
    if not value.is_integer():
        raise NotUnderstood("a whole number")
    return int(value)


def day(cell: object) -> date:
    """The date a cell holds: a date of the spreadsheet, or text such as 2026-03-31."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = trimmed(cell)
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    if WHOLE.fullmatch(text) and len(text) == 5:
        raise NotUnderstood("a date; this is a bare number: format the cell as a date")
    raise NotUnderstood("a date such as 2026-03-31")


def yes_no(cell: object) -> str:
    """'yes' or 'no'; a ticked TRUE or FALSE counts."""
    word = YES_NO.get(trimmed(cell).casefold())
    if word is None:
        raise NotUnderstood("yes or no")
    return word


def code_of(known: tuple[str, ...]) -> Reader:
    """A reader of codes of one list; capital or small letters make no difference."""
    by_fold = {code.casefold(): code for code in known}

    def code(cell: object) -> str:
        word = trimmed(cell)
        if word.casefold() not in by_fold:
            raise NotUnderstood(nearest(word, known))
        return by_fold[word.casefold()]

    return code


def free_code(cell: object) -> str:
    """A code without a list, such as a site's: its text in capitals."""
    return trimmed(cell).upper()


def is_blank(cell: object) -> bool:
    """Whether a cell holds nothing, or nothing but blanks."""
    if cell is None or (isinstance(cell, float) and cell != cell):
        return True
    return isinstance(cell, str) and not cell.replace("\u00a0", " ").strip()
