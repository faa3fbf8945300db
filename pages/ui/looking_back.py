"""Is the store shown as it stood at an earlier revision, and how does one come back to now?"""

from dataclasses import replace

import streamlit as st

from pages.ui import filters, reads, words
from unpol_data.figures import formats
from unpol_data.filters import Filters


def said(revision: int) -> str:
    """ "as the store stood at revision 41 on 3 Mar 2026"."""
    return (
        f"as the store stood at revision {revision} on {formats.day(reads.recorded_on(revision))}"
    )


def notice(chosen: Filters) -> None:
    """That an earlier state of the store is shown, and one click back to now."""
    if chosen.revision is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        told = words.plain(f"Shown {said(chosen.revision)}")
        st.markdown(f":primary-badge[:material/history: {told}]", width="content")
        if st.button("Back to now", key="back_to_now"):
            now = replace(filters.asked(), revision=None, as_of=None)
            st.session_state[filters.TO_OPEN] = now
            st.rerun()
