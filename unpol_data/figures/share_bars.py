"""Which shares reach a line that they are held to?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("name", "share", "whole")
ROW_HEIGHT = 34
# Pixels kept free at the top for the name of the line.
LINE_ROOM = 26
# Pixels kept free at the right for the words.
WORDS_ROOM = 96


def share_bars(
    shares: pd.DataFrame, palette: Palette, *, line_share: float, line_name: str
) -> Drawing:
    """Bars of shares with their words at the right, against a dashed, labelled line.

    `shares`: one row per bar, in the order to be drawn, with

        name    what stands at the left: "Radio"
        share   0-1; missing where there is no whole, which is said in words
        whole   of how many
    """
    rows = _rows(shares)
    line = pd.DataFrame({"share": [line_share], "name": [line_name]})
    height = LINE_ROOM + ROW_HEIGHT * len(rows)
    return drawing(_template, palette, rows={ROWS: rows, "line": line}, height=height)


def _template(palette: Palette) -> alt.LayerChart:
    base = alt.Chart(source()).encode(
        y=alt.Y(
            "name:N",
            sort=None,
            title=None,
            scale=alt.Scale(
                paddingInner=0.42, paddingOuter=0.2, range=[LINE_ROOM, alt.expr("height")]
            ),
            axis=alt.Axis(labelLimit=190, labelOverlap=False),
        ),
        x=_share(),
        tooltip=[alt.Tooltip("name:N", title="Name"), alt.Tooltip("words:N", title="Share")],
    )
    known = base.transform_filter("isValid(datum.share)")
    bar = known.mark_bar(color=palette.primary)
    text = base.mark_text(align="right", fontSize=theme.AXIS_SIZE)
    right = alt.XValue(alt.expr("width"))
    layers = [bar, text.encode(text="words:N", x=right), *_line(palette)]
    return theme.themed(alt.layer(*layers), palette)


def share_bars_alt(shares: pd.DataFrame, *, line_share: float, line_name: str) -> str:
    """In words: each share, and how many of them reach the line."""
    rows = _rows(shares)
    reached = int((rows["share"] >= line_share).sum())
    words = "; ".join(f"{row.name}: {row.words}" for row in rows.itertuples(index=False))
    return f"Shares against the line {line_name}, which {reached} of {len(rows)} reach. {words}."


def _rows(shares: pd.DataFrame) -> pd.DataFrame:
    rows = marks.checked(shares, COLUMNS)
    rows["words"] = [
        "none held"
        if pd.isna(row.share)
        else f"{formats.percent(row.share)} of {formats.number(row.whole)}"
        for row in rows.itertuples(index=False)
    ]
    return rows


def _share() -> alt.X:
    ends = [0, alt.expr(f"width - {WORDS_ROOM}")]
    return alt.X(
        "share:Q", title=None, axis=None, scale=alt.Scale(domain=[0, 1], nice=False, range=ends)
    )


def _line(palette: Palette) -> list[alt.Chart]:
    base = alt.Chart(source("line")).encode(x=_share())
    halo = base.mark_rule(stroke=palette.background, strokeWidth=4)
    rule = base.mark_rule(stroke=palette.text, strokeWidth=1.5, strokeDash=[5, 4])
    text = base.mark_text(y=LINE_ROOM / 2, align="right", dx=-6, fontSize=theme.AXIS_SIZE)
    return [halo, rule, text.encode(text="name:N")]
