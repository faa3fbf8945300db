"""How much more does more money gain?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("budget_usd", "value", "option_count")
HEIGHT = 250
LAST_QUARTER = 0.6


def frontier(points: pd.DataFrame, palette: Palette, *, budget: float) -> Drawing:
    """The largest gain by budget as a line, the chosen budget marked and named.

    `points`: one row per budget that was solved, rising, with

        budget_usd     the budget
        value          the gain; missing where conditions clash, which leaves the line out
        option_count   how many options are chosen
    """
    rows = _rows(points, budget)
    last = float(rows["budget_usd"].max()) if len(rows) else 0.0
    at_left = budget > LAST_QUARTER * last
    return drawing(_template, palette, at_left, rows={ROWS: rows}, height=HEIGHT)


def frontier_alt(points: pd.DataFrame, *, budget: float) -> str:
    """In words: the gain at the chosen budget, and at the least and the largest solved."""
    rows = _rows(points, budget)
    known = rows[rows["value"].notna()]
    if known.empty:
        return "Gain by budget: no budget meets the conditions."
    first, last = known.iloc[0], known.iloc[-1]
    here = known[known["here"]]
    said = f" Chosen: {here.iloc[0]['words']}." if len(here) else ""
    return f"Gain by budget, from {first['words']} to {last['words']}.{said}"


def _template(palette: Palette, at_left: bool) -> alt.LayerChart:
    base = alt.Chart(source()).encode(x=_budget(palette), y=_gain(palette))
    line = base.mark_line(
        color=palette.primary, strokeWidth=2.5, invalid="break-paths-show-domains"
    )
    known = base.transform_filter("isValid(datum.value)")
    dots = known.mark_circle(color=palette.primary, size=36).encode(tooltip=_tooltip())
    here = base.transform_filter("datum.here")
    rule = here.mark_rule(stroke=palette.text, strokeWidth=1.5, strokeDash=[5, 4]).encode(
        y=alt.value(0), y2=alt.value(HEIGHT)
    )
    mark = here.transform_filter("isValid(datum.value)").mark_point(
        size=190, filled=True, fill=palette.background, stroke=palette.primary, strokeWidth=3
    )
    shape = {"align": "right" if at_left else "left", "dx": -8 if at_left else 8}
    words = here.encode(text="budget:N", y=alt.value(HEIGHT - 10))
    halo = words.mark_text(
        **shape, stroke=palette.background, strokeWidth=4, color=palette.background
    )
    said = words.mark_text(**shape, fontWeight="bold", color=palette.text)
    return theme.themed(alt.layer(line, rule, dots, mark, halo, said), palette)


def _rows(points: pd.DataFrame, budget: float) -> pd.DataFrame:
    rows = marks.checked(points, COLUMNS)
    rows["here"] = rows["budget_usd"] == budget
    rows["budget"] = rows["budget_usd"].map(formats.money)
    rows["gain"] = [
        "conditions clash" if pd.isna(value) else f"gain {formats.short(value) if value else 0}"
        for value in rows["value"]
    ]
    rows["words"] = rows["budget"] + ": " + rows["gain"]
    return rows


def _budget(palette: Palette) -> alt.X:
    return alt.X(
        "budget_usd:Q",
        title="Budget with programme support, USD",
        scale=alt.Scale(nice=False, zero=True),
        axis=alt.Axis(
            labelExpr="datum.value >= 1e6 ? format(datum.value / 1e6, '~f') + ' m' : "
            "format(datum.value, ',.0f')",
            labelColor=palette.secondary_text,
            labelFlush=True,
            tickCount=theme.on_phone(4, 6),
            titleAnchor="start",
            titleAlign="left",
        ),
    )


def _gain(palette: Palette) -> alt.Y:
    return alt.Y(
        "value:Q",
        title=None,
        axis=alt.Axis(grid=True, tickCount=5, labelColor=palette.secondary_text),
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("budget:N", title="Budget"),
        alt.Tooltip("gain:N", title="Gain"),
        alt.Tooltip("option_count:Q", title="Options"),
    ]
