"""How are the sites laid out: on maps beside or beneath each other, and in a table?"""

import pandas as pd
import streamlit as st

from pages.ui import panels, screen
from unpol_data.figures import shapes, site_map, site_parts, site_words
from unpol_data.views.connectivity import Connectivity

# Python does not know the width: this is what the narrowest desktop gives the maps.
WIDTH, HEIGHT, GAP = 810, 546, 16
PHONE_WIDTH, PHONE_HEIGHT = 350, 330
# How much wider the first map is than each of the others.
FIRST = 3.2


def draw(sites: pd.DataFrame) -> None:
    """One map, or one for each part of the world where an ocean lies between the sites."""
    parts = site_parts.parts(sites)
    if screen.is_phone() or len(parts) == 1:
        width, height = (PHONE_WIDTH, PHONE_HEIGHT) if screen.is_phone() else (WIDTH, HEIGHT)
        for part in parts:
            _draw(part, width, height, by_mission=len(parts) > 1)
        return
    widths = [FIRST] + [1] * (len(parts) - 1)
    room = WIDTH - GAP * (len(parts) - 1)
    columns = st.columns(widths, gap="small")
    for column, part, width in zip(columns, parts, widths, strict=True):
        with column:
            _draw(part, round(room * width / sum(widths)), HEIGHT, by_mission=True)


def _draw(sites: pd.DataFrame, width: int, height: int, *, by_mission: bool) -> None:
    deck = site_map.site_map(
        sites,
        screen.palette(),
        shapes_url=shapes.url("sites"),
        width_px=width,
        height_px=height,
        by_mission=by_mission,
    )
    st.pydeck_chart(deck, height=height, alt=site_map.site_map_alt(sites))


def table(found: Connectivity) -> None:
    """The table twin of the maps."""
    rows = site_words.table(found.sites, found.measures)
    badges = rows["connectivity_class"].map(panels.connectivity_badge)
    shown = rows.assign(connectivity_class=badges)
    panels.table(shown, site_words.HEADINGS, badges=["connectivity_class"])
