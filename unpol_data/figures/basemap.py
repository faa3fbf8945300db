"""What lies beneath the sites: land, borders and the names of countries, without a tile server?"""

import textwrap

import pydeck as pdk

from unpol_data.figures import labels, shapes
from unpol_data.figures.palette import Palette

COUNTRY_SIZE = 13
# A country's name may be this much wider than the country.
OVERHANG = 1.5
# Where a name may stand instead, aside and below its place, as shares of the country's width;
# never so far that it stands in the next country.
ASIDE = (
    (0, 0),
    (0, -0.1),
    (0, 0.1),
    (-0.15, 0),
    (0.15, 0),
    (0.22, 0),
    (0, -0.2),
    (0, 0.24),
    (0.22, -0.2),
)
# Letters in a line where a long name is broken because it fits nowhere in one.
BROKEN_AT = 16
# Capitals are this much wider than small letters.
CAPITALS = 1.15
# Font names and units are words, not columns: pydeck takes bare strings for accessors.
FONT, PIXELS = pdk.types.String("Source Sans, sans-serif"), pdk.types.String("pixels")


def land(shapes_url: str, palette: Palette) -> pdk.Layer:
    """Countries by URL; inline, pydeck would print every coordinate on its own line."""
    return pdk.Layer(
        "GeoJsonLayer",
        id="countries",
        data=shapes_url,
        filled=True,
        stroked=True,
        get_fill_color=rgb(palette.land),
        get_line_color=rgb(palette.border),
        line_width_units=PIXELS,
        get_line_width=1,
        pickable=False,
    )


def country_names(view: labels.View, taken: list[labels.Box], palette: Palette) -> list[pdk.Layer]:
    """Names of the countries in view that are wide enough, where no site or label stands."""
    ground, rows = list(taken), []
    countries = shapes.countries().sort_values(["across_degrees", "iso3"], ascending=[False, True])
    for country in countries.itertuples(index=False):
        found = _standing(country, view, ground)
        if found:
            row, box = found
            rows.append(row)
            ground.append(box)
    style = {
        "get_size": COUNTRY_SIZE,
        "get_color": rgb(palette.secondary_text),
        "get_pixel_offset": "offset",
    }
    return [text_layer("country_names", rows, 400, style)] if rows else []


def _standing(
    country: tuple, view: labels.View, ground: list[labels.Box]
) -> tuple[dict, labels.Box] | None:
    """Where a country's name stands free, or None where it fits nowhere."""
    x, y = view.place(country.latitude, country.longitude)
    across = country.across_degrees * view.degree_px()
    for text in spellings(country.name):
        wide, high = labels.text_size(text, COUNTRY_SIZE * CAPITALS)
        if wide > across * OVERHANG:
            continue
        for right, down in ((right * across, down * across) for right, down in ASIDE):
            box = labels.around(x + right, y + down, wide, high)
            if box.free(ground, view):
                at, offset = [country.longitude, country.latitude], [round(right), round(down)]
                return {"at": at, "text": text, "offset": offset}, box
    return None


def spellings(name: str) -> list[str]:
    """A country's name in capitals, on one line and, where it is long, on several.

    What stands in brackets stays as it is, on its own line: KOSOVO, (as per UNSCR 1244).
    """
    plain, bracket, rest = name.partition(" (")
    if bracket:
        return [f"{plain.upper()}\n({rest}"]
    broken = "\n".join(textwrap.wrap(name.upper(), BROKEN_AT, break_long_words=False))
    return list(dict.fromkeys([name.upper(), broken]))


def text_layer(layer_id: str, rows: list[dict], weight: int, style: dict) -> pdk.Layer:
    """Text in the page's font; all its characters are drawn, not only ASCII."""
    return pdk.Layer(
        "TextLayer",
        id=layer_id,
        data=rows,
        get_position="at",
        get_text="text",
        font_family=FONT,
        font_weight=weight,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 12},
        line_height=1.15,
        character_set=pdk.types.String("auto"),
        **{"pickable": False, **style},
    )


def rgb(colour: str) -> list[int]:
    """A hex colour as deck.gl takes it: [0, 92, 153]."""
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
