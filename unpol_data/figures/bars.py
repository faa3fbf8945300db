"""How much of something, by name: bars labelled directly, and bars made of parts?"""

import json

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

BAR_COLUMNS = ("name", "amount", "words", "known")
HOLDING_COLUMNS = ("name", "required", "serviceable", "unserviceable", "never_held")
PARTS = {
    "serviceable": "Serviceable",
    "unserviceable": "Unserviceable",
    "never_held": "Never held",
}
ROW_HEIGHT = 35
HOLDING_ROW, HOLDING_BAR = 46, 18
# Pixels kept free at the right of the longest bar for its words.
WORDS_ROOM = 135


def labelled_bars(bars: pd.DataFrame, palette: Palette) -> Drawing:
    """Horizontal bars with their words at the end; a dashed bar for what is not known.

    `bars`: one row per bar, in the order to be drawn, with

        name     what stands at the left: "Down link"
        amount   length, 0 or more
        words    what stands at the end: "1,098 at 3 sites"
        known    False draws the bar dashed and pale
    """
    rows = marks.checked(bars, BAR_COLUMNS)
    longest = max(float(rows["amount"].max()), 1) if len(rows) else 1
    return drawing(
        _bars_template,
        palette,
        rows={ROWS: rows},
        height=ROW_HEIGHT * len(rows),
        values={"longest": longest},
    )


def _bars_template(palette: Palette) -> alt.LayerChart:
    base = alt.Chart(source()).encode(
        y=_names(),
        x=_amounts(),
        tooltip=[alt.Tooltip("name:N", title="Name"), alt.Tooltip("words:N", title="Figure")],
    )
    known = base.transform_filter("datum.known").mark_bar(color=palette.primary)
    unknown = base.transform_filter("!datum.known").mark_bar(
        color=palette.empty_cell, stroke=palette.hatch, strokeDash=[4, 3], strokeWidth=1.2
    )
    words = base.mark_text(align="left", dx=6, fontSize=theme.AXIS_SIZE, color=palette.text)
    chart = alt.layer(known, unknown, words.encode(text="words:N"))
    return theme.themed(chart, palette)


def labelled_bars_alt(bars: pd.DataFrame) -> str:
    """In words: each bar's name and its words, in the order drawn."""
    rows = marks.checked(bars, BAR_COLUMNS)
    words = [f"{row.name}: {row.words}" for row in rows.itertuples(index=False)]
    return f"Bars: {'; '.join(words)}."


def holdings(
    lines: pd.DataFrame, palette: Palette, *, line_share: float | None = None, line_name: str = ""
) -> Drawing:
    """What is required, as shares serviceable, held but unserviceable, and never held.

    `lines`: one row per equipment category (or mission, or line), in the order to be drawn, with

        name            what stands above the bar
        required        units needed; rows that need none are left out
        serviceable     units held in working order, up to `required`
        unserviceable   units held that want repair, up to what is then still missing
        never_held      units still to be bought: required - serviceable - unserviceable

    `line_share`: a share of 0-1 to mark with a dashed line, named on the axis by `line_name`,
    as the 90 % line of contingent-owned equipment: "COE 90 %".
    """
    parts = _parts(lines)
    height = marks.LEGEND_ROOM + HOLDING_ROW * parts["name"].nunique()
    return drawing(
        _holdings_template, palette, line_share, line_name, rows={ROWS: parts}, height=height
    )


