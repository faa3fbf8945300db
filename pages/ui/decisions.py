"""What can be done next with an assessment, by whom, and what did the last step do?"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from pages.ui import assessment_acts, navigate, preview_parts, words
from unpol_data import publishing
from unpol_data.access import Viewer
from unpol_data.figures import formats, life_words
from unpol_data.filters import Filters
from unpol_data.publishing import BEFORE_WITHDRAWN, LONGEST_REASON
from unpol_data.views.life import Life

SECOND_PERSON = (
    "Nobody has signed in, so the dashboard cannot tell persons apart: let somebody else than "
    "who brought it review and approve it."
)
OWN = "You brought this assessment, so somebody else has to review and approve it."
WITHDRAWING = "It will count no more; its facts are kept, and the same file may be brought again."


def buttons(row: tuple, life: Life, viewer: Viewer) -> None:
    """What this viewer may do with the assessment now, after a sentence that says what waits."""
    said = [life_words.NEXT[row.state], life_words.open_comments(life.open_comments)]
    st.markdown(words.plain(" ".join(part for part in said if part)))
    own = viewer.brought(life.brought_by)
    if row.state == "draft":
        _draft(row, life, viewer)
    with st.container(horizontal=True):
        if row.state == "draft" and viewer.may("submit_assessment"):
            _step(
                "Submit for review", ":material/outbox:", "submit", publishing.submit, row, viewer
            )
        if row.state == "submitted" and viewer.may("review_assessment") and not own:
            icon = ":material/rate_review:"
            _step("Mark as reviewed", icon, "review", publishing.review, row, viewer)
        if row.state == "reviewed" and viewer.may("approve_assessment") and not own:
            _approve(row, life)
        if row.state in ("submitted", "reviewed") and viewer.may("return_assessment"):
            _send_back(row, life, viewer)
        if row.state == "approved" and life.replaced_by is None:
            _correct(row, viewer)
        if row.state in BEFORE_WITHDRAWN and viewer.may("withdraw_assessment"):
            _withdraw(row, viewer)
    if row.state in ("submitted", "reviewed") and viewer.may("review_assessment"):
        _second_person(viewer, own)


def _draft(row: tuple, life: Life, viewer: Viewer) -> None:
    """Why it is a draft again, where it was sent back, and the way to change what it says."""
    back = life_words.sent_back(life.steps)
    if back:
        st.warning(words.plain(back), icon=":material/undo:")
    if viewer.may("record_assessment") and viewer.account in life.brought_by:
        mission = Filters(missions=(row.mission_code,))
        choices = {"draft": str(row.assessment_id)}
        navigate.page_link("enter", "Change its answers", chosen=mission, choices=choices)


def _second_person(viewer: Viewer, own: bool) -> None:
    """One line on who should take the next step, where it is not plain."""
    if own:
        st.caption(OWN)
    elif viewer.is_nobody:
        st.caption(SECOND_PERSON)


def _step(
    label: str,
    icon: str,
    key: str,
    step: Callable[..., None],
    row: tuple,
    viewer: Viewer,
) -> None:
    if st.button(label, icon=icon, type="primary", key=f"{key}_it"):
        assessment_acts.do(row, partial(step, viewer=viewer), key)


def _approve(row: tuple, life: Life) -> None:
    """The day from which it would count, and what that would change.

    At the earliest the last day assessed, of a correction that of what it corrects.
    """
    earliest, latest = row.assessed_to.date(), datetime.now(UTC).date()
    if life.corrects_from is not None:
        earliest = max(earliest, life.corrects_from)
    if earliest > latest:
        st.caption(f"It can be approved from {formats.day(earliest)} on.")
        return
    published_on: date = st.date_input(
        "It counts from",
        value=latest,
        min_value=earliest,
        max_value=latest,
        format="YYYY-MM-DD",
        key=f"published_on_{row.assessment_id}",
    )
    if st.button(
        "See what approving changes", icon=":material/preview:", type="primary", key="preview_it"
    ):
        preview_parts.ask(row, published_on=published_on)


def _send_back(row: tuple, life: Life, viewer: Viewer) -> None:
    with st.popover("Send back", icon=":material/undo:", key="send_back"):
        st.markdown("It becomes a draft again. Say what has to change.")
        if life.open_comments:
            said = life_words.open_comments(life.open_comments)
            st.markdown(words.plain(f"{said} They stay with it."))
        reason = _reason("What has to change", f"return_{row.assessment_id}")
        if st.button("Send it back", type="primary", key="return_it"):
            back = partial(publishing.send_back, viewer=viewer, reason=reason)
            assessment_acts.do(row, back, "return", place=assessment_acts.RETURN)
        assessment_acts.refusal(assessment_acts.RETURN)


def _correct(row: tuple, viewer: Viewer) -> None:
    if not viewer.may("record_assessment"):
        return
    if st.button("Correct", icon=":material/edit_document:", key="correct_it"):
        assessment_acts.correct(row, viewer)


def _withdraw(row: tuple, viewer: Viewer) -> None:
    # Under another key it is closed: it would cover the preview that was asked for in it.
    closed = "_closed" if preview_parts.is_asked(row) else ""
    with st.popover("Withdraw", icon=":material/delete:", key=f"withdraw{closed}"):
        st.markdown(words.plain(WITHDRAWING))
        reason = _reason("Why it should count no more", f"withdraw_{row.assessment_id}")
        if row.state == "approved":
            if st.button("See what withdrawing changes", type="primary", key="preview_withdrawal"):
                preview_parts.ask(row, reason=reason)
        elif st.button("Withdraw it", type="primary", key="withdraw_it"):
            assessment_acts.withdraw(row, viewer, reason, place=assessment_acts.WITHDRAW)
        assessment_acts.refusal(assessment_acts.WITHDRAW)


def _reason(label: str, key: str) -> str:
    return st.text_input(label, key=f"reason_{key}", max_chars=LONGEST_REASON, autocomplete="off")
