"""How is it said what of the facts changes: which site, which question, from what to what?"""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pandas as pd

from unpol_data import reference
from unpol_data.figures import answer_words, entry_words, formats

NOTHING = "–"
COLUMNS = ("change", "sheet", "site", "about", "before", "after")
CHANGES = {
    "change": "Change",
    "sheet": "What",
    "site": "Site",
    "about": "About",
    "before": "Before",
    "after": "After",
}
SHEETS = {
    "sites": ("site", "sites"),
    "answers": ("answer", "answers"),
    "equipment": ("equipment line", "equipment lines"),
    "connectivity": ("measurement", "measurements"),
    "threats": ("crime-threat rating", "crime-threat ratings"),
}
# What a code of a column is named by.
NAMED = {
    "state": "state",
    "evidence_grade": "evidence_grade",
    "modality": "modality",
    "cause": "cause",
    "site_kind": "site_kind",
}
ANSWERED = ("state", "answered")
# Where the heading of the form says more than a change needs.
HEADINGS = {"state": "State", "respondent_role": "Told by"}
SHORT = 70
MOST_TOLD = 3


def table(
    rows: pd.DataFrame, sites: Mapping[str, str], *, missing: str = "missing"
) -> pd.DataFrame:
    """One row per changed, missing or new fact under COLUMNS, every code by its name.

    `rows` as ingest.difference has them; `sites` are names by code, to which those of sites
    that are described among the rows are added; `missing` is the word for what is said no more.
    """
    names = {**sites, **_described(rows)}
    return pd.DataFrame(
        [
            {
                "change": missing if row.change == "missing" else row.change,
                "sheet": row.sheet,
                "site": names.get(row.site_code, row.site_code) or NOTHING,
                "about": _about(row) or NOTHING,
                "before": _said(row, 1) or NOTHING,
                "after": _said(row, 2) or NOTHING,
            }
            for row in rows.itertuples(index=False)
        ],
        columns=list(COLUMNS),
    )


def summary(counts: pd.DataFrame) -> str:
    """How many facts a version changed: "3 answers changed, 1 new, 2 gone; 1 site new."."""
    said = []
    for row in counts.itertuples(index=False):
        every = ((row.changed, "changed"), (row.new, "new"), (row.missing, "gone"))
        parts = [(number, word) for number, word in every if number]
        if parts:
            (first, word), *others = parts
            told = [f"{formats.count(first, *SHEETS[row.sheet])} {word}"]
            said.append(", ".join(told + [f"{number:,} {other}" for number, other in others]))
    return f"{'; '.join(said)}." if said else "Nothing of what it says was changed."


def first(told: pd.DataFrame) -> list[str]:
    """The first few rows of `table` as a line each: "Bor, How many radios work?: 2 → 4"."""
    return [
        f"{', '.join(part for part in (row.site, row.about) if part != NOTHING)}: "
        f"{row.before} → {row.after}"
        for row in told.head(MOST_TOLD).itertuples(index=False)
    ]


def _described(rows: pd.DataFrame) -> dict[str, str]:
    """The names of sites that the rows themselves tell."""
    return {
        row.site_code: after or before
        for row in rows[rows["sheet"] == "sites"].itertuples(index=False)
        for column, before, after in row.cells
        if column == "name"
    }


def _about(row: tuple) -> str:
    """What of its site a fact is about, in words; a side that is not UNPOL's with it."""
    parts = row.about.split(", ")
    if row.sheet == "answers":
        item, side = parts
        return _short(_items()[item]["question"]) + _side(side)
    if row.sheet == "equipment":
        side, code = parts
        return reference.name("equipment", code) + _side(side)
    if row.sheet == "connectivity":
        measure, on = parts
        return f"{reference.name('measure', measure)}, {formats.day(date.fromisoformat(on[:10]))}"
    return reference.name("threat", row.about) if row.sheet == "threats" else ""


def _side(side: str) -> str:
    return "" if side == "unpol" else f" ({reference.name('side', side)})"


def _said(row: tuple, turn: int) -> str:
    """The cells of a fact before (1) or after (2) in words; nothing where there is no such fact."""
    if not (row.before, row.after)[turn - 1]:
        return ""
    cells = [(cell[0], cell[turn]) for cell in row.cells]
    if len(cells) > 1 and ANSWERED in cells:
        cells.remove(ANSWERED)
    if [column for column, _ in cells] == ["value"]:
        return _cell(row, "value", cells[0][1]) or "nothing"
    return ", ".join(
        f"{_heading(column)} {_cell(row, column, cell) or 'nothing'}" for column, cell in cells
    )


def _heading(column: str) -> str:
    return (HEADINGS.get(column) or entry_words.heading(column)).lower()


def _cell(row: tuple, column: str, cell: str) -> str:
    if not cell:
        return ""
    if column in NAMED:
        return reference.name(NAMED[column], cell)
    if column == "value" and row.sheet == "answers":
        return _answer(_items()[row.about.partition(", ")[0]], float(cell))
    if column == "value" and row.sheet == "connectivity":
        return formats.quantity(float(cell), _units()[row.about.partition(", ")[0]])
    return cell


def _answer(item: Mapping, value: float) -> str:
    """An answer as one says it: partly, 2 of 4, 6.5 hours."""
    if item["answer_type"] == "yes_partly_no":
        return answer_words.CHOICES.get(value, f"{value:g}")
    if item["answer_type"] == "level":
        return f"{value:g} of {reference.parameter('item_level_top'):g}"
    return formats.quantity(value, item["unit"])


@cache
def _items() -> dict[str, dict]:
    return reference.table("framework").set_index("item_code").to_dict("index")


@cache
def _units() -> dict[str, str]:
    return reference.table("measures").set_index("measure")["unit"].to_dict()


def _short(text: str) -> str:
    """A text cut at a word where it is long."""
    if len(text) <= SHORT:
        return text
    return f"{text[:SHORT].rpartition(' ')[0]} …"
