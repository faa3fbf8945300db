"""How are figures and names from files written as text on a page?"""

import re
from datetime import date

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")
# Addresses become links by themselves; an invisible joiner in them keeps them text.
JOINER = "\u2060"
ADDRESS = re.compile(r"(://|www\.|@)", re.IGNORECASE)
DIRECTIONS = {True: "▲", False: "▼"}


def plain(text: object) -> str:
    """Text from a file as one line on a page: nothing in it is formatting, a link or an image."""
    unlinked = ADDRESS.sub(
        lambda found: found[0][0] + JOINER + found[0][1:], " ".join(str(text).split())
    )
    return SPECIAL.sub(r"\\\1", unlinked)


def day(when: date) -> str:
    """A date as 31 Mar 2026."""
    return f"{when.day} {when:%b %Y}"


def change(points: float, unit: str = "points") -> str:
    """A change with its direction: "▲ 3 points", "▼ 1 point", "= unchanged"."""
    rounded = round(points)
    if not rounded:
        return "= unchanged"
    size = abs(rounded)
    named = unit[:-1] if size == 1 and unit == "points" else unit
    return f"{DIRECTIONS[rounded > 0]} {size:,} {named}".rstrip()
