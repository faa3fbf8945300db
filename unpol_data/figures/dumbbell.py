"""How does each area stand against the last round and against other missions?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("name", "gap_points", "previous_points", "median_points", "change_points", "gap_class")
ROW_HEIGHT = 26
# Pixels kept free at the right edge for the change.
CHANGE_ROOM = 46


def dumbbell(
    gaps: pd.DataFrame, palette: Palette, *, now: str = "This round", before: str = "Last round"
) -> Drawing:
    """This round filled, the last round hollow, the median of missions a tick, the change at right.

    `now` and `before` name what is filled and what is hollow: two rounds, or two missions.

    `gaps`: one row per area (or mission), in the order to be drawn, with

        name                what stands at the left
        gap_points          0 requirement met, 100 nothing in place; missing without a figure
        previous_points     the same in the last round, may be missing
        median_points       median of missions with a figure, may be missing
        change_points       points since the last round, may be missing
        gap_class           met ... critical, not_enough_evidence or not_applicable

    A row without a figure says so in words and shows no mark.
    """
    rows = _rows(gaps)
    return drawing(
        _template, palette, now, before, rows={ROWS: rows}, height=ROW_HEIGHT * len(rows)
    )


def _template(palette: Palette, now: str, before: str) -> alt.LayerChart:
    base = alt.Chart(source()).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=230, labelOverlap=False)),
        tooltip=[
            alt.Tooltip("name:N", title="Area"),
            alt.Tooltip("now:N", title=now),
            alt.Tooltip("last:N", title=before),
            alt.Tooltip("median:N", title="Median of missions"),
            alt.Tooltip("changed:N", title="Change"),
        ],
    )
    # The words come first: they stand in every row, and rows are drawn in the order they come.
    chart = alt.layer(*_words(base, palette), *_moves(base, palette), *_points(base, palette))
    chart = chart.resolve_scale(color="independent")
    return theme.themed(chart, palette)


def dumbbell_alt(gaps: pd.DataFrame, *, now: str = "this round", before: str = "the last") -> str:
    """In words: each row's gap now, its change, and the median of missions."""
    rows = _rows(gaps)
    words = []
    for row in rows.itertuples(index=False):
        if pd.isna(row.gap_points):
            words.append(f"{row.name} {row.now}")
            continue
        details = [row.changed, f"median {row.median}" if row.median else ""]
        details = [detail for detail in details if detail]
        words.append(f"{row.name} {row.now}" + (f" ({', '.join(details)})" if details else ""))
    return f"Gap, 0 to 100, {now} against {before}: {'; '.join(words)}."


def _rows(gaps: pd.DataFrame) -> pd.DataFrame:
    rows = marks.checked(gaps, COLUMNS)
    rows["now"] = [
        marks.CLASS_NAMES[row.gap_class]
        if pd.isna(row.gap_points)
        else f"{formats.number(row.gap_points)}, {marks.CLASS_NAMES[row.gap_class]}"
        for row in rows.itertuples(index=False)
    ]
    for column, words in (("previous_points", "last"), ("median_points", "median")):
        rows[words] = ["" if pd.isna(gap) else formats.number(gap) for gap in rows[column]]
    rows["change"] = rows["change_points"].map(formats.change)
    rows["changed"] = rows["change_points"].map(formats.change_in_points)
    rows["changed"] = rows["changed"].replace(formats.SAME, "unchanged")
    return rows


def _gap(field: str, palette: Palette) -> alt.X:
    return alt.X(
        f"{field}:Q",
        title="Gap, 0\N{EN DASH}100",
        scale=alt.Scale(domain=[0, 100], nice=False, range=[0, alt.expr(f"width - {CHANGE_ROOM}")]),
        axis=alt.Axis(
            orient="top",
            grid=True,
            values=[0, 25, 50, 75, 100],
            titleAnchor="start",
            titleAlign="left",
            labelColor=palette.secondary_text,
            labelFlush=False,
        ),
    )


def _moves(base: alt.Chart, palette: Palette) -> list[alt.Chart]:
    """The way from the last round to this one, and the median's tick."""
    moved = base.transform_filter("isValid(datum.gap_points) && isValid(datum.previous_points)")
    tick = base.transform_filter("isValid(datum.gap_points) && isValid(datum.median_points)")
    return [
        moved.mark_rule(stroke=palette.secondary_text, strokeWidth=2.5).encode(
            x=_gap("previous_points", palette), x2="gap_points:Q"
        ),
        tick.mark_tick(color=palette.secondary_text, thickness=1.5, size=16).encode(
            x=_gap("median_points", palette)
        ),
    ]


def _points(base: alt.Chart, palette: Palette) -> list[alt.Chart]:
    last = base.transform_filter("isValid(datum.previous_points) && isValid(datum.gap_points)")
    return [
        last.mark_circle(
            size=75, color=palette.background, stroke=palette.text, strokeWidth=1.5, opacity=1
        ).encode(x=_gap("previous_points", palette)),
        base.transform_filter("isValid(datum.gap_points)")
        .mark_circle(size=190, stroke=palette.text, strokeWidth=1, opacity=1)
        .encode(x=_gap("gap_points", palette), color=marks.fill(palette)),
    ]


def _words(base: alt.Chart, palette: Palette) -> list[alt.Chart]:
    change = base.mark_text(
        x=alt.expr("width"), align="right", fontSize=theme.AXIS_SIZE, color=palette.text
    )
    missing = base.transform_filter("!isValid(datum.gap_points)").mark_text(
        x=6, align="left", fontSize=theme.AXIS_SIZE, color=palette.secondary_text
    )
    return [change.encode(text="change:N"), missing.encode(text="now:N")]
