"""What needs a look now?"""

import streamlit as st

from pages.ui import downloads, empty, filters, key_figures, panels, reads, signal_parts
from pages.ui.sign_in import current_viewer
from unpol_data.figures import formats, signal_words
from unpol_data.views import signals as view

USES = ("mission", "area", "threat", "horizon", "side", "as_of")
EXPLAINED = (
    "A signal is raised by a rule when figures are approved, or on the day a date passes or "
    "evidence grows stale. It resolves itself when the rule no longer holds. What is not known "
    "raises none."
)
AGAINST = "Against the chosen crimes: their own signals, and those of areas decisive against them."
NOT_SEARCHED = (
    "Approved before signals existed and not searched yet: {missions}. Run `python -m unpol_data "
    "init`, or approve their next assessment."
)

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.signals, chosen, viewer)


def gaps_in_knowledge() -> None:
    """Of which missions no signal can be expected, and why."""
    if found.not_searched:
        missions = formats.listed(list(found.not_searched))
        st.warning(NOT_SEARCHED.format(missions=missions), icon=":material/manage_search:")
    if found.too_little_known:
        missions = formats.listed(list(found.too_little_known))
        panels.not_enough_evidence(f"{missions}: too little is known for signals about gaps.")


empty.unused(uses=USES)
if not found.anything_approved:
    empty.state("assessment", uses=USES)
if found.anything_approved or not found.empty:
    key_figures.tiles(found.figures)
    gaps_in_knowledge()
    left, right = st.columns([2, 1], gap="medium")
    with left:
        signal_parts.listing(found, viewer)
    with right:
        signal_parts.counted(found)
        panels.note(EXPLAINED)
        if chosen.threats:
            panels.note(AGAINST)
    signal_parts.past(found, viewer)
signal_parts.rules(found)
if not found.empty:
    downloads.button("signals", signal_words.table(found.rows), chosen, viewer)
