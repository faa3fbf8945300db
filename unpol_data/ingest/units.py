"""In which unit is a column written, and what is one of it in ours?"""

import re
from functools import cache

from unpol_data import reference

BRACKETS = re.compile(r"[\[({]([^\])}]+)[\])}]")


@cache
def quantities() -> dict[str, str]:
    """What each measured column of ours is a quantity of: speed, time, share, hours."""
    rows = reference.table("plausible_measures")
    return dict(zip(rows["measure"], rows["quantity"], strict=True))


@cache
def _written(quantity: str) -> dict[str, tuple[str, float]]:
    rows = reference.table("units")
    rows = rows[rows["quantity"] == quantity]
    return {row.written: (row.unit, float(row.factor)) for row in rows.itertuples(index=False)}


def known_units(column: str) -> tuple[str, ...]:
    """The units a column may be written in; none where it is not a measured quantity."""
    quantity = quantities().get(column)
    return tuple(dict.fromkeys(unit for unit, _ in _written(quantity).values())) if quantity else ()


def unit(column: str, words: str) -> tuple[str, float] | None:
    """The unit named and what one of it is in the unit of the column; None for no such unit.

    Capitals decide between bits and bytes ("KBps", "Kbps"); they do not matter elsewhere.
    """
    quantity = quantities().get(column)
    if quantity is None:
        return None
    known = _written(quantity)
    if words in known:
        return known[words]
    by_fold: dict[str, tuple[str, float]] = {}
    for word, meant in known.items():
        by_fold.setdefault(word.casefold(), meant)
    return by_fold.get(words.strip().casefold())


def unit_in_heading(column: str, heading: str) -> str:
    """The unit a heading names: "kbit/s" of "Download (kbit/s)"; "" where it names none."""
    said = BRACKETS.findall(heading)
    said += re.split(r"[\s_,;:()\[\]{}]+", heading)
    for words in said:
        found = unit(column, words) if words else None
        if found is not None:
            return found[0]
    return ""
