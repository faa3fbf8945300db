"""What is missing and what is merely broken?"""

import streamlit as st
from pandas import DataFrame

from pages.ui import (
    downloads,
    empty,
    equipment_parts,
    filters,
    key_figures,
    panels,
    reads,
    screen,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import bars, equipment_words, formats, share_bars
from unpol_data.views import equipment as view

USES = ("mission", "area", "side", "as_of")
EXPLAINED = (
    "Each item at each site by itself: a surplus of one offsets no other. Cost to close is units "
    "short × unit price: what is unserviceable may be repaired for less than that. Required is "
    "what is required today, on either horizon."
)
LINE_EXPLAINED = (
    "Dashed: what contingent-owned equipment (COE) is held to, drawn for all that is held."
)

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.equipment, chosen, viewer)


def required(groups: DataFrame, column: str, title: str) -> None:
    """What is required by category or mission: in order, broken or never held."""
    panels.section(title)
    rows = equipment_words.holdings(groups, column)
    screen.chart(bars.holdings(rows, screen.palette()), alt=bars.holdings_alt(rows))


def held() -> None:
    """How much of what is held works, against the line for contingent-owned equipment."""
    panels.section("Serviceable share of what is held")
    rows = equipment_words.shares(found.categories, "category")
    name = f"COE {formats.percent(found.line_share)}"
    said = {"line_share": found.line_share, "line_name": name}
    chart = share_bars.share_bars(rows, screen.palette(), **said)
    screen.chart(chart, alt=share_bars.share_bars_alt(rows, **said))
    panels.note(LINE_EXPLAINED)


empty.unused(uses=USES)
if found.empty:
    empty.state("equipment count", uses=USES)
else:
    key_figures.tiles(found.figures)
    left, middle, right = st.columns([1.15, 1, 0.85], gap="medium")
    with left:
        required(found.categories, "category", "Required equipment, by category")
    with middle:
        required(found.missions, "mission_code", "Required equipment, by mission")
        if found.not_counted:
            panels.not_enough_evidence(f"Nothing counted: {', '.join(found.not_counted)}.")
    with right:
        held()
    panels.note(EXPLAINED)
    equipment_parts.shortfalls(found.lines, chosen, viewer)
    with st.expander("Every item and mission"):
        panels.long_table(found.lines, equipment_words.ALL_HEADINGS)
    downloads.button("equipment", found.lines, chosen, viewer)
