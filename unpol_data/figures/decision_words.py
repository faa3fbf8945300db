"""What is said of decisions: what became of them, when they are due, how the gap moved?"""

from collections.abc import Sequence

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.filters import Filters
from unpol_data.kept_figures import ShownFigure
from unpol_data.scoring.moved import LARGER, NO_DRAWS, NO_FIGURE, NOT_CLEAR, SAME, SMALLER

KIND = "decisions"
NOTHING = "–"
OVERDUE = "\N{WARNING SIGN}\N{VARIATION SELECTOR-15}"
NO_GAP = "no gap in particular"
HEADINGS = {
    "words": "Decision",
    "office": "Office",
    "due": "Due",
    "state": "State",
    "outcome": "What became of it",
    "aim": "Gap aimed at",
    "moved": "Then and now",
}
AIMS = {
    "gap": "Gap aimed at",
    "before": "Then",
    "after": "Now",
    "change": "Change in points",
    "moved": "Moved",
}
SHOWN = {"name": "Figure", "figure": "Then", "said": "Said beside it"}
MOVED = {
    SMALLER: "clearly smaller",
    LARGER: "clearly larger",
    NOT_CLEAR: "moved, but not clearly",
    SAME: "unchanged",
    NO_FIGURE: "no figure to compare",
    NO_DRAWS: "moved; how clearly is not known",
}
ARROW = "→"


def clearly() -> str:
    """What "clearly" means, in one sentence."""
    low, high = (reference.parameter(f"interval_{end}") for end in ("low", "high"))
    share = formats.percent(high - low)
    return (
        f"Clearly: the middle {share} of the repeated calculations all have the gap moving that "
        "way, whatever the evidence leaves open. Gaps 0–100, then as the store stood when it was "
        "decided."
    )


def finding(found) -> str:
    """The list in one or two sentences; `found` as views.decisions."""
    total = len(found.rows)
    is_open, done, dropped = (
        found.count(*states) for states in (("open", "under_way"), ("done",), ("dropped",))
    )
    since = formats.day(found.rows["decided_on"].min())
    parts = [
        f"{is_open:,} open or under way",
        f"{found.overdue or 'none'} of these overdue",
        f"{done:,} done",
    ]
    if dropped:
        parts.append(f"{dropped:,} dropped")
    taken = formats.count(total, "decision", "decisions")
    said = f"{taken} since {since}: {formats.listed(parts)}."
    if not found.aimed:
        return f"{said} None aimed at a gap."
    smaller, larger = (found.moved(way) for way in (SMALLER, LARGER))
    if not smaller and not larger:
        return f"{said} No gap aimed at has clearly moved since."
    return (
        f"{said} Since then a gap aimed at has clearly shrunk in {smaller:,} and clearly grown in "
        f"{larger:,} of {found.aimed:,}."
    )


def open_and_overdue(found) -> str:
    """ "3 decisions open, 1 overdue"; nothing where none is open."""
    is_open = found.count("open", "under_way")
    if not is_open:
        return ""
    return f"{formats.count(is_open, 'decision', 'decisions')} open, {found.overdue:,} overdue"


def table(rows: pd.DataFrame, aims: pd.DataFrame) -> pd.DataFrame:
    """One row per decision as text under HEADINGS, in the given order."""
    each = list(rows.itertuples(index=False))
    by_code = dict(tuple(aims.groupby("decision_code", sort=False)))
    none = aims.iloc[:0]
    told = [(row, by_code.get(row.decision_code, none)) for row in each]
    return pd.DataFrame(
        {
            "words": [row.words for row in each],
            "office": [row.office for row in each],
            "due": [due(row) for row in each],
            "state": [state(row.state) for row in each],
            "outcome": [_text(row.outcome) for row in each],
            "aim": [aim(row, own) for row, own in told],
            "moved": [moved(own) for _, own in told],
        },
        columns=list(HEADINGS),
    )


def due(row: tuple) -> str:
    """ "31 Dec 2026"; with a sign and in words where it has passed."""
    if pd.isna(row.due_on):
        return NOTHING
    day = formats.day(row.due_on)
    if pd.isna(row.days_over):
        return day
    over = formats.count(int(row.days_over), "day", "days")
    return f"{OVERDUE} overdue by {over}: {day}"


