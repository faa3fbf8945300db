"""What do the charts of priorities share, so that their rows stand side by side?"""

import altair as alt
import pandas as pd

from unpol_data.figures import marks, theme
from unpol_data.figures.drawing import source
from unpol_data.figures.palette import Palette

ROW_HEIGHT = 56
NAME_SIZE, NOTE_SIZE, PHONE_NAME_SIZE = 19, 16, 15
# Below this width, in pixels, areas stand by their short names.
SHORT_BELOW = 560
# Where a row's name and its bar stand, from its top (0) to its bottom (1).
NAME_AT, BAR_AT = 0.27, 0.7


def prepared(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with title ("1. UNISFA · Communications"), shaded (whether its band is) and
    opens (whether a band begins with it). `rows` have rank, name and tier (or none)."""
    tiers = rows["tier"].astype("object").where(rows["tier"].notna(), "")
    opens = tiers.ne(tiers.shift())
    shaded = (opens.cumsum() % 2 == 1) & tiers.ne("")
    titles = [f"{row.rank}. {row.name}" for row in rows[["rank", "name"]].itertuples(index=False)]
    return rows.assign(title=titles, opens=opens & tiers.ne(""), shaded=shaded)


def height(rows: pd.DataFrame) -> int:
    """Pixels; all charts keep the line of a legend free."""
    return marks.LEGEND_ROOM + ROW_HEIGHT * len(rows)


def row_at(position: float) -> alt.Y:
    """The place of a mark in its row, from 0 (top) to 1."""
    below_legend = [marks.LEGEND_ROOM, alt.expr("height")]
    scale = alt.Scale(paddingInner=0, paddingOuter=0, range=below_legend)
    return alt.Y("title:N", sort=None, title=None, axis=None, scale=scale, bandPosition=position)


def bands(palette: Palette) -> alt.Chart:
    """A pale ground under every second tier, as wide as the chart.

    Of all rows, so that the first layer of a chart names them in their order.
    """
    ground = alt.condition("datum.shaded", alt.value(palette.empty_cell), alt.value("transparent"))
    mark = alt.Chart(source()).mark_rect(x=0, x2=alt.expr("width"), tooltip=False)
    return mark.encode(y=row_at(0), color=ground)


def names(base: alt.Chart, palette: Palette, *, room: int) -> alt.Chart:
    """The title above each bar; where a band opens, `room` pixels at the right are kept free."""
    mark = _above(
        base,
        text=alt.expr(f"width < {SHORT_BELOW} ? datum.short_title : datum.title"),
        fontSize=theme.on_phone(PHONE_NAME_SIZE, NAME_SIZE),
        fontWeight=600,
        color=palette.text,
        limit=alt.expr(f"datum.opens ? width - {room} : width"),
    )
    return mark.encode(y=row_at(NAME_AT))


def notes(base: alt.Chart, palette: Palette, field: str) -> alt.Chart:
    """Words of less weight above each bar, from a field of the rows."""
    size = theme.on_phone(PHONE_NAME_SIZE, NOTE_SIZE)
    mark = _above(base, fontSize=size, color=palette.secondary_text, limit=alt.expr("width"))
    return mark.encode(y=row_at(NAME_AT), text=f"{field}:N")


def _above(base: alt.Chart, **look: object) -> alt.Chart:
    return base.mark_text(x=4, align="left", baseline="middle", **look)
