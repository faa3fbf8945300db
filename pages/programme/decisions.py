"""What was decided on what figures?"""

import streamlit as st

from pages.ui import (
    decision_parts,
    downloads,
    empty,
    filters,
    key_figures,
    panels,
    reads,
    record_form,
    words,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import decision_words, formats

USES = ("mission", "area", "threat", "as_of")
NOTHING_YET = (
    "Nothing has been decided here yet. Go to the page whose figures call for it and press "
    '"Decide here" at its foot, or import the programme workbook.'
)
NOTHING_THEN = "No decision had been recorded by {day}. Choose a later date."
NONE_OF_THESE = "No decision is about these. Clear the mission, area or threat filter."
SAMPLE = "the newest day of the sample, which does not grow older"

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
asked = filters.asked()
found = decision_parts.read(chosen, viewer)


def nothing() -> None:
    """What to do where there is no decision to show."""
    if asked.as_of:
        panels.nothing_found(NOTHING_THEN.format(day=formats.day(asked.as_of)))
    elif asked.missions or asked.areas or asked.threats:
        panels.nothing_found(NONE_OF_THESE)
    else:
        panels.nothing_found(NOTHING_YET)


def everything() -> None:
    """The finding, the list, and one decision opened."""
    st.markdown(words.plain(decision_words.finding(found)))
    key_figures.tiles(found.figures)
    day = formats.day(found.on)
    panels.note(f"On {day}, {SAMPLE}." if found.sample_day else f"On {day}.")
    panels.section("Decisions, overdue first")
    rows = decision_parts.chosen_rows(found)
    if rows.empty:
        panels.nothing_found("No decision is in these states and of these offices. Clear one.")
        return
    told = decision_parts.listed(rows, found)
    downloads.button("decisions", told, chosen, viewer)
    decision_parts.one(rows, found, chosen, viewer)


empty.unused(uses=USES)
record_form.outcome()
if found.empty:
    nothing()
else:
    everything()
if not reads.anything_approved(viewer):
    empty.state("assessment", uses=USES)
