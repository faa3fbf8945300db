"""Which sites can connect, and what holds the others back?

A deck.gl map that needs no internet: no tile provider, no map style, country shapes by URL.
Its JSON is pretty-printed by pydeck, so only the columns that are drawn are passed on.
"""

import pandas as pd
import pydeck as pdk

from unpol_data.figures import formats, labels, marks, site_symbols
from unpol_data.figures.basemap import country_names, land, rgb, text_layer
from unpol_data.figures.palette import CONNECTIVITY_CLASSES, Palette

COLUMNS = (
    "mission_code",
    "site_code",
    "name",
    "latitude",
    "longitude",
    "connectivity_class",
    "limiting_factor",
    "gap_points",
    "served",
    "measured_on",
)
CLASS_WORDS = {
    "good": "Good: requirement met",
    "moderate": "Moderate",
    "none": "None: no usable link",
    "not_known": "Not known",
}
# Most urgent first: these get their label first.
URGENCY = ("none", "moderate", "not_known", "good")
WIDTH, HEIGHT = 810, 546
PHONE = 520
RADIUS, SMALL_RADIUS, LABEL_SIZE = 11, 6, 15
MARGIN, PHONE_MARGIN = (110, 60), (40, 45)
CLOSEST_ZOOM, NO_SITE_ZOOM = 6.0, 2.0
# Further away than this, symbols are small and names are those of missions.
FAR_ZOOM, FAR_LABELS = 4.0, (20, 40)
# For so many sites without a link room is kept for the name, even among close neighbours.
NAMES_KEPT_FREE = 5


def site_map(
    sites: pd.DataFrame,
    palette: Palette,
    *,
    shapes_url: str,
    width_px: int = WIDTH,
    height_px: int = HEIGHT,
    by_mission: bool = False,
) -> pdk.Deck:
    """Map of sites by connectivity class: good ●, moderate ◆, none ■, not known "?" in a ring.

    `sites`: one row per site, with

        mission_code          "UNMISS"
        site_code, name       "UNMISS-BENTIU" and "Bentiu"
        latitude, longitude   a site without them is not drawn
        connectivity_class    good, moderate, none or not_known
        limiting_factor       the measure furthest below requirement: "Down link"; may be missing
        gap_points            0 requirement met, 100 nothing in place; missing when not known
        served                officers, may be missing
        measured_on           date of the newest measurement, may be missing

    `shapes_url`: same-origin address of the "sites" shapes. deck.gl cannot fit bounds: `width_px`
    and `height_px` say how large the map will be. Under 520 pixels names stand alone, elsewhere
    with the limiting factor. Close sites stand side by side. From far away, or `by_mission`, names
    are those of missions, with how many of their measured sites are below requirement.
    """
    placed = _placed(sites)
    view = _view(placed, width_px, height_px)
    by_mission = by_mission or view.zoom < FAR_ZOOM
    radius = SMALL_RADIUS if by_mission else RADIUS
    placed = _side_by_side(placed, view, radius)
    names, boxes = _names(placed, view, radius, by_mission=by_mission)
    ground = [land(shapes_url, palette), *country_names(view, boxes, palette)]
    symbols = site_symbols.layers(placed, palette, radius=radius)
    layers = [*ground, *symbols, *_name_layers(names, palette)]
    state = pdk.ViewState(latitude=view.latitude, longitude=view.longitude, zoom=view.zoom)
    tip = {"text": "{tip}"}
    return pdk.Deck(layers=layers, initial_view_state=state, map_provider=None, tooltip=tip)


def site_map_alt(sites: pd.DataFrame) -> str:
    """In words: how many sites are good, moderate, none and not known, and which have no link."""
    frame = marks.checked(sites, COLUMNS)
    counts = frame["connectivity_class"].value_counts()
    words = [f"{counts.get(name, 0)} {name.replace('_', ' ')}" for name in CLASS_WORDS]
    cut_off = [
        f"{row.name} ({row.limiting_factor})" if pd.notna(row.limiting_factor) else row.name
        for row in frame[frame["connectivity_class"] == "none"].itertuples(index=False)
    ]
    start = f"Map of {formats.count(len(frame), 'site', 'sites')} by connectivity: "
    end = f" No usable link: {', '.join(cut_off)}." if cut_off else ""
    return f"{start}{formats.listed(words)}.{end}"


def _placed(sites: pd.DataFrame) -> pd.DataFrame:
    """Sites with a place, most urgent first, with the text of their tooltip."""
    placed = marks.checked(sites, COLUMNS).dropna(subset=["latitude", "longitude"])
    unknown = sorted(set(placed["connectivity_class"]) - set(CONNECTIVITY_CLASSES))
    if unknown:
        raise ValueError(f"Unknown connectivity_class {unknown}; known: {list(CLASS_WORDS)}.")
    placed["urgency"] = placed["connectivity_class"].map(URGENCY.index)
    placed = placed.sort_values(
        ["urgency", "served"], ascending=[True, False], kind="stable"
    ).reset_index(drop=True)
    placed["tip"] = [_tip(row) for row in placed.itertuples(index=False)]
    return placed


