"""Which day did somebody mean who wrote 14/03/2026, 1 March 2015 or 20-May-96?"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from unpol_data.validation import BrokenCell

NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?")
# Who writes dots puts the day first: DIN 5008, and French and United Nations usage.
DOT = "."
# What a person may say of a column whose days do not tell.
ORDERS = {"day first": True, "month first": False}
ZONE = re.compile(r"\s*(?:UTC|GMT)$")
# A longer text is no day; and one of blanks would keep the patterns busy for minutes.
LONGEST = 100
WITH_MONTH = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y")


def day_comes_first(cells: Sequence[object]) -> bool | None:
    """Whether 03/04/2026 is 3 April in a column; None where no cell of it tells."""
    pairs = [(int(one[1]), int(one[3])) for one in _numbers(cells)]
    first = any(left > 12 for left, _ in pairs)
    second = any(right > 12 for _, right in pairs)
    return None if first == second else first


def by_dots(cells: Sequence[object]) -> str:
    """The first cell of a column whose day and month only the dots tell apart; "" for none."""
    if day_comes_first(cells) is not None:
        return ""
    dotted = (one for one in _numbers(cells) if one[2] == DOT and one[1] != one[3])
    return next((one[0] for one in dotted), "")


def day(cell: object, *, day_first: bool | None) -> object:
    """The day a cell means, or the cell itself where it is none.

    Where it could be two days, a cell that names both. Dots put the day first unless the
    column says otherwise.
    """
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return cell
    text = ZONE.sub("", cell.strip())
    numbers = NUMBERS.fullmatch(text)
    if numbers:
        return _of_numbers(numbers, day_first) or cell
    for form in WITH_MONTH:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return text


def _numbers(cells: Sequence[object]) -> list[re.Match[str]]:
    texts = (cell.strip() for cell in cells if isinstance(cell, str) and len(cell) <= LONGEST)
    return [found for text in texts if (found := NUMBERS.fullmatch(text))]


def _of_numbers(numbers: re.Match[str], day_first: bool | None) -> date | BrokenCell | None:
    left, right, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    first, second = _date(year, right, left), _date(year, left, right)
    if day_first is None and numbers[2] != DOT and first and second and first != second:
        expected = f"{first.isoformat()} or {second.isoformat()}: no day of the column tells which"
        return BrokenCell(repr(numbers[0]), expected)
    if left == right or day_first is not None or numbers[2] == DOT:
        return second if day_first is False else first
    return None


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
