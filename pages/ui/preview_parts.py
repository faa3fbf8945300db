"""What would approving or withdrawing an assessment change, before it is confirmed?

What was asked for stays asked until it is confirmed or left: where the connection broke off while
it was worked out, it is worked out anew. The URL names the assessment, so that even a session that
was lost can say that there was a preview.
"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.ui import assessment_acts, panels, reads, words, working
from unpol_data.access import NotPermitted, Viewer
from unpol_data.figures import effect_words, formats
from unpol_data.publishing import Preview
from unpol_data.settings import settings
from unpol_data.store import StoreError
from unpol_data.views.effects import effects
from unpol_data.work import running

ASKED, SHOWN = "assessment_preview_asked", "assessment_preview"
PARAMETER = "preview"
LOST = "A preview was open here, and the connection to the dashboard was lost. Ask for it again."
PAST = (
    "Something was recorded since this preview was worked out, so it may no longer hold. Ask for "
    "it again."
)


@dataclass(frozen=True)
class Asked:
    """A preview somebody wants: of approving from a day, or of withdrawing for a reason."""

    assessment_id: int
    published_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Shown:
    """One preview on screen, and the revision of the store at which it was worked out."""

    asked: Asked
    revision: int
    preview: Preview


def ask(row: tuple, *, published_on: date | None = None, reason: str = "") -> None:
    """Ask for a preview, and draw the page anew with it."""
    number = int(row.assessment_id)
    leave()
    # What was told of the step before would push the preview out of sight.
    st.session_state.pop(assessment_acts.SAID, None)
    st.session_state[ASKED] = Asked(number, published_on, reason)
    st.query_params[PARAMETER] = str(number)
    st.rerun()


def leave() -> None:
    """Let go of the preview that is shown or asked for."""
    for name in (ASKED, SHOWN):
        st.session_state.pop(name, None)
    if PARAMETER in st.query_params:
        del st.query_params[PARAMETER]


def is_asked(row: tuple) -> bool:
    """Whether a preview of this assessment is wanted."""
    asked = st.session_state.get(ASKED)
    return asked is not None and asked.assessment_id == row.assessment_id


def draw(row: tuple, viewer: Viewer) -> None:
    """The preview of this assessment, if one is wanted, with the button that confirms it.

    It is dropped once the store has changed, because it may no longer hold.
    """
    if not is_asked(row):
        if st.query_params.get(PARAMETER) == str(row.assessment_id):
            _dropped(LOST)
        return
    shown = _shown(st.session_state[ASKED], viewer)
    if shown is None:
        return
    if shown.revision != reads.revision():
        _dropped(PAST)
        return
    with st.container(border=True):
        _what_changes(row, shown)
        with st.container(horizontal=True):
            _confirm(row, shown, viewer)
            if st.button("Leave it as it is", key="leave_it"):
                leave()
                st.rerun()


def _dropped(why: str) -> None:
    leave()
    st.info(words.plain(why), icon=":material/preview_off:")


def _shown(asked: Asked, viewer: Viewer) -> Shown | None:
    """The preview asked for, worked out once; None, and why in a sentence, where it is refused."""
    shown = st.session_state.get(SHOWN)
    if shown is not None and shown.asked == asked:
        return shown
    said = {"viewer": viewer, "settings": settings()}
    try:
        with working.progress("Opening the store") as tell:
            if asked.published_on is not None:
                found = running.preview_approval(
                    asked.assessment_id, published_on=asked.published_on, tell=tell, **said
                )
            else:
                found = running.preview_withdrawal(
                    asked.assessment_id, reason=asked.reason, tell=tell, **said
                )
    except (StoreError, NotPermitted) as error:
        leave()
        st.error(words.plain(error), icon=":material/report:")
        return None
    st.session_state[SHOWN] = Shown(asked, reads.revision(), found)
    return st.session_state[SHOWN]


def _what_changes(row: tuple, shown: Shown) -> None:
    approving = shown.asked.published_on is not None
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
    asked = shown.asked
    if asked.published_on is not None:
        if st.button("Approve", icon=":material/task_alt:", type="primary", key="approve_it"):
            leave()
            assessment_acts.approve(row, viewer, asked.published_on)
    elif st.button("Withdraw", icon=":material/delete:", type="primary", key="withdraw_it"):
        leave()
        assessment_acts.withdraw(row, viewer, asked.reason)
