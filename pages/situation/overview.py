"""Where do we stand?"""

import streamlit as st

from pages.ui import (
    decision_parts,
    downloads,
    empty,
    filters,
    key_figures,
    mandate_links,
    overview_parts,
    panels,
    reads,
    screen,
    signal_parts,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import missions_map, shapes
from unpol_data.views import assessments, signals
from unpol_data.views import overview as view

USES = ("mission", "area", "threat", "horizon", "side", "as_of", "scenario")
EXPLAINED = (
    "Circle area: officers served. Figure: gap over the chosen areas, 0–100; ▲ ▼ change in points "
    "since the round before. Changes compare what had a figure in both rounds. Requirements"
)

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.overview, chosen, viewer)


def world() -> None:
    """The map of missions."""
    panels.section("Where police lack the technology they need")
    panels.gap_legend()
    picture = missions_map.missions_map(
        found.missions, screen.palette(), shapes_url=shapes.url("world")
    )
    alt = missions_map.missions_map_alt(found.missions)
    st.altair_chart(picture, theme=None, width="stretch", alt=alt)
    panels.note(f"{EXPLAINED} {found.requirements_version}.")


empty.unused(uses=USES)
if found.empty:
    empty.state("assessment", uses=USES)
else:
    key_figures.tiles(found.figures)
    left, right = st.columns([2, 1], gap="medium")
    # On a phone the columns stand beneath each other: what comes first matters more there.
    below = st.container() if screen.is_phone() else left
    with left:
        world()
    with right:
        panels.section("Five sharpest priorities", order="highest priority first")
        if chosen.threats:
            panels.note("The crime threat changes which come first, not the gaps or the map.")
        overview_parts.sharpest(found.sharpest)
        panels.section("How much we know")
        overview_parts.known(found)
        overview_parts.waiting(reads.read(assessments.assessments, chosen, viewer).waiting)
        decision_parts.in_short(chosen, viewer)
    with below:
        look_now, worse = st.columns([1, 1.3], gap="medium")
        with look_now:
            signal_parts.sharpest(reads.read(signals.signals, chosen, viewer))
        with worse:
            panels.section("What got worse since the last round", order="largest rise first")
            overview_parts.worsened(found.worsened)
    with st.expander("Every mission, in a table, in the order of the filter’s list"):
        overview_parts.missions(found)
    downloads.button("overview", found.missions, chosen, viewer)
mandate_links.draw()
