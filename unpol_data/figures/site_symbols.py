"""How are sites drawn that lie so close together that their symbols would cover each other?

A symbol is a letter of the page's font, because text alone takes an offset in pixels: symbols
stand side by side at every zoom, and nearer to their place the closer one looks.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import pydeck as pdk

from unpol_data.figures.basemap import rgb, text_layer
from unpol_data.figures.labels import Box, around
from unpol_data.figures.palette import Palette

SYMBOLS = {"good": "●", "moderate": "◆", "none": "■", "not_known": "●"}
OUTLINE = 2


@dataclass(frozen=True)
class Glyph:
    """A symbol in the page's font: its width and the height of its middle, as shares of the type
    size, and how far it reaches for its area to look like that of a circle of radius 1.
    """

    width: float
    middle: float
    reach: float


# Source Sans as shipped with Streamlit; a letter's middle is 0.33 above the line.
GLYPHS = {
    "●": Glyph(width=0.424, middle=0.0, reach=1.0),
    "◆": Glyph(width=0.52, middle=0.02, reach=1.22),
    "■": Glyph(width=0.4, middle=0.0, reach=0.9),
}


def side_by_side(
    points: Sequence[tuple[float, float]], *, radius: float, kept_free: Sequence[Box] = ()
) -> list[tuple[float, float]]:
    """Where each symbol stands, in pixels: the first on its place, the next beside it, in order.

    No symbol covers one of the boxes that are kept free.
    """
    apart = 2 * radius + OUTLINE
    placed: list[tuple[float, float]] = []
    for x, y in points:
        tried = ((x + right, y + down) for right, down in _around(apart / 2))
        free = next(
            (a, b)
            for a, b in tried
            if all(math.hypot(a - c, b - d) >= apart for c, d in placed)
            and not any(around(a, b, 2 * radius, 2 * radius).meets(box) for box in kept_free)
        )
        placed.append(free)
    return placed


def _around(step: float) -> Iterator[tuple[float, float]]:
    """Offsets from a place, nearest first: rings that grow by a step, without end."""
    yield 0.0, 0.0
    ring = 1
    while True:
        for turn in range(6 * ring):
            angle = math.tau * turn / (6 * ring)
            yield ring * step * math.cos(angle), ring * step * math.sin(angle)
        ring += 1


def layers(sites: pd.DataFrame, palette: Palette, *, radius: float) -> list[pdk.Layer]:
    """The symbols of each class: the shape tells the class as well as the colour does.

    `sites` has connectivity_class, longitude, latitude, right and down (pixels from its place).
    """
    drawn: list[pdk.Layer] = []
    for name, symbol in SYMBOLS.items():
        rows = sites[sites["connectivity_class"] == name]
        if rows.empty:
            continue
        shape = GLYPHS[symbol]
        fill = palette.connectivity_fill(name)
        for part, wider, colour in (("outline", OUTLINE, palette.text), ("fill", 0, fill)):
            size = 2 * (radius * shape.reach + wider) / shape.width
            tips = part == "outline"
            drawn.append(_text(f"sites_{name}_{part}", rows, symbol, size, colour, tips=tips))
        if name == "not_known":
            drawn.append(_text("question_marks", rows, "?", 1.7 * radius, palette.text))
    return drawn


def _text(
    layer_id: str,
    sites: pd.DataFrame,
    symbol: str,
    size: float,
    colour: str,
    *,
    tips: bool = False,
) -> pdk.Layer:
    middle = GLYPHS[symbol].middle * size if symbol in GLYPHS else 0
    rows = [
        {
            "at": [round(row.longitude, 4), round(row.latitude, 4)],
            "text": symbol,
            "offset": [round(row.right, 1), round(row.down + middle, 1)],
        }
        | ({"tip": row.tip} if tips else {})
        for row in sites.itertuples(index=False)
    ]
    style = {
        "get_size": round(size, 1),
        "get_color": rgb(colour),
        "get_pixel_offset": "offset",
        "pickable": tips,
    }
    return text_layer(layer_id, rows, 700, style)
