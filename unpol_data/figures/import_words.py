"""What became of a file, in words and tables for the person who handed it in?"""

from collections.abc import Iterable, Mapping

import pandas as pd

from unpol_data.figures import formats
from unpol_data.validation import Problem

WHOLE = "–"
# Rows of equal problems that are named one by one.
MOST_ROWS = 3
EQUAL = ("sheet", "column", "found", "expected", "words", "severity")
PROBLEMS = {
    "sheet": "Sheet",
    "row": "Rows",
    "column": "Column",
    "found": "Found",
    "expected": "Expected",
    "words": "What is wrong",
    "severity": "Severity",
}
SHEETS = {"sheet": "Sheet", "fine": "Rows fine", "wrong": "Rows to put right"}
COUNTS = {
    "sheet": "Sheet",
    "new": "New",
    "changed": "Changed",
    "same": "The same",
    "missing": "Missing this time",
}
COUNTED = (
    "The same: it says what is held, even if of a later day. Missing this time: the last approved "
    "round said it of these sites and this file does not; what was said then goes on counting."
)
CHANGES = {
    "change": "Change",
    "sheet": "Sheet",
    "site": "Site",
    "about": "About",
    "before": "Held now",
    "after": "In the file",
}


def problems(found: Iterable[Problem]) -> pd.DataFrame:
    """One row per kind of equal problems as text, under the headings PROBLEMS.

    Sheet by sheet, in the order of the first row that has each; all its rows are named, of
    many the first few: "14, 17, 23 and 40 more".
    """
    found = tuple(found)
    sheets = {sheet: turn for turn, sheet in enumerate(dict.fromkeys(one.sheet for one in found))}
    alike: dict[tuple[str, ...], list[int | None]] = {}
    for one in sorted(found, key=lambda one: (sheets[one.sheet], one.row or 0)):
        alike.setdefault(tuple(getattr(one, name) for name in EQUAL), []).append(one.row)
    return pd.DataFrame(
        [
            dict(zip(EQUAL, kind, strict=True))
            | {
                "sheet": kind[0] or WHOLE,
                "row": _rows(rows),
                "column": kind[1] or WHOLE,
                "found": kind[2] or "nothing",
                "expected": kind[3] or WHOLE,
            }
            for kind, rows in alike.items()
        ],
        columns=list(PROBLEMS),
    )


def _rows(rows: list[int | None]) -> str:
    """Row numbers in words; all of few, the first of many."""
    named = [WHOLE if row is None else f"{row:,}" for row in dict.fromkeys(rows)]
    more = len(named) - MOST_ROWS
    return formats.listed(named if more <= 1 else [*named[:MOST_ROWS], f"{more:,} more"])


def sheets(fine_rows: dict[str, int], wrong_rows: dict[str, int]) -> pd.DataFrame:
    """One row per sheet: how many rows are fine, and how many must be put right."""
    return pd.DataFrame(
        [
            {"sheet": sheet, "fine": rows, "wrong": wrong_rows.get(sheet, 0)}
            for sheet, rows in fine_rows.items()
        ],
        columns=list(SHEETS),
    )


def verdict(
    file_name: str, mission_code: str, fine_rows: dict[str, int], warnings: tuple[Problem, ...]
) -> str:
    """What can be kept of a file in which nothing is wrong, in one sentence."""
    rows = formats.count(sum(fine_rows.values()), "row", "rows")
    noted = ""
    if warnings:
        noted = f", {formats.count(len(warnings), 'warning', 'warnings')} to look at"
    return f"{file_name} is right: {rows} of {mission_code}{noted}. Nothing is stored yet."


def records(counts: Mapping[str, Mapping[str, int]]) -> str:
    """What a file of the programme would change, in one sentence: 2 new visits, 1 changed."""
    changes = [
        formats.count(sum(of_kind[became] for of_kind in counts.values()), one, many)
        for became, one, many in (
            ("new", "new record", "new records"),
            ("changed", "changed record", "changed records"),
        )
    ]
    same = sum(of_kind["same"] for of_kind in counts.values())
    held = formats.count(same, "record is", "records are")
    if not any(of_kind["new"] or of_kind["changed"] for of_kind in counts.values()):
        return f"{held} held already just so. There is nothing to save."
    return f"{' and '.join(changes)}; {held} the same. Nothing is stored yet."


def counts(found: pd.DataFrame) -> pd.DataFrame:
    """One row per sheet under the headings COUNTS, numbers as text."""
    return found.assign(**{name: found[name].map("{:,}".format) for name in list(COUNTS)[1:]})