def _holdings_template(
    palette: Palette, line_share: float | None, line_name: str
) -> alt.LayerChart:
    base = alt.Chart(source())
    names = list(PARTS.values())
    axis = _share_axis(palette, line_share, line_name)
    stacked = base.mark_rule(strokeWidth=HOLDING_BAR).encode(
        y=_holding_row(0.72),
        x=alt.X("from_share:Q", title="Share of what is required", scale=_all(), axis=axis),
        x2="to_share:Q",
        color=marks.part(names, palette, "part_name"),
        tooltip=[
            alt.Tooltip("name:N", title="Equipment"),
            alt.Tooltip("part_name:N", title="Part"),
            alt.Tooltip("words:N", title="Units"),
        ],
    )
    title = (
        base.transform_filter(f"datum.part_name === '{names[0]}'")
        .transform_calculate(title="datum.name + ': ' + datum.words + ' serviceable'")
        .mark_text(x=0, align="left", baseline="middle", limit=alt.expr("width"))
        .encode(y=_holding_row(0.28), text="title:N")
    )
    layers = [stacked, title, *marks.parts_legend(names, palette)]
    if line_share is not None:
        at = alt.Chart(pd.DataFrame({"share": [line_share]})).encode(x="share:Q")
        layers.append(at.mark_rule(stroke=palette.text, strokeWidth=1.5, strokeDash=[5, 4]))
    return theme.themed(alt.layer(*layers), palette)


def holdings_alt(lines: pd.DataFrame) -> str:
    """In words: per row, how much of the requirement is serviceable, broken and never held."""
    needed = marks.checked(lines, HOLDING_COLUMNS)
    words = [
        f"{row.name}: {formats.number(row.serviceable)} of {formats.number(row.required)} "
        f"serviceable, {formats.number(row.unserviceable)} held but unserviceable, "
        f"{formats.number(row.never_held)} never held"
        for row in needed[needed["required"] > 0].itertuples(index=False)
    ]
    return f"Equipment against requirement. {'; '.join(words)}."


def _parts(lines: pd.DataFrame) -> pd.DataFrame:
    """One row per line and part, with the shares of the requirement it runs from and to."""
    needed = marks.checked(lines, HOLDING_COLUMNS)
    needed = needed[needed["required"] > 0].reset_index(drop=True)
    begins = pd.Series(0.0, index=needed.index)
    parts = []
    for part, part_name in PARTS.items():
        ends = begins + needed[part] / needed["required"]
        parts.append(
            pd.DataFrame(
                {
                    "name": needed["name"],
                    "part_name": part_name,
                    "from_share": begins,
                    "to_share": ends,
                    "words": [
                        f"{formats.number(units)} of {formats.number(required)}"
                        for units, required in zip(needed[part], needed["required"], strict=True)
                    ],
                }
            )
        )
        begins = ends
    return pd.concat(parts, ignore_index=True)


def _names() -> alt.Y:
    return alt.Y(
        "name:N",
        sort=None,
        title=None,
        scale=alt.Scale(paddingInner=0.48, paddingOuter=0.24),
        axis=alt.Axis(labelLimit=230, labelOverlap=False),
    )


def _amounts() -> alt.X:
    ends = [0, alt.expr(f"width - {WORDS_ROOM}")]
    scale = alt.Scale(domain=[0, alt.expr("longest")], nice=False, range=ends)
    return alt.X("amount:Q", title=None, axis=None, scale=scale)


def _holding_row(position: float) -> alt.Y:
    below_legend = [marks.LEGEND_ROOM, alt.expr("height")]
    scale = alt.Scale(paddingInner=0, paddingOuter=0, range=below_legend)
    return alt.Y("name:N", sort=None, title=None, axis=None, scale=scale, bandPosition=position)


def _all() -> alt.Scale:
    return alt.Scale(domain=[0, 1], nice=False)


def _share_axis(palette: Palette, line_share: float | None, line_name: str) -> alt.Axis:
    """Quarters of the requirement; the marked line takes the place of the last."""
    percent = "round(100 * datum.value) + ' %'"
    values = [0, 0.25, 0.5, 0.75, 1 if line_share is None else line_share]
    return alt.Axis(
        orient="top",
        values=values,
        labelExpr=f"datum.index === 1 && {json.dumps(line_name)} || {percent}"
        if line_share is not None
        else percent,
        labelColor=palette.secondary_text,
        labelFlush=True,
        labelOverlap=False,
        titleAnchor="start",
        titleAlign="left",
    )
