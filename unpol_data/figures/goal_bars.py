"""How much is on record for each goal: options, decisions and guidance, side by side?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("goal_name", "kind_name", "count")
ROW_HEIGHT, BAR, HEAD_ROOM = 50, 16, 26
# How much of its column the longest bar takes; the rest is for the number.
LONGEST = 0.72
# The longest name of a goal just fits a phone in this size.
NARROW_NAME = 11.5
NONE = "none"


def goal_bars(counts: pd.DataFrame, palette: Palette) -> Drawing:
    """A column of bars for each kind, with its number at the end; "none" where there is none.

    `counts`: one row per goal and kind, goals and kinds in the order to be drawn, with

        goal_name    what stands above the bars
        kind_name    what stands on top of the column
        count        how many, 0 or more
    """
    rows = _rows(counts)
    height = HEAD_ROOM + ROW_HEIGHT * rows["goal_name"].nunique()
    kinds = rows["kind_name"].nunique()
    return drawing(_template, palette, max(kinds, 1), rows={ROWS: rows}, height=height)


def goal_bars_alt(counts: pd.DataFrame) -> str:
    """In words: each goal with its numbers, in the order drawn."""
    rows = _rows(counts)
    said = [
        f"{goal}: {formats.listed([f'{row.kind_name.lower()} {row.words}' for row in own])}"
        for goal, own in (
            (goal, list(of_goal.itertuples(index=False)))
            for goal, of_goal in rows.groupby("goal_name", sort=False)
        )
    ]
    return f"Bars by goal. {'; '.join(said)}."


def _rows(counts: pd.DataFrame) -> pd.DataFrame:
    rows = marks.checked(counts, COLUMNS)
    turns = {name: turn for turn, name in enumerate(rows["kind_name"].drop_duplicates())}
    begins = rows["kind_name"].map(turns).astype("float64")
    longest = max(int(rows["count"].max()), 1) if len(rows) else 1
    return rows.assign(
        begins=begins,
        ends=begins + LONGEST * rows["count"] / longest,
        words=[formats.number(count) if count else NONE for count in rows["count"]],
    )


def _template(palette: Palette, kinds: int) -> alt.LayerChart:
    base = alt.Chart(source())
    x = alt.Scale(domain=[0, kinds], nice=False, zero=False)
    first = base.transform_filter("datum.begins === 0")
    names = first.mark_text(
        x=0,
        align="left",
        baseline="middle",
        fontWeight=600,
        fontSize=theme.on_phone(NARROW_NAME, theme.LABEL_SIZE),
        limit=alt.expr("width"),
    ).encode(y=_row(0.28), text="goal_name:N")
    bars = base.mark_rule(strokeWidth=BAR, color=palette.primary).encode(
        y=_row(0.7),
        x=alt.X("begins:Q", title=None, axis=None, scale=x),
        x2="ends:Q",
        tooltip=[
            alt.Tooltip("goal_name:N", title="Goal"),
            alt.Tooltip("kind_name:N", title="On record"),
            alt.Tooltip("words:N", title="How many"),
        ],
    )
    looks = {"align": "left", "baseline": "middle", "fontSize": theme.AXIS_SIZE}
    numbers = base.transform_filter("datum.count > 0").mark_text(dx=6, **looks)
    none = base.transform_filter("datum.count === 0").mark_text(
        **looks, fontStyle="italic", color=palette.secondary_text
    )
    heads = (
        base.transform_aggregate(groupby=["kind_name", "begins"])
        .mark_text(y=HEAD_ROOM / 2, color=palette.secondary_text, **looks)
        .encode(x=alt.X("begins:Q", scale=x, axis=None), text="kind_name:N")
    )
    told = [
        mark.encode(y=_row(0.7), x=alt.X(f"{at}:Q", scale=x, axis=None), text="words:N")
        for mark, at in ((numbers, "ends"), (none, "begins"))
    ]
    return theme.themed(alt.layer(names, bars, *told, heads), palette)


def _row(position: float) -> alt.Y:
    below_heads = [HEAD_ROOM, alt.expr("height")]
    scale = alt.Scale(paddingInner=0, paddingOuter=0, range=below_heads)
    return alt.Y(
        "goal_name:N", sort=None, title=None, axis=None, scale=scale, bandPosition=position
    )
