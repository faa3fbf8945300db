"""What would a file change, held against what the store holds?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from unpol_data.queries.facts import KEYS
from unpol_data.validation.cells import shown_whole
from unpol_data.validation.problems import shown

NEW, CHANGED, SAME, MISSING = "new", "changed", "same", "missing"
COUNTED = ["sheet", NEW, CHANGED, SAME, MISSING]
LISTED = ["sheet", "change", "site_code", "about", "before", "after", "cells"]
# What is listed first where not everything is: what changes figures, and what a file forgot.
ORDER = (CHANGED, MISSING, NEW)
MOST_LISTED = 10_000
# A number in the store has as many places behind the point as it is kept with.
DECIMALS = 12


@dataclass(frozen=True)
class Facts:
    """How the facts of one sheet are told apart, and what of them is shown when they are new.

    `of_days` names a day within the key: a measurement of another day is another fact, but
    a thing measured on any day is not missing.
    """

    sheet: str
    key: tuple[str, ...]
    shown: tuple[str, ...]
    day: str | None = None
    of_days: bool = False


FACTS = {
    "site_facts": Facts(
        "sites", KEYS["site_facts"], ("name", "site_kind", "unpol_served", "closed")
    ),
    "answers": Facts("answers", KEYS["answers"], ("state", "value", "needed"), "answered_on"),
    "equipment_lines": Facts(
        "equipment",
        KEYS["equipment_lines"],
        ("required", "held", "serviceable"),
        "counted_on",
    ),
    "measurements": Facts(
        "connectivity",
        KEYS["measurements"],
        ("value",),
        "measured_on",
        of_days=True,
    ),
    "threat_ratings": Facts(
        "threats", KEYS["threat_ratings"], ("level_now", "level_emerging"), "rated_on"
    ),
}


@dataclass(frozen=True)
class Difference:
    """What a file would change.

    `counts` has one row per sheet: how many facts are new, changed, the same, and missing
    this time. `rows` has one row per fact that is changed, missing or new, as text, in this
    order, at most MOST_LISTED; `unlisted` counts the rest. Its `cells` are what `before` and
    `after` are made of: column, cell before and cell after, "" for nothing.
    """

    counts: pd.DataFrame
    rows: pd.DataFrame
    unlisted: int = 0

    def lines(self) -> Iterator[str]:
        """The counts for a terminal, a line per sheet."""
        for one in self.counts.itertuples():
            yield (
                f"{one.sheet}: {one.new:,} new, {one.changed:,} changed, {one.same:,} the same, "
                f"{one.missing:,} missing this time"
            )

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "counts": self.counts.to_dict("records"),
            "rows": self.rows.to_dict("records"),
            "unlisted": self.unlisted,
        }


def of_json(told: Mapping[str, Any]) -> Difference:
    """The difference that was told as plain values."""
    counts = pd.DataFrame(told["counts"], columns=COUNTED)
    return Difference(counts, pd.DataFrame(told["rows"], columns=LISTED), told["unlisted"])


def difference(
    given: Mapping[str, pd.DataFrame],
    held: Mapping[str, pd.DataFrame],
    *,
    last_round: Mapping[str, pd.DataFrame] | None = None,
) -> Difference:
    """The facts `given`, by table of the store, held against those `held`.

    A fact is the same where it says the same, even of a later day. Missing this time is
    what `last_round` says of the sites given, and of threats, and `given` does not; a
    site of the last round that is not given at all is missing once, among the sites.
    """
    last_round = last_round or {}
    sites = {
        code
        for rows in given.values()
        if "site_code" in rows.columns
        for code in rows["site_code"].unique()
    }
    counts, listed = [], []
    for table, facts in FACTS.items():
        own = _text(given.get(table), facts)
        found = _against(own, _text(held.get(table), facts), facts)
        missing = _missing(own, _text(last_round.get(table), facts), facts, sites)
        if table in given or len(missing):
            counted = found["change"].value_counts()
            numbers = {change: int(counted.get(change, 0)) for change in (NEW, CHANGED, SAME)}
            counts.append({"sheet": facts.sheet, **numbers, MISSING: len(missing)})
        listed += [found.loc[found["change"] != SAME, LISTED], missing[LISTED]]
    rows = pd.concat(listed, ignore_index=True)
    turn = rows["change"].map({change: place for place, change in enumerate(ORDER)})
    rows = rows.iloc[turn.argsort(kind="stable")].reset_index(drop=True)
    rows = rows.head(MOST_LISTED)
    every = sum(one[change] for one in counts for change in ORDER)
    return Difference(pd.DataFrame(counts, columns=COUNTED), rows, every - len(rows))


def _text(rows: pd.DataFrame | None, facts: Facts) -> pd.DataFrame:
    """The rows with every cell as text, so that a number, a date and a word compare alike."""
    if rows is None:
        return pd.DataFrame(columns=list(facts.key), dtype="object")
    rows = rows.drop(columns=["assessment_id", "mission_code"], errors="ignore")
    return pd.DataFrame({name: _words(rows[name]) for name in rows.columns})


def _words(column: pd.Series) -> pd.Series:
    """Each cell in full as text, nothing as ''; equal cells are put into words once."""
    if pd.api.types.is_datetime64_any_dtype(column):
        words = column.dt.strftime("%Y-%m-%d")
        return words.astype(object).where(column.notna(), "").reset_index(drop=True)
    if pd.api.types.is_float_dtype(column):
        column = column.round(DECIMALS)
    codes, known = pd.factorize(column.astype(object))
    words = [*(shown_whole(cell) for cell in known), ""]
    return pd.Series([words[code] for code in codes], dtype="object")


def _against(own: pd.DataFrame, held: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """One row per fact given: whether it is new, changed or the same, and what it said before."""
    if own.empty:
        return pd.DataFrame(columns=LISTED, dtype="object")
    key = list(facts.key)
    both = own.merge(held, how="left", on=key, suffixes=("", "_before"), indicator="found")
    compared = [
        name for name in own.columns if name not in (*key, facts.day) and name in held.columns
    ]
    known = both["found"] == "both"
    differs = {name: known & (both[name] != both[f"{name}_before"]) for name in compared}
    changed = pd.DataFrame(differs, index=both.index).any(axis=1)
    both["change"] = SAME
    both.loc[changed, "change"] = CHANGED
    both.loc[~known, "change"] = NEW
    both = both.assign(sheet=facts.sheet, about=_about(both, facts), before="", after="")
    both["cells"] = [[] for _ in range(len(both))]
    listed = changed.index[changed][:MOST_LISTED]
    both.loc[listed, "cells"] = _object(_changed_cells(both.loc[listed], compared), listed)
    both.loc[listed, "before"] = [_said(cells, 1) for cells in both.loc[listed, "cells"]]
    both.loc[listed, "after"] = [_said(cells, 2) for cells in both.loc[listed, "cells"]]
    new = both.index[~known][:MOST_LISTED]
    cells = [[[name, "", cell] for name, cell in of] for of in _shown(both.loc[new], facts)]
    both.loc[new, "cells"] = _object(cells, new)
    both.loc[new, "after"] = [_said(of, 2) for of in cells]
    return both if "site_code" in both.columns else both.assign(site_code="")


def _object(cells: list, index: pd.Index) -> pd.Series:
    """Lists as the cells of a column."""
    return pd.Series(cells, index=index, dtype="object")


def _changed_cells(rows: pd.DataFrame, compared: list[str]) -> list[list[list[str]]]:
    """The columns of each row that differ, as they were and as they are."""
    was = rows[[f"{name}_before" for name in compared]].itertuples(index=False, name=None)
    now = rows[compared].itertuples(index=False, name=None)
    return [
        [
            [name, shown(before), shown(after)]
            for name, before, after in zip(compared, old, new, strict=True)
            if before != after
        ]
        for old, new in zip(was, now, strict=True)
    ]


def _missing(
    own: pd.DataFrame, before: pd.DataFrame, facts: Facts, sites: set[str]
) -> pd.DataFrame:
    """One row per fact of the last round that is not given this time."""
    key = [name for name in facts.key if not (facts.of_days and name == facts.day)]
    if before.empty:
        return pd.DataFrame(columns=LISTED, dtype="object")
    if facts.of_days:
        before = before.sort_values(facts.day).drop_duplicates(key, keep="last")
    here = pd.MultiIndex.from_frame(before[key]).isin(pd.MultiIndex.from_frame(own[key]))
    gone = before[~here]
    if facts.sheet == "sites":
        gone = gone[~gone["site_code"].isin(sites)]
    elif "site_code" in gone.columns:
        gone = gone[gone["site_code"].isin(sites)]
    gone = gone.assign(change=MISSING, sheet=facts.sheet, after="", about=_about(gone, facts))
    cells = [[[name, cell, ""] for name, cell in of] for of in _shown(gone, facts)]
    gone["cells"] = _object(cells, gone.index)
    gone["before"] = [_said(of, 1) for of in cells]
    return gone if "site_code" in gone.columns else gone.assign(site_code="")


def _about(rows: pd.DataFrame, facts: Facts) -> pd.Series:
    """What of its site a fact is about: "COM-PER-1, unpol"."""
    rest = [name for name in facts.key if name != "site_code"]
    if not rest:
        return pd.Series("", index=rows.index, dtype="object")
    words = rows[rest[0]]
    for name in rest[1:]:
        words = words + ", " + rows[name]
    return words


def _shown(rows: pd.DataFrame, facts: Facts) -> list[list[tuple[str, str]]]:
    """What is shown of facts that have nothing to be held against: their cells with something."""
    names = [name for name in facts.shown if name in rows.columns]
    return [
        [(name, shown(cell)) for name, cell in zip(names, cells, strict=True) if cell]
        for cells in rows[names].itertuples(index=False, name=None)
    ]


def _said(cells: Sequence[Sequence[str]], turn: int) -> str:
    """Columns with their cells before (1) or after (2): "value 2, evidence grade nothing"."""
    return ", ".join(f"{cell[0].replace('_', ' ')} {cell[turn] or 'nothing'}" for cell in cells)
