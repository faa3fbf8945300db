"""What became of a file, in words and tables for the person who handed it in?"""

from collections.abc import Mapping

import pandas as pd

from unpol_data.figures import formats
from unpol_data.validation import Problem

WHOLE = "–"
PROBLEMS = {
    "sheet": "Sheet",
    "row": "Row",
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


def problems(found: tuple[Problem, ...]) -> pd.DataFrame:
    """One row per problem as text, under the headings PROBLEMS, row by row of each sheet."""
    sheets = {sheet: turn for turn, sheet in enumerate(dict.fromkeys(one.sheet for one in found))}
    ordered = sorted(found, key=lambda one: (sheets[one.sheet], one.row or 0))
    return pd.DataFrame(
        [
            {
                "sheet": one.sheet or WHOLE,
                "row": WHOLE if one.row is None else f"{one.row:,}",
                "column": one.column or WHOLE,
                "found": one.found or "nothing",
                "expected": one.expected or WHOLE,
                "words": one.words,
                "severity": one.severity,
            }
            for one in ordered
        ],
        columns=list(PROBLEMS),
    )


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
