"""How does one approve or withdraw an assessment, and what did that change?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from pages.ui import filters, menu, navigate, words, working
from unpol_data.access import NotPermitted, Viewer
from unpol_data.figures import assessment_words, formats
from unpol_data.filters import Filters
from unpol_data.publishing import Publication
from unpol_data.publishing.publication import Tell
from unpol_data.settings import settings
from unpol_data.store import StoreError
from unpol_data.views import assessments as view
from unpol_data.work import running

SAID = "assessment_decision"
APPROVING = (
    "From this date its answers replace earlier ones in every figure of {mission}. The store "
    "keeps what was there before, and who approved."
)
WITHDRAWING = (
    "It will count no more, and every figure of {mission} it touched is computed anew. "
    "A withdrawn assessment cannot be approved again; its facts are kept."
)


@dataclass(frozen=True)
class Said:
    """What a decision did, to be shown once the page is drawn anew."""

    assessment_id: int
    mission_code: str
    sentence: str


def buttons(row: tuple, viewer: Viewer) -> None:
    """The decisions about this assessment that this viewer may take."""
    with st.container(horizontal=True):
        if row.state == "draft" and viewer.may("approve_assessment"):
            _approve(row, viewer)
        if row.state in ("draft", "approved") and viewer.may("withdraw_assessment"):
            _withdraw(row, viewer)


def outcome(row: tuple) -> None:
    """What the last decision of this session did, where it was about this assessment."""
    said = st.session_state.get(SAID)
    if said is None or said.assessment_id != row.assessment_id:
        return
    st.success(words.plain(said.sentence), icon=":material/task_alt:")
    if "mission" in menu.url_paths():
        chosen = Filters(missions=(said.mission_code,))
        navigate.page_link("mission", f"See what {said.mission_code} looks like", chosen=chosen)


def _approve(row: tuple, viewer: Viewer) -> None:
    with st.popover("Approve", icon=":material/task_alt:", type="primary", key="approve"):
        st.markdown(words.plain(APPROVING.format(mission=row.mission_code)))
        earliest, today = row.assessed_to.date(), datetime.now(UTC).date()
        latest = max(today, earliest)
        published_on = st.date_input(
            "It counts from",
            value=latest,
            min_value=earliest,
            max_value=latest,
            format="YYYY-MM-DD",
            key=f"published_on_{row.assessment_id}",
        )
        if st.button("Approve it", type="primary", key="approve_it"):
            _decide(row, lambda tell: _approved(row, viewer, published_on, tell))


def _withdraw(row: tuple, viewer: Viewer) -> None:
    with st.popover("Withdraw", icon=":material/undo:", key="withdraw"):
        st.markdown(words.plain(WITHDRAWING.format(mission=row.mission_code)))
        if st.button("Withdraw it", key="withdraw_it"):
            _decide(row, lambda tell: _withdrawn(row, viewer, tell))


def _decide(row: tuple, act: Callable[[Tell], str]) -> None:
    """Do it, and draw the page anew; where it fails, say why in one sentence."""
    try:
        with working.progress("Opening the store") as tell:
            sentence = act(tell)
    except (StoreError, NotPermitted) as error:
        st.error(words.plain(error), icon=":material/report:")
        return
    st.session_state[SAID] = Said(row.assessment_id, row.mission_code, sentence)
    st.rerun()


def _approved(row: tuple, viewer: Viewer, published_on: date, tell: Tell) -> str:
    done = running.approve(
        row.assessment_id,
        viewer=viewer,
        published_on=published_on,
        settings=settings(),
        tell=tell,
    )
    name = f"{row.mission_code} · {assessment_words.label(row)}"
    return f"{name} is approved and counts from {formats.day(published_on)}. {_change(done)}"


def _withdrawn(row: tuple, viewer: Viewer, tell: Tell) -> str:
    done = running.withdraw(row.assessment_id, viewer=viewer, settings=settings(), tell=tell)
    name = f"{row.mission_code} · {assessment_words.label(row)}"
    if done.from_on is None:
        return f"{name} is withdrawn. It was a draft, so no figure has changed."
    return f"{name} is withdrawn. {_change(done)}"


def _change(done: Publication) -> str:
    """What changed on the side and horizon on screen, in words."""
    chosen = filters.current()
    changed = assessment_words.changed(view.moved(done.changes, chosen))
    return f"{changed} ({chosen.horizon}, {words_of_side(chosen)})."


def words_of_side(chosen: Filters) -> str:
    """The side on screen in words: "UNPOL side"."""
    return "UNPOL side" if chosen.side == "unpol" else "host-State side"
