"""What first, and how firm is that order?"""

import streamlit as st

from pages.ui import (
    downloads,
    empty,
    filters,
    gap_panels,
    hangs_on,
    one_priority,
    panels,
    ranking_parts,
    reads,
    weigh_form,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import ranking_words
from unpol_data.views import gaps
from unpol_data.views import ranking as view

USES = ("mission", "area", "threat", "horizon", "side", "as_of", "scenario")

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.ranking, chosen, viewer)
areas_in_scope = len(gaps.areas_in_scope(chosen))


def pictures() -> None:
    """The first priorities: how firm their rank is, what they are made of, what to make of it."""
    left, middle, right = st.columns([1.35, 1, 0.85], gap="medium")
    with left:
        panels.section("What comes first, and how firm is that order")
        ranking_parts.ranges(found)
    with middle:
        panels.section("What each priority is made of")
        ranking_parts.made_of(found)
    with right:
        panels.section("How to read the tiers")
        ranking_parts.tiers(found)
        panels.section("What would change this order")
        ranking_parts.changes(found)
        ranking_parts.not_ranked(found, areas_in_scope=areas_in_scope)


empty.unused(uses=USES)
if not found.is_assessed:
    empty.state("assessment", uses=USES)
elif found.empty:
    clear = " Clear the threat filter." if chosen.threats else ""
    panels.nothing_found(f"Nothing can be ranked yet: no gap has all it takes.{clear}")
    ranking_parts.not_ranked(found, areas_in_scope=areas_in_scope)
else:
    pictures()
    with st.expander("Weigh threat, mandate and exposure differently", icon=":material/balance:"):
        weigh_form.draw(chosen, viewer)
    with st.expander("Which assumption does the order hang on most?", icon=":material/tune:"):
        hangs_on.draw(chosen, viewer)
    one_priority.draw(found.ranked, chosen, viewer)
    rows = ranking_words.table(found.ranked)
    with st.expander(f"All {len(rows)} priorities"):
        gap_panels.table(rows, ranking_words.headings(found.limits))
    with st.expander("How a priority is computed, and the weights in force"):
        ranking_parts.how_computed(found)
    downloads.button("ranking", found.ranked, chosen, viewer)
