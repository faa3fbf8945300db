"""Which capability, where?"""

import streamlit as st

from pages.ui import (
    becoming,
    downloads,
    empty,
    filters,
    gap_panels,
    key_figures,
    panels,
    reads,
    why_parts,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import gap_words
from unpol_data.views import capability_gaps as view

USES = ("mission", "area", "dimension", "threat", "horizon", "side", "as_of", "scenario")

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.capability_gaps, chosen, viewer)


def missions() -> None:
    """Missions by area, and the same as a table."""
    panels.section("Where police lack which capability")
    panels.gap_legend()
    gap_panels.matrix(gap_words.mission_matrix(found.cells, found.overall))
    rows = gap_words.cell_table(view.largest_first(found.cells))
    with st.expander("Every gap, largest first"):
        gap_panels.table(rows, gap_words.CELL_HEADINGS)
        panels.note(gap_words.BOUNDS)
    downloads.button("capability_gaps", view.largest_first(found.cells), chosen, viewer)


empty.unused(uses=USES)
if found.empty:
    empty.state("assessment", uses=USES)
else:
    key_figures.tiles(found.figures)
    missions()
    becoming.draw(chosen, viewer)
    why_parts.draw(found.cells, chosen, viewer)
