"""Which day did somebody mean who wrote 14/03/2026, 1 March 2015 or 20-May-96?"""

import re
from collections.abc import Sequence
from datetime import date, datetime

NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?")
ZONE = re.compile(r"\s*(?:UTC|GMT)$")
# A longer text is no day; and one of blanks would keep the patterns busy for minutes.
LONGEST = 100
WITH_MONTH = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y")


def day_comes_first(cells: Sequence[object]) -> bool | None:
    """Whether 03/04/2026 is 3 April in a column; None where no cell of it tells."""
    found = [NUMBERS.fullmatch(cell.strip()) for cell in cells if isinstance(cell, str)]
    pairs = [(int(one[1]), int(one[2])) for one in found if one]
    first = any(left > 12 for left, _ in pairs)
    second = any(right > 12 for _, right in pairs)
    return None if first == second else first


def day(cell: object, *, day_first: bool | None) -> object:
    """The day a cell means, or the cell itself where it cannot be told for certain."""
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return cell
    text = ZONE.sub("", cell.strip())
    numbers = NUMBERS.fullmatch(text)
    if numbers:
        left, right, year = (int(part) for part in numbers.groups())
        if left == right or day_first is not None:
            month, of_month = (right, left) if day_first else (left, right)
            return _date(year, month, of_month) or cell
        return cell
    for form in WITH_MONTH:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return text


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
