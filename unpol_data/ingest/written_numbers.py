"""Which number did somebody mean who wrote 80 418, 2,580,000, 3.69 % or a dash?"""

import re
from collections.abc import Sequence

NOTHING = frozenset(
    ("-", "–", "—", "--", "n/a", "na", "n.a.", "n.a", "n/d", "nd", "n.d.", "..", "...", "…")
    + ("null", "none", "nil", "#n/a")
)
BEFORE, BEHIND = re.compile(r"usd|us\$|\$|€", re.I), re.compile(r"(?:%|usd|€)$", re.I)
# A longer text is none; and a text of blanks would keep the patterns busy for hours.
LONGEST = 60
BLANK_GROUPS = re.compile(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))")
COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
DOT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")
ONE_COMMA = re.compile(r"[+-]?\d+,\d+")
PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")
# 12,300 can be twelve thousand or twelve and a third; the other cells of the column may tell.
EITHER = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


def is_nothing(cell: object) -> bool:
    """Whether a cell says that there is nothing: a dash, n/a, NULL."""
    return isinstance(cell, str) and cell.strip().casefold() in NOTHING


def comma_is_decimal(cells: Sequence[object], *, coordinates: bool = False) -> bool:
    """Whether the comma in the numbers of a column is a decimal one.

    It is where a cell can be read in no other way; else only in coordinates.
    """
    texts = [_bare(cell) for cell in cells if isinstance(cell, str)]
    texts = [text for text in texts if len(text) <= LONGEST]
    unclear = [text for text in texts if "," in text and not DOT_GROUPS.fullmatch(text)]
    if any(COMMA_GROUPS.fullmatch(text) and not EITHER.fullmatch(text) for text in unclear):
        return False
    if any(ONE_COMMA.fullmatch(text) and not EITHER.fullmatch(text) for text in unclear):
        return True
    return coordinates


def number(cell: object, *, decimal_comma: bool) -> object:
    """The number a cell means; None where it says that there is nothing; else the cell itself."""
    if not isinstance(cell, str):
        return cell
    if is_nothing(cell):
        return None
    text = _bare(cell)
    if len(text) > LONGEST:
        return cell
    if DOT_GROUPS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif COMMA_GROUPS.fullmatch(text) and not (decimal_comma and EITHER.fullmatch(text)):
        text = text.replace(",", "")
    elif ONE_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    return float(text) if PLAIN.fullmatch(text) else cell


def _bare(cell: str) -> str:
    """The text without the sign of a currency, a per cent sign and blanks between thousands."""
    text = cell.strip()
    text = text[found.end() :].lstrip() if (found := BEFORE.match(text)) else text
    text = text[: found.start()].rstrip() if (found := BEHIND.search(text)) else text
    return BLANK_GROUPS.sub("", text)