def state(code: str) -> str:
    """The state of a decision by its name."""
    return reference.records.state_name(KIND, "state", code)


def aim(row: tuple, aims: pd.DataFrame) -> str:
    """ "UNMISS · Power", "13 gaps of BINUH", or that it aimed at no gap."""
    if aims.empty:
        return NO_GAP
    if len(aims) == 1:
        return _gap(next(aims.itertuples(index=False)))
    missions, areas = (list(dict.fromkeys(aims[name])) for name in ("mission_code", "area_code"))
    if len(missions) == 1:
        return f"{len(aims):,} gaps of {missions[0]}"
    if len(areas) == 1:
        area = reference.short_name("area", areas[0])
        return f"{area} in {formats.count(len(missions), 'mission', 'missions')}"
    return f"{len(aims):,} gaps"


def moved(aims: pd.DataFrame) -> str:
    """ "74 → 61, clearly smaller"; of several gaps how many moved which way."""
    if aims.empty:
        return NOTHING
    if len(aims) == 1:
        one = next(aims.itertuples(index=False))
        if pd.isna(one.points_before) or pd.isna(one.points_after):
            return MOVED[one.moved]
        points = (formats.number(each) for each in (one.points_before, one.points_after))
        return f"{f' {ARROW} '.join(points)}, {MOVED[one.moved]}"
    counts = aims["moved"].value_counts()
    said = [f"{counts[way]:,} {MOVED[way]}" for way in (SMALLER, LARGER) if counts.get(way)]
    return formats.listed(said) if said else f"none of {len(aims):,} clearly moved"


def aims_table(aims: pd.DataFrame) -> pd.DataFrame:
    """One row per gap aimed at, as text under AIMS."""
    each = list(aims.itertuples(index=False))
    change = aims["points_after"] - aims["points_before"]
    return pd.DataFrame(
        {
            "gap": [_gap(row) for row in each],
            "before": [_points(row.points_before) for row in each],
            "after": [_points(row.points_after) for row in each],
            "change": [_change(points, row) for points, row in zip(change, each, strict=True)],
            "moved": [MOVED[row.moved] for row in each],
        },
        columns=list(AIMS),
    )


def shown_table(shown: Sequence[ShownFigure]) -> pd.DataFrame:
    """One row per figure kept, as text under SHOWN."""
    rows = [(one.name, one.figure, one.said or NOTHING) for one in shown]
    return pd.DataFrame(rows, columns=list(SHOWN))


def gaps(rows: pd.DataFrame, chosen: Filters) -> tuple[ShownFigure, ...]:
    """The gap of each mission and area as a figure to be kept; `rows` as views.gaps has them."""
    when = f"{reference.name('horizon', chosen.horizon)}, {reference.name('side', chosen.side)}"
    return tuple(
        ShownFigure(
            f"Gap: {row.mission_code} · {reference.short_name('area', row.area_code)}",
            _points(row.gap_points),
            when,
        )
        for row in rows.itertuples(index=False)
    )


def _gap(row: tuple) -> str:
    name = f"{row.mission_code} · {reference.short_name('area', row.area_code)}"
    other = [
        reference.name(what, getattr(row, what)).lower()
        for what, usual in (("horizon", "today"), ("side", "unpol"))
        if getattr(row, what) != usual
    ]
    return f"{name} ({', '.join(other)})" if other else name


def _points(points: float) -> str:
    return formats.NOT_ENOUGH_EVIDENCE if pd.isna(points) else formats.number(points)


def _change(points: float, row: tuple) -> str:
    """ "▼ 13 (▼ 18 to ▼ 8)": the change and its interval over the draws."""
    if pd.isna(points):
        return NOTHING
    said = formats.change(points)
    if pd.isna(row.change_low) or points == 0:
        return said
    ends = [formats.change(100 * end) for end in (row.change_low, row.change_high)]
    low, high = ("0" if end == formats.SAME else end for end in ends)
    return f"{said} ({low} to {high})"


def _text(value: object) -> str:
    return value if isinstance(value, str) else NOTHING
