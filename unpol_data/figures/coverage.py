"""Where is enough known for a figure, and how much?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("row_name", "column_name", "share", "enough")
ROW_HEIGHT = 32
# A column needs this much room, in pixels, to carry its name across.
NAME_ROOM = 68
HATCH, NARROW_HATCH = marks.hatched_box(3.6, 1.1, 0.75), marks.hatched_box(1.2, 0.8, 0.45)


def coverage(shares: pd.DataFrame, palette: Palette) -> Drawing:
    """Table of shares with the percentage in every cell; hatched where it is not enough.

    `shares`: one row per cell, rows and columns in the order to be drawn, with

        row_name, column_name   what stands at the left and on top
        share                   of the needed answers that are present, 0-1; may be missing
        enough                  False where it is too little for a figure
    """
    cells = _cells(shares)
    names = cells["column_name"].nunique()
    height = ROW_HEIGHT * cells["row_name"].nunique()
    return drawing(_template, palette, NAME_ROOM * names, rows={ROWS: cells}, height=height)


def coverage_alt(shares: pd.DataFrame) -> str:
    """In words: how many cells are known well enough, and which columns lack most."""
    cells = _cells(shares)
    known = int(cells["enough"].sum())
    lacking = cells[~cells["enough"]].groupby("column_name", sort=False).size()
    lacking = lacking.sort_values(ascending=False, kind="stable")
    words = [f"{name} {count}" for name, count in lacking.items()]
    start = f"Table of coverage: {known} of {len(cells)} cells have enough answers for a figure."
    return f"{start} Not enough: {formats.listed(words)}." if words else start


def _cells(shares: pd.DataFrame) -> pd.DataFrame:
    cells = marks.checked(shares, COLUMNS)
    cells["enough"] = cells["enough"].astype(bool)
    cells["figure"] = [
        "nothing asked yet" if pd.isna(share) else formats.percent(share)
        for share in cells["share"]
    ]
    cells["short"] = [
        "" if pd.isna(share) else f"{formats.round_half_up(100 * share)}"
        for share in cells["share"]
    ]
    cells["verdict"] = cells["enough"].map({True: "yes", False: "no, not enough evidence"})
    return cells


def _template(palette: Palette, room: int) -> alt.LayerChart:
    base = alt.Chart(source()).encode(
        x=alt.X("column_name:N", sort=None, title=None, scale=_band(0.07), axis=_head(room)),
        y=alt.Y("row_name:N", sort=None, title=None, scale=_band(0.13), axis=_rows()),
        tooltip=[
            alt.Tooltip("column_name:N", title="Mission"),
            alt.Tooltip("row_name:N", title="Area"),
            alt.Tooltip("figure:N", title="Needed answers present"),
            alt.Tooltip("verdict:N", title="Enough for a figure"),
        ],
    )
    enough = base.transform_filter("datum.enough")
    shade = alt.Scale(domain=[0, 1], range=[palette.empty_cell, palette.parts[2]])
    known = enough.mark_rect(cornerRadius=3).encode(
        color=alt.Color("share:Q", scale=shade, legend=None)
    )
    unknown = base.transform_filter("!datum.enough")
    pale = unknown.mark_rect(cornerRadius=3, color=palette.empty_cell)
    hatch = unknown.mark_point(
        shape=alt.expr(f"bandwidth('x') < 45 ? '{NARROW_HATCH}' : '{HATCH}'"),
        size=100,
        stroke=palette.hatch,
        strokeWidth=1.1,
        filled=False,
    )
    text = enough.mark_text(fontSize=alt.expr("bandwidth('x') < 36 ? 11 : 14"))
    return theme.themed(alt.layer(known, pale, hatch, text.encode(text="short:N")), palette)


def _band(gap: float) -> alt.Scale:
    return alt.Scale(paddingInner=gap, paddingOuter=gap / 2)


def _head(room: int) -> alt.Axis:
    """Names across where the columns have that much room together, upright elsewhere."""
    upright = f"width < {room}"
    return alt.Axis(
        orient="top",
        labelAngle=alt.expr(f"{upright} ? -90 : 0"),
        labelAlign=alt.expr(f"{upright} ? 'left' : 'center'"),
        labelBaseline=alt.expr(f"{upright} ? 'middle' : 'bottom'"),
        labelOverlap=False,
        labelLimit=0,
    )


def _rows() -> alt.Axis:
    return alt.Axis(labelLimit=230, labelOverlap=False)
