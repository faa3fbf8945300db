"""What is each whole made of: bars of 100 % in named parts?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("name", "part", "amount", "share")
ROW_HEIGHT, BAR_HEIGHT = 27, 19
# Pixels of a line of legend entries, and across each of them.
LEGEND_ROW = 24
ENTRY_WIDTH, NARROW_ENTRY = 150, 138
# Pixels a part needs to carry its percentage.
LABEL_ROOM = 34


def parts(
    rows: pd.DataFrame, palette: Palette, *, order: tuple[str, ...], unknown: str = ""
) -> Drawing:
    """Bars of 100 %, strongest part first and darkest; what is not known is hatched pale.

    `rows`: one row per bar and part, bars in the order to be drawn, with

        name     what stands at the left: "UNMISS"
        part     one of `order`, or `unknown`
        amount   how many
        share    of the bar, 0-1
    """
    drawn = _drawn(rows, order, unknown)
    return drawing(
        _template,
        palette,
        order,
        unknown,
        rows={ROWS: drawn},
        height=_room(order, unknown) + ROW_HEIGHT * drawn["name"].nunique(),
    )


def parts_alt(
    rows: pd.DataFrame, *, order: tuple[str, ...], unknown: str = "", subject: str
) -> str:
    """In words: for each bar its parts in percent."""
    drawn = _drawn(rows, order, unknown)
    bars = [
        f"{name}: "
        + ", ".join(f"{row.part.lower()} {formats.percent(row.share)}" for row in own.itertuples())
        for name, own in drawn.groupby("name", sort=False)
    ]
    return f"{subject}. {'; '.join(bars)}."


def _drawn(rows: pd.DataFrame, order: tuple[str, ...], unknown: str) -> pd.DataFrame:
    """The rows in the order of the parts, with the shares each runs from and to."""
    drawn = marks.checked(rows, COLUMNS)
    turns = {part: turn for turn, part in enumerate(_entries(order, unknown))}
    names = {name: turn for turn, name in enumerate(drawn["name"].drop_duplicates())}
    drawn = drawn.assign(turn=drawn["part"].map(turns), bar=drawn["name"].map(names))
    drawn = drawn.sort_values(["bar", "turn"], ignore_index=True)
    ends = drawn.groupby("name")["share"].cumsum()
    return drawn.assign(
        from_share=ends - drawn["share"],
        to_share=ends,
        words=[
            f"{formats.number(row.amount)}, {formats.percent(row.share)}"
            for row in drawn.itertuples(index=False)
        ],
    ).drop(columns=["turn", "bar"])


def _template(palette: Palette, order: tuple[str, ...], unknown: str) -> alt.LayerChart:
    base = alt.Chart(source()).encode(
        y=alt.Y(
            "name:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelOverlap=False),
            scale=alt.Scale(
                paddingInner=0.3,
                paddingOuter=0.15,
                range=[alt.expr(_top(order, unknown)), alt.expr("height")],
            ),
        ),
        x=alt.X("from_share:Q", title=None, axis=None, scale=_whole()),
        x2="to_share:Q",
        tooltip=[
            alt.Tooltip("name:N", title="Mission"),
            alt.Tooltip("part:N", title="Part"),
            alt.Tooltip("words:N", title="Answers"),
        ],
    )
    edge = {"height": BAR_HEIGHT, "stroke": palette.background, "strokeWidth": 1}
    known = base.transform_filter(f"datum.part !== '{unknown}'").mark_bar(**edge)
    layers = [known.encode(color=_colour(palette, order))]
    if unknown:
        pale = base.transform_filter(f"datum.part === '{unknown}'")
        layers.append(pale.mark_bar(height=BAR_HEIGHT, **_pale(palette)))
    layers.append(_percentages(base, palette, order, unknown))
    chart = alt.layer(*layers, *_legend(palette, order, unknown))
    return theme.themed(chart.resolve_scale(color="independent"), palette)


def _percentages(
    base: alt.Chart, palette: Palette, order: tuple[str, ...], unknown: str
) -> alt.Chart:
    """The percentage in every part that has room for it, in an ink that can be read on it."""
    colours = ramp(palette, len(order))
    inks = [_ink(palette, colour) for colour in colours] + [palette.text]
    scale = alt.Scale(domain=_entries(order, unknown), range=inks)
    return (
        base.transform_calculate(
            printed="format(round(100 * (datum.to_share - datum.from_share)), 'd')",
            middle="(datum.from_share + datum.to_share) / 2",
        )
        .mark_text(
            fontSize=theme.AXIS_SIZE - 1,
            opacity=alt.expr(f"datum.share * width < {LABEL_ROOM} ? 0 : 1"),
        )
        .encode(
            x=alt.X("middle:Q", title=None, axis=None, scale=_whole()),
            x2=alt.value(0),
            text="printed:N",
            color=alt.Color("part:N", scale=scale, legend=None),
        )
    )


def _ink(palette: Palette, colour: str) -> str:
    """The theme's text colour or its background, whichever stands out more on the colour."""
    inks = (palette.text, palette.background)
    return max(inks, key=lambda ink: abs(_brightness(ink) - _brightness(colour)))


