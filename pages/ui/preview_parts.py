"""What would approving or withdrawing an assessment change, before it is confirmed?"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.ui import assessment_acts, panels, reads, words, working
from unpol_data.access import Viewer
from unpol_data.figures import effect_words, formats
from unpol_data.publishing import Preview
from unpol_data.settings import settings
from unpol_data.views.effects import effects
from unpol_data.work import running

SHOWN = "assessment_preview"


@dataclass(frozen=True)
class Shown:
    """One preview on screen: of which assessment, at which revision, and what confirms it."""

    assessment_id: int
    revision: int
    preview: Preview
    published_on: date | None = None
    reason: str | None = None


def of_approval(row: tuple, viewer: Viewer, published_on: date) -> None:
    """Work out what approving would change, and draw the page anew with it on top."""
    number = int(row.assessment_id)
    said = {"viewer": viewer, "settings": settings()}
    with assessment_acts.failing(), working.progress("Opening the store") as tell:
        found = running.preview_approval(number, published_on=published_on, tell=tell, **said)
        shown = Shown(number, reads.revision(), found, published_on=published_on)
        st.session_state[SHOWN] = shown
    st.rerun()


def of_withdrawal(row: tuple, viewer: Viewer, reason: str) -> None:
    """Work out what withdrawing would change, and draw the page anew with it on top."""
    number = int(row.assessment_id)
    said = {"viewer": viewer, "settings": settings()}
    with assessment_acts.failing(), working.progress("Opening the store") as tell:
        found = running.preview_withdrawal(number, reason=reason, tell=tell, **said)
        st.session_state[SHOWN] = Shown(number, reads.revision(), found, reason=reason)
    st.rerun()


def draw(row: tuple, viewer: Viewer) -> None:
    """The preview of this assessment, if there is one, with the button that confirms it.

    It is dropped once the store has changed, because it may no longer hold.
    """
    shown = st.session_state.get(SHOWN)
    if shown is None or shown.assessment_id != row.assessment_id:
        return
    if shown.revision != reads.revision():
        del st.session_state[SHOWN]
        return
    with st.container(border=True):
        _what_changes(row, shown)
        with st.container(horizontal=True):
            _confirm(row, shown, viewer)
            if st.button("Leave it as it is", key="leave_it"):
                del st.session_state[SHOWN]
                st.rerun()


def _what_changes(row: tuple, shown: Shown) -> None:
    approving = shown.published_on is not None
    act = "Approving" if approving else "Withdrawing"
    panels.section(f"{act} {assessment_acts.named(row)} would change this")
    changed = effects(shown.preview.publication.changes)
    day = formats.day(shown.preview.publication.from_on)
    st.markdown(words.plain(f"From {day} on. {effect_words.summary(changed)} Nothing is kept yet."))
    if not changed.empty:
        panels.table(effect_words.table(changed), effect_words.headings(changed))
    first = shown.preview.first
    if len(first):
        with st.expander("The first priorities as they would be (UNPOL, today, all missions)"):
            panels.table(effect_words.priorities(first), effect_words.PRIORITIES)


def _confirm(row: tuple, shown: Shown, viewer: Viewer) -> None:
    if shown.published_on is not None:
        if st.button("Approve", icon=":material/task_alt:", type="primary", key="approve_it"):
            assessment_acts.approve(row, viewer, shown.published_on)
    elif st.button("Withdraw", icon=":material/delete:", type="primary", key="withdraw_it"):
        assessment_acts.withdraw(row, viewer, shown.reason)
