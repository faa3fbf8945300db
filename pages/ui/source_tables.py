"""What is behind the pictures of coverage: tables, assessments, reference data and sources?"""

import streamlit as st

from pages.ui import downloads, paged, panels
from unpol_data.access import Viewer
from unpol_data.figures import source_words
from unpol_data.filters import Filters
from unpol_data.views.sources import Sources

ROWS = 10
HOST = (
    "Electricity and internet use in host States: World Bank and International "
    "Telecommunication Union, processed by Our World in Data, licence CC BY 4.0."
)


def draw(found: Sources, chosen: Filters, viewer: Viewer) -> None:
    """The figures of the page as tables, and where everything comes from."""
    _coverage(found, chosen, viewer)
    with st.expander("Evidence and age as a table"):
        panels.table(source_words.evidence_table(found.grades, found.ages), source_words.EVIDENCE)
    with st.expander("Stale answers: assess again"):
        if found.stale.empty:
            st.markdown("No answer shown is stale on this date.")
        else:
            rows = source_words.stale(found.stale)
            paged.table(rows, source_words.STALE, key="stale", size=ROWS)
    with st.expander(f"Assessments these figures rest on: {len(found.assessments):,}"):
        rows = source_words.assessments(found.assessments)
        paged.table(rows, source_words.ASSESSMENTS, key="sources", size=ROWS)
        downloads.button("sources", rows, chosen, viewer)
    with st.expander("Questions, requirements, weights and public figures: versions and sources"):
        rows = source_words.reference_tables(found.reference)
        panels.table(rows, source_words.REFERENCE)
        panels.note(HOST)


def _coverage(found: Sources, chosen: Filters, viewer: Viewer) -> None:
    with st.expander("Coverage as a table"):
        rows = source_words.coverage_table(found.coverage)
        panels.table(rows, source_words.coverage_headings(rows))
        panels.note("* too few answers for a figure")
        downloads.button("coverage", found.coverage, chosen, viewer)
