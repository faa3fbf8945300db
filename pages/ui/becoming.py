"""What will be critical that is not yet, whichever horizon is chosen?"""

import streamlit as st

from pages.ui import downloads, paged, panels, reads
from unpol_data.access import Viewer
from unpol_data.figures import becoming_words
from unpol_data.filters import Filters
from unpol_data.views import becoming as view

ROWS = 8
EXPLAINED = (
    "The same answers against what the next two to three years will ask, and threats as they are "
    "expected then. Threat pressure 0–100. Rank among what the filters choose, today → then."
)


def draw(chosen: Filters, viewer: Viewer) -> None:
    """The gaps that enter a worse class, large or critical, as a table with both figures."""
    panels.section("What becomes critical that is not yet")
    found = reads.read(view.becoming, chosen, viewer)
    if found.empty:
        st.markdown("No gap shown becomes large or critical in the next two to three years.")
        return
    st.markdown(becoming_words.summary(found))
    rows = becoming_words.table(found)
    badges = [
        [panels.gap_badge(*of) for of in zip(rows[gap_class], rows[points], strict=True)]
        for gap_class, points in (
            ("gap_class", "gap_points"),
            ("emerging_class", "emerging_points"),
        )
    ]
    shown = rows.assign(gap_class=badges[0], emerging=badges[1])
    paged.table(
        shown,
        becoming_words.HEADINGS,
        key="becoming",
        size=ROWS,
        badges=("gap_class", "emerging"),
    )
    panels.note(EXPLAINED)
    downloads.button("becoming_critical", found, chosen, viewer)
