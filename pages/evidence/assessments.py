"""What was said, by whom in what role?"""

import streamlit as st

from pages.ui import (
    choice,
    decisions,
    downloads,
    empty,
    filters,
    key_figures,
    paged,
    panels,
    reads,
    states,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import assessment_words
from unpol_data.views import assessments as view

USES = ("mission", "area", "dimension", "threat", "side")
LISTED_ROWS = 12

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.assessments, chosen, viewer)


def listing() -> None:
    """All assessments of the chosen missions."""
    panels.section("Assessments, drafts first")
    rows = assessment_words.listed(found.listed)
    rows = rows.assign(state=rows["state"].map(states.badge))
    paged.table(rows, assessment_words.LISTED, key="listed", size=LISTED_ROWS, badges=("state",))


def one() -> tuple:
    """The chosen assessment: its head, and what may be decided about it."""
    panels.section("One assessment")
    names = assessment_words.names(found.listed)
    number = int(choice.one("assessment", "Assessment", names))
    row = next(found.listed.query("assessment_id == @number").itertuples(index=False))
    contents = reads.read(view.contents, chosen, viewer, assessment_id=number)
    decisions.outcome(row)
    st.markdown(states.badge(row.state))
    head = assessment_words.head(row, contents.counts)
    panels.table(head, {"what": "About it", "says": assessment_words.label(row)})
    decisions.buttons(row, viewer)
    return row, contents


empty.unused(uses=USES)
if found.empty:
    empty.state("assessment", uses=("mission",))
else:
    key_figures.tiles(found.figures)
    left, right = st.columns([2, 1], gap="medium")
    with right:
        row, contents = one()
    with left:
        listing()
    shown = states.sheets(contents)
    if shown:
        panels.section(f"What {row.mission_code} · {assessment_words.label(row)} says")
        sheet = st.segmented_control(
            "Sheet",
            list(shown),
            default=next(iter(shown)),
            required=True,
            label_visibility="collapsed",
            key=f"sheet_{row.assessment_id}",
        )
        rows, headings = shown[sheet]
        paged.table(rows, headings, key=f"rows_{row.assessment_id}_{sheet}")
        downloads.button(f"assessment_{row.assessment_id}", rows, chosen, viewer)
