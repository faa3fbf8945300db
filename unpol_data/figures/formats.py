"""How are numbers, changes and dates written for the reader?"""

from datetime import date

import pandas as pd

RANGE = "\N{EN DASH}"
UP, DOWN, SAME = "▲", "▼", "="
NO_FIGURE = "no figure"
NOT_ENOUGH_EVIDENCE = "not enough evidence"
NOT_APPLICABLE = "n/a"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BLANKS = " \u00a0\u3000\x0b\x0c"


def number(value: float | None) -> str:
    """A whole number with thousands: 4,120. Missing: "not known"."""
    return "not known" if pd.isna(value) else f"{round_half_up(value):,}"


def percent(share: float | None) -> str:
    """A share of 0-1 as a percentage: 64 %. Missing: "not known"."""
    return "not known" if pd.isna(share) else f"{round_half_up(100 * share)} %"


def quantity(value: float | None, unit: str) -> str:
    """A value with its unit: 18 Mbit/s, 95 %, 6.5 h a day. Missing: "not known"."""
    return "not known" if pd.isna(value) else f"{short(value)} {unit}"


def of_needed(value: float, needed: float, unit: str) -> str:
    """What there is of what is needed: 6 of 24 h, 4 of 18 Mbit/s."""
    return f"{short(value)} of {quantity(needed, unit)}"


def money(usd: float | None) -> str:
    """US dollars without cents: USD 56,500. Missing: "not known"."""
    return "not known" if pd.isna(usd) else f"USD {round_half_up(usd):,}"


def short(value: float) -> str:
    """A number with decimals only under ten and only where there are some: 18, 6.5, 0.07."""
    if 0 < abs(value) < 0.1:
        return f"{value:.1g}"
    if abs(value) >= 10 or round(value, 1) == round_half_up(value):
        return f"{round_half_up(value):,}"
    return f"{value:.1f}"


def change(points: float | None) -> str:
    """A change in points: "▲ 11", "▼ 2", "=" for none. Nothing to compare with: ""."""
    if pd.isna(points):
        return ""
    whole = round_half_up(points)
    if whole == 0:
        return SAME
    return f"{UP if whole > 0 else DOWN} {abs(whole)}"


def change_in_points(points: float | None) -> str:
    """A change with its unit: "▲ 3 points", "▼ 1 point", "=" for none, "" for unknown."""
    words = change(points)
    if words in ("", SAME):
        return words
    return f"{words} point" if words.endswith(" 1") else f"{words} points"


def span(low: float, high: float) -> str:
    """A range of whole numbers: 3-9 with an en dash, or 3 where both are equal."""
    first, last = round_half_up(low), round_half_up(high)
    return f"{first:,}" if first == last else f"{first:,}{RANGE}{last:,}"


def day(on: date | None) -> str:
    """A date: 31 Mar 2026. Missing: "no date"."""
    return "no date" if pd.isna(on) else f"{on.day} {on:%b %Y}"


def month(on: date | None) -> str:
    """A month: Mar 2026. Missing: "no date"."""
    return "no date" if pd.isna(on) else f"{on:%b %Y}"


def count(amount: int, one: str, many: str) -> str:
    """A number with its noun: 1 site, 3 sites."""
    return f"{amount:,} {one if amount == 1 else many}"


def round_half_up(value: float) -> int:
    """The nearest whole number; halves go away from zero, as readers expect.

    Dust of binary fractions is taken off first, so that 100 x 0.145 is 15, as its class says.
    """
    return int(round(abs(value), 9) + 0.5) * (1 if value >= 0 else -1)


def listed(words: list[str]) -> str:
    """Words as a list: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def inert(value: object) -> object:
    """The value, with an apostrophe before text a spreadsheet would run as a formula."""
    if isinstance(value, str) and value.lstrip(BLANKS).startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def unmarked(value: object) -> object:
    """The value as it was before `inert`."""
    if isinstance(value, str) and value.startswith("'") and inert(value[1:]) == value:
        return value[1:]
    return value
