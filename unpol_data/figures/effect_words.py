"""How is it said which figures an approval or a withdrawal would change?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

UNCHANGED = "="
NO_FIGURE = "no figure"
VIEWS = {
    ("unpol", "today"): "UNPOL, today",
    ("unpol", "emerging"): "UNPOL, in two to three years",
    ("host_state", "today"): "Host State, today",
    ("host_state", "emerging"): "Host State, in two to three years",
}
PRIORITIES = {"rank": "Rank", "name": "Priority", "before": "Rank now"}


def headings(effects: pd.DataFrame) -> dict[str, str]:
    """The headings of `table`: the area, and each side and horizon on which something changes."""
    changed = set(zip(effects["side"], effects["horizon"], strict=True))
    shown = {
        f"{side}_{horizon}": VIEWS[side, horizon]
        for side, horizon in VIEWS
        if (side, horizon) in changed
    }
    return {"area": "Capability area", **shown}


def table(effects: pd.DataFrame) -> pd.DataFrame:
    """One row per area that changes, under `headings`: "28 moderate → 41 large"."""
    said = {
        (row.area_code, f"{row.side}_{row.horizon}"): _change(row)
        for row in effects.itertuples(index=False)
    }
    areas = [code for code in reference.codes("areas") if code in set(effects["area_code"])]
    columns = headings(effects)
    return pd.DataFrame(
        [
            {"area": reference.name("area", code)}
            | {name: said.get((code, name), UNCHANGED) for name in columns if name != "area"}
            for code in areas
        ],
        columns=list(columns),
    )


def summary(effects: pd.DataFrame) -> str:
    """How many gaps change and how many change class, over both sides and horizons."""
    if effects.empty:
        return "No printed gap would change."
    areas = formats.count(effects["area_code"].nunique(), "area", "areas")
    gaps = formats.count(len(effects), "gap", "gaps")
    classes = int((effects["class_before"] != effects["class_after"]).sum())
    moved = formats.count(classes, "of them enters another class", "of them enter another class")
    return f"{gaps} in {areas} would change; {moved if classes else 'none enters another class'}."


def priorities(first: pd.DataFrame) -> pd.DataFrame:
    """The first priorities as they would be, under the headings PRIORITIES."""
    rows = list(first.itertuples(index=False))
    return pd.DataFrame(
        {
            "rank": [f"{row.rank}" for row in rows],
            "name": [
                f"{row.mission_code} · {reference.name('area', row.area_code)}" for row in rows
            ],
            "before": [_rank(row) for row in rows],
        },
        columns=list(PRIORITIES),
    )


def _change(row: tuple) -> str:
    return f"{_figure(row.points_before, row.class_before)} → " + _figure(
        row.points_after, row.class_after
    )


def _figure(points: int | None, gap_class: str) -> str:
    if pd.isna(points):
        return NO_FIGURE
    names = reference.table("gap_classes").set_index("gap_class")["name"]
    return f"{points} {names[gap_class].lower()}"


def _rank(row: tuple) -> str:
    if pd.isna(row.rank_before):
        return "not ranked"
    return "same" if row.rank_before == row.rank else f"{row.rank_before}"