def _brightness(colour: str) -> float:
    """How bright a colour looks, 0-1: the relative luminance of WCAG, square-rooted."""
    red, green, blue = ((part / 255) ** 2.2 for part in _rgb(colour))
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** 0.5


def _legend(palette: Palette, order: tuple[str, ...], unknown: str) -> list[alt.Chart]:
    """Squares with the names of the parts, in as many lines above the bars as they need."""
    names = _entries(order, unknown)
    base = alt.Chart(pd.DataFrame({"entry": names, "turn": range(len(names))}))
    left = f"(datum.turn % {_across()}) * {_entry_width()}"
    y = alt.expr(f"(floor(datum.turn / {_across()}) + 0.5) * {LEGEND_ROW}")
    at = {"x": alt.expr(f"{left} + 7"), "y": y, "opacity": 1}
    known = base.transform_filter(f"datum.entry !== '{unknown}'").mark_square(size=144, **at)
    name = base.mark_text(
        x=alt.expr(f"{left} + 18"),
        y=y,
        align="left",
        baseline="middle",
        fontSize=theme.AXIS_SIZE,
    )
    layers = [known.encode(color=_colour(palette, order, "entry")), name.encode(text="entry:N")]
    if unknown:
        pale = base.transform_filter(f"datum.entry === '{unknown}'")
        layers.append(pale.mark_square(size=130, **at, **_pale(palette)))
    return layers


def _pale(palette: Palette) -> dict[str, object]:
    return {
        "color": palette.empty_cell,
        "stroke": palette.hatch,
        "strokeDash": [4, 3],
        "strokeWidth": 1.2,
    }


def _entry_width() -> str:
    return f"(width < {theme.NARROW} ? {NARROW_ENTRY} : {ENTRY_WIDTH})"


def _across() -> str:
    """How many legend entries stand in a line."""
    return f"max(1, floor(width / {_entry_width()}))"


def _room(order: tuple[str, ...], unknown: str) -> int:
    """Pixels kept for the legend on a phone, where two entries stand in a line."""
    return LEGEND_ROW * -(-len(_entries(order, unknown)) // 2) + 4


def _top(order: tuple[str, ...], unknown: str) -> str:
    """Pixels the legend takes."""
    return f"ceil({len(_entries(order, unknown))} / {_across()}) * {LEGEND_ROW} + 2"


def _entries(order: tuple[str, ...], unknown: str) -> list[str]:
    return [*order, unknown] if unknown else list(order)


def _colour(palette: Palette, order: tuple[str, ...], field: str = "part") -> alt.Color:
    scale = alt.Scale(domain=list(order), range=ramp(palette, len(order)))
    return alt.Color(f"{field}:N", scale=scale, legend=None)


def ramp(palette: Palette, count: int) -> list[str]:
    """So many colours from the first to the last part of a whole, evenly spaced."""
    stops = [_rgb(colour) for colour in palette.parts]
    if count < 2:
        return [palette.parts[0]]
    colours = []
    for turn in range(count):
        place = turn * (len(stops) - 1) / (count - 1)
        low = min(int(place), len(stops) - 2)
        part = place - low
        mixed = [round(a + (b - a) * part) for a, b in zip(stops[low], stops[low + 1], strict=True)]
        colours.append("#{:02X}{:02X}{:02X}".format(*mixed))
    return colours


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _whole() -> alt.Scale:
    return alt.Scale(domain=[0, 1], nice=False)
