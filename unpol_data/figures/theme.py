"""What do all charts have in common?

Pages pass charts to Streamlit with `theme=None, width="stretch"`: everything is set here.
"""

import altair as alt

from unpol_data.figures.palette import Palette

FONT = "Source Sans, sans-serif"
LABEL_SIZE, AXIS_SIZE = 14, 13
# Below this width, in pixels, a chart is drawn for a phone.
NARROW = 520


def themed(chart: alt.LayerChart, palette: Palette) -> alt.LayerChart:
    """The chart in the common type, transparent, as wide as its place."""
    return (
        chart.properties(
            width="container",
            background="transparent",
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            padding={"left": 0, "right": 1, "top": 2, "bottom": 2},
        )
        .configure(font=FONT, lineBreak="\n")
        .configure_view(stroke=None)
        .configure_axis(
            domain=False,
            ticks=False,
            grid=False,
            gridColor=palette.grid,
            labelColor=palette.text,
            labelFontSize=AXIS_SIZE,
            labelPadding=6,
            titleColor=palette.secondary_text,
            titleFontSize=AXIS_SIZE,
            titleFontWeight="normal",
        )
        .configure_text(fontSize=LABEL_SIZE, color=palette.text)
    )


def on_phone(narrow: str | float, wide: str | float) -> alt.ExprRef:
    """A Vega expression: one value below 520 pixels of width, another from there on."""
    return alt.expr(f"width < {NARROW} ? {narrow} : {wide}")
