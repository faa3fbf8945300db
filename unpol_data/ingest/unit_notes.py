"""What is said of a column that was written in another unit, or perhaps in a wrong one?"""

from collections.abc import Iterator

import pandas as pd

from unpol_data import reference
from unpol_data.validation import Problem
from unpol_data.validation.problems import WARNING


def unit_notes(
    written: pd.Series,
    ours: pd.Series,
    *,
    column: str,
    unit: tuple[str, float] | None,
    place: tuple[str, str],
) -> Iterator[Problem]:
    """A note with the first cell as it was written and as it was read, and a doubt where the
    numbers are hardly ever so large or so small in that unit. `place` is sheet and heading.
    """
    sheet, heading = place
    own = reference.table("measures").set_index("measure").at[column, "unit"]
    numbers = pd.to_numeric(ours, errors="coerce")
    first = numbers.first_valid_index()
    if first is None:
        return
    if unit is not None and unit[1] != 1.0:
        named = "" if unit[0].casefold() in heading.casefold() else f" {unit[0]}"
        words = f"{_said(written[first])}{named} read as {_number(numbers[first])} {own}"
        found = f"{_said(written[first])} {unit[0]}"
        yield Problem(sheet, None, heading, found, own, words, "unit_converted", WARNING)
    doubt = _doubt(numbers.dropna(), column)
    if doubt:
        in_unit = f"{own}" if unit is None else f"{own}, from {unit[0]}"
        words = f"{doubt} ({in_unit}); the unit may be another one"
        yield Problem(sheet, None, heading, "", own, words, "unit_doubtful", WARNING)


def _doubt(numbers: pd.Series, column: str) -> str:
    """Why the unit may be wrong: a number too large, or all of them too small."""
    spans = reference.table("plausible_measures").set_index("measure")
    low, high = spans.at[column, "low"], spans.at[column, "high"]
    if numbers.max() > high:
        return f"the highest is {_number(numbers.max())}, more than {_number(high)}"
    positive = numbers[numbers > 0]
    if len(positive) and positive.max() < low:
        return f"the highest is {_number(positive.max())}, less than {_number(low)}"
    return ""


def _number(value: float) -> str:
    """A number with its thousands apart, and three figures at most after the point."""
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:,.10g}"


def _said(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else _number(float(cell))
