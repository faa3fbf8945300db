"""How many officers have which expertise, held by whom, beside the gaps it is needed for?"""

import json

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("area_name", "spc", "spt", "deployed", "officers", "severe", "unhelped")
HOLDERS = {"spc": "Standing capacity", "spt": "Specialised teams", "deployed": "Deployed"}
SHORT = {"spc": "Standing", "spt": "Specialised", "deployed": "Deployed"}
ROW_HEIGHT, NARROW_ROW, BAR = 42, 60, 14


def expertise_bars(areas: pd.DataFrame, palette: Palette, *, narrow: bool = False) -> Drawing:
    """A bar for each area, made of officers by holder; above it the area and its gaps in words.

    `areas`: one row per bar, in the order to be drawn, with

        area_name              what stands above the bar
        spc, spt, deployed     officers by holder
        officers               all of them
        severe, unhelped       large gaps, and those of them that nobody can help with

    `narrow`: for a phone, where the words take two lines.
    """
    names = SHORT if narrow else HOLDERS
    rows = _rows(areas, names)
    longest = max(int(areas["officers"].max()), 1) if len(areas) else 1
    return drawing(
        _template,
        palette,
        tuple(names.values()),
        "\n" if narrow else ": ",
        rows={ROWS: rows},
        height=marks.LEGEND_ROOM + (NARROW_ROW if narrow else ROW_HEIGHT) * len(areas),
        values={"longest": longest},
    )


def expertise_bars_alt(areas: pd.DataFrame) -> str:
    """In words: for each area the officers and the gaps."""
    rows = marks.checked(areas, COLUMNS)
    said = [f"{row.area_name}: {_gaps(row)}" for row in rows.itertuples(index=False)]
    return f"Officers with technical expertise by area. {'; '.join(said)}."


def _gaps(row: tuple) -> str:
    """What stands above a bar after the area's name: "5 large gaps, all without help"."""
    officers = formats.count(row.officers, "officer", "officers") if row.officers else "nobody"
    if not row.severe:
        return f"{officers}; no large gap"
    gaps = formats.count(row.severe, "large gap", "large gaps")
    if not row.unhelped:
        return f"{officers}; {gaps}"
    left = "all" if row.unhelped == row.severe else f"{row.unhelped} of them"
    return f"{officers}; {gaps}, {left if row.severe > 1 else 'it is'} without help"


def _rows(areas: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """One row per area and holder, with the officers it runs from and to."""
    rows = marks.checked(areas, COLUMNS)
    words = [_gaps(row) for row in rows.itertuples(index=False)]
    begins = pd.Series(0, index=rows.index)
    parts = []
    for holder, holder_name in names.items():
        ends = begins + rows[holder]
        parts.append(
            pd.DataFrame(
                {
                    "area_name": rows["area_name"],
                    "holder_name": holder_name,
                    "from_officers": begins,
                    "to_officers": ends,
                    "officers": rows[holder],
                    "words": words,
                    "is_left": rows["unhelped"] > 0,
                }
            )
        )
        begins = ends
    return pd.concat(parts, ignore_index=True)


def _template(palette: Palette, holders: tuple[str, ...], between: str) -> alt.LayerChart:
    base = alt.Chart(source())
    names, between = list(holders), json.dumps(between)
    scale = alt.Scale(domain=[0, alt.expr("longest")], nice=False)
    bars = base.mark_rule(strokeWidth=BAR).encode(
        y=_row(0.8),
        x=alt.X("from_officers:Q", title=None, axis=None, scale=scale),
        x2="to_officers:Q",
        color=marks.part(names, palette, "holder_name"),
        tooltip=[
            alt.Tooltip("area_name:N", title="Area"),
            alt.Tooltip("holder_name:N", title="Held by"),
            alt.Tooltip("officers:Q", title="Officers"),
        ],
    )
    first = base.transform_filter(f"datum.holder_name === '{names[0]}'").transform_calculate(
        title=f"datum.area_name + {between} + datum.words"
    )
    titles = [
        first.transform_filter(f"{test}datum.is_left")
        .mark_text(
            x=0,
            align="left",
            baseline="middle",
            fontSize=theme.AXIS_SIZE,
            fontWeight=weight,
            limit=alt.expr("width"),
        )
        .encode(y=_row(0.28), text="title:N")
        for test, weight in (("", "bold"), ("!", "normal"))
    ]
    return theme.themed(alt.layer(bars, *titles, *marks.parts_legend(names, palette)), palette)


def _row(position: float) -> alt.Y:
    below_legend = [marks.LEGEND_ROOM, alt.expr("height")]
    scale = alt.Scale(paddingInner=0, paddingOuter=0, range=below_legend)
    return alt.Y(
        "area_name:N", sort=None, title=None, axis=None, scale=scale, bandPosition=position
    )