def _tip(row: tuple) -> str:
    """Plain text: the browser shows it as it is, so a name cannot carry markup."""
    lines = [row.name, CLASS_WORDS[row.connectivity_class]]
    if pd.notna(row.gap_points):
        lines.append(f"Gap {formats.number(row.gap_points)} of 100")
    if pd.notna(row.limiting_factor) and row.connectivity_class != "good":
        lines.append(f"Held back by: {row.limiting_factor}")
    lines.append(f"Police served: {formats.number(row.served)}")
    lines.append(f"Measured: {formats.day(row.measured_on)}")
    return "\n".join(lines)


def _view(placed: pd.DataFrame, width_px: int, height_px: int) -> labels.View:
    if placed.empty:
        return labels.View(10, 20, NO_SITE_ZOOM, width_px, height_px)
    return labels.fitted(
        list(zip(placed["latitude"], placed["longitude"], strict=True)),
        width_px=width_px,
        height_px=height_px,
        margin=PHONE_MARGIN if width_px < PHONE else MARGIN,
        closest=CLOSEST_ZOOM,
    )


def _side_by_side(placed: pd.DataFrame, view: labels.View, radius: float) -> pd.DataFrame:
    """Sites with x and y on the screen, and how far that is right of and below their place."""
    places = [view.place(row.latitude, row.longitude) for row in placed.itertuples(index=False)]
    points = site_symbols.side_by_side(
        places, radius=radius, kept_free=_room_for_names(placed, places, view, radius)
    )
    pairs = list(zip(points, places, strict=True))
    return placed.assign(
        x=[point[0] for point in points],
        y=[point[1] for point in points],
        right=[point[0] - place[0] for point, place in pairs],
        down=[point[1] - place[1] for point, place in pairs],
    )


def _room_for_names(
    placed: pd.DataFrame, places: list[tuple[float, float]], view: labels.View, radius: float
) -> list[labels.Box]:
    """Where the names of the first sites without a link go; no other symbol may stand there."""
    if radius < RADIUS:
        return []
    cut_off = placed[placed["connectivity_class"] == "none"].head(NAMES_KEPT_FREE)
    areas = (labels.bounds([places[turn]], radius=radius) for turn in cut_off.index)
    rows = zip(areas, cut_off.itertuples(index=False), strict=True)
    return [
        labels.beside(area, _texts(row, view)[0], "right", size=LABEL_SIZE).box
        for area, row in rows
    ]


def _names(
    placed: pd.DataFrame, view: labels.View, radius: float, *, by_mission: bool
) -> tuple[list[dict], list[labels.Box]]:
    """The names that fit, as rows of a text layer, and all the ground that is taken."""
    symbols = [labels.around(x, y, 2 * radius, 2 * radius) for x, y in _points(placed)]
    groups = [placed.iloc[[turn]] for turn in range(len(placed))]
    if by_mission:
        groups = [sites for _, sites in placed.groupby("mission_code", sort=False)]
    firsts = [next(sites.itertuples(index=False)) for sites in groups]
    areas = [labels.bounds(_points(sites), radius=radius) for sites in groups]
    found = labels.decluttered(
        areas,
        [_mission_texts(sites) for sites in groups]
        if by_mission
        else [_texts(site, view) for site in firsts],
        taken=symbols,
        view=view,
        size=LABEL_SIZE,
        far=FAR_LABELS if by_mission else (),
    )
    rows = [
        _name_row(label, area, site, view)
        for label, area, site in zip(found, areas, firsts, strict=True)
        if label
    ]
    return rows, symbols + [label.box for label in found if label]


def _points(placed: pd.DataFrame) -> list[tuple[float, float]]:
    return list(zip(placed["x"], placed["y"], strict=True))


def _name_row(label: labels.Label, area: labels.Box, site: tuple, view: labels.View) -> dict:
    """A name, anchored at the place of a site and moved to where it stands free."""
    x, y = view.place(site.latitude, site.longitude)
    middle_x, middle_y = area.middle()
    right, down = label.offset
    return {
        "at": [round(site.longitude, 4), round(site.latitude, 4)],
        "text": label.text,
        "offset": [round(middle_x - x + right), round(middle_y - y + down)],
        "anchor": label.anchor,
        "baseline": label.baseline,
    }


def _mission_texts(sites: pd.DataFrame) -> list[str]:
    """A mission's code, with how many of its measured sites are below requirement."""
    code, found = sites["mission_code"].iloc[0], sites["connectivity_class"]
    known = (found != "not_known").sum()
    below = found.isin(["moderate", "none"]).sum()
    return [f"{code}\n{below} of {known} below" if known else f"{code}\nnot known", code]


def _texts(row: tuple, view: labels.View) -> list[str]:
    if view.width_px < PHONE or row.connectivity_class == "good":
        return [row.name]
    held_back = "not known" if row.connectivity_class == "not_known" else row.limiting_factor
    return [row.name] if pd.isna(held_back) else [f"{row.name}\n{held_back}", row.name]


def _name_layers(names: list[dict], palette: Palette) -> list[pdk.Layer]:
    if not names:
        return []
    style = {
        "get_size": LABEL_SIZE,
        "get_color": rgb(palette.text),
        "get_pixel_offset": "offset",
        "get_text_anchor": "anchor",
        "get_alignment_baseline": "baseline",
        "outline_width": 4,
        "outline_color": rgb(palette.land),
    }
    return [text_layer("site_names", names, 600, style)]
