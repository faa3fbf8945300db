"""What was said, by whom in what role?"""

import streamlit as st

from pages.ui import (
    assessment_acts,
    assessment_parts,
    choice,
    decisions,
    empty,
    filters,
    key_figures,
    paged,
    panels,
    preview_parts,
    reads,
    states,
    words,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import assessment_words, life_words
from unpol_data.views import assessments as view
from unpol_data.views.life import life as life_of

USES = ("mission", "area", "dimension", "threat", "side")
LISTED_ROWS = 12

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.assessments, chosen, viewer)


def listing() -> None:
    """All assessments of the chosen missions, and what waits for whom."""
    panels.section("Assessments, what waits first")
    waiting = life_words.waiting(found.waiting)
    if waiting:
        st.markdown(words.plain(f"{waiting}."))
    rows = assessment_words.listed(found.listed)
    rows = rows.assign(state=rows["state"].map(states.badge))
    headings = assessment_words.headings(rows)
    paged.table(rows, headings, key="listed", size=LISTED_ROWS, badges=("state",))


def one() -> tuple:
    """The chosen assessment: what can be done next, and its head."""
    panels.section("One assessment")
    assessment_acts.follow("assessment")
    number = int(choice.one("assessment", "Assessment", assessment_words.names(found.listed)))
    row = next(found.listed.query("assessment_id == @number").itertuples(index=False))
    contents = reads.read(view.contents, chosen, viewer, assessment_id=number)
    life = reads.read(life_of, chosen, viewer, assessment_id=number)
    st.markdown(states.badge(row.state))
    decisions.buttons(row, life, viewer)
    assessment_acts.outcome(row)
    preview_parts.draw(row, viewer)
    assessment_parts.head(row, contents, life)
    return row, contents, life


empty.unused(uses=USES)
if found.empty:
    empty.state("assessment", uses=("mission",))
else:
    key_figures.tiles(found.figures)
    left, right = st.columns([2, 1], gap="medium")
    with right:
        row, contents, life = one()
    with left:
        listing()
    assessment_parts.sheets(row, contents, life, chosen, viewer)
