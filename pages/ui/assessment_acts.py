"""How is a step of an assessment taken from the page, and how is told what it did?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.ui import filters, menu, navigate, panels, reads, words, working
from unpol_data import publishing
from unpol_data.access import NotPermitted, Viewer
from unpol_data.figures import assessment_words, entry_words, formats
from unpol_data.filters import Filters
from unpol_data.publishing import Publication
from unpol_data.publishing.publication import Tell
from unpol_data.settings import settings
from unpol_data.store import StoreError
from unpol_data.views import assessments as view
from unpol_data.work import running

SAID, FAILED, NEXT = "assessment_decision", "assessment_failed", "assessment_next"
# As many as one puts right at one sitting.
MOST_PROBLEMS = 50
# Places of the page at which an act is begun, and is told why it was refused.
STEPS, RETURN, WITHDRAW = "steps", "return", "withdraw"
DONE = {
    "submit": "is submitted and waits for review.",
    "review": "is reviewed and waits for approval.",
    "return": "is a draft again.",
}


@dataclass(frozen=True)
class Said:
    """What a step did, to be shown once the page is drawn anew; `mission` where figures moved."""

    assessment_id: int
    sentence: str
    mission_code: str | None = None


def outcome(row: tuple) -> None:
    """What the last step of this session did, or why it failed, where it was about this one."""
    refusal(STEPS)
    said = st.session_state.get(SAID)
    if said is None or said.assessment_id != row.assessment_id:
        return
    st.success(words.plain(said.sentence), icon=":material/task_alt:")
    if said.mission_code and "mission" in menu.url_paths():
        chosen = Filters(missions=(said.mission_code,))
        navigate.page_link("mission", f"See what {said.mission_code} looks like", chosen=chosen)


def refusal(place: str) -> None:
    """Why the last act begun at this place of the page was refused, once; nothing if it was not."""
    where, error = st.session_state.get(FAILED, (None, None))
    if where == place:
        del st.session_state[FAILED]
        _refused(error)


def _refused(error: Exception) -> None:
    """Why the last step was not taken; of a draft all that must be put right first."""
    if not isinstance(error, publishing.DraftRefused):
        st.error(words.plain(error), icon=":material/report:")
        return
    located = [one for one in error.problems if one.sheet]
    whole = [one.words for one in error.problems if not one.sheet]
    st.error(words.plain(" ".join([error.summary, *whole])), icon=":material/block:")
    if located:
        rows = entry_words.problems(located[:MOST_PROBLEMS], error.places)
        panels.table(rows, entry_words.PROBLEMS)
    if len(located) > MOST_PROBLEMS:
        panels.note(f"The first {MOST_PROBLEMS} are listed; the others show once these are right.")


def follow(parameter: str) -> None:
    """Let the choice of this URL parameter be the correction just begun, once."""
    number = st.session_state.pop(NEXT, None)
    if number is not None:
        st.session_state[parameter] = number


def do(row: tuple, step: Callable[..., None], name: str, *, place: str = STEPS) -> None:
    """Take a step that changes no figure, and draw the page anew."""
    with failing(place):
        step(reads.engine(), int(row.assessment_id))
        st.session_state[SAID] = Said(row.assessment_id, f"{named(row)} {DONE[name]}")
    st.rerun()


def correct(row: tuple, viewer: Viewer) -> None:
    """Begin a correction, and show it."""
    with failing():
        number = publishing.correct(reads.engine(), int(row.assessment_id), viewer=viewer)
        sentence = (
            f"Assessment {number} is a draft with all that no. {row.assessment_id} says. It takes "
            "its place once it is approved; until then nothing changes."
        )
        st.session_state[SAID] = Said(number, sentence)
        st.session_state[NEXT] = str(number)
    st.rerun()


def approve(row: tuple, viewer: Viewer, published_on: date) -> None:
    """Approve, and draw the page anew."""
    worked(row, lambda tell: _approved(row, viewer, published_on, tell))


def withdraw(row: tuple, viewer: Viewer, reason: str, *, place: str = STEPS) -> None:
    """Withdraw, and draw the page anew."""
    worked(row, lambda tell: _withdrawn(row, viewer, reason, tell), place=place)


def worked(row: tuple, act: Callable[[Tell], str], *, place: str = STEPS) -> None:
    """Do what takes a moment with a bar of progress; the sentence it returns is told."""
    with failing(place), working.progress("Opening the store") as tell:
        sentence = act(tell)
        st.session_state[SAID] = Said(row.assessment_id, sentence, row.mission_code)
    st.rerun()


@contextmanager
def failing(place: str = STEPS) -> Iterator[None]:
    """A refusal within the block is kept, to be told at its place once the page is drawn anew."""
    st.session_state.pop(SAID, None)
    try:
        yield
    except (StoreError, NotPermitted) as error:
        st.session_state[FAILED] = place, error


def named(row: tuple) -> str:
    """What the assessment is called in a sentence."""
    return f"{row.mission_code} · {assessment_words.label(row)}"


def _approved(row: tuple, viewer: Viewer, published_on: date, tell: Tell) -> str:
    said = {"viewer": viewer, "settings": settings(), "tell": tell}
    done = running.approve(row.assessment_id, published_on=published_on, **said)
    return f"{named(row)} is approved and counts from {formats.day(published_on)}. {_change(done)}"


def _withdrawn(row: tuple, viewer: Viewer, reason: str, tell: Tell) -> str:
    said = {"viewer": viewer, "settings": settings(), "tell": tell}
    done = running.withdraw(row.assessment_id, reason=reason, **said)
    if done.from_on is None:
        return f"{named(row)} is withdrawn. It did not count yet, so no figure has changed."
    return f"{named(row)} is withdrawn. {_change(done)}"


def _change(done: Publication) -> str:
    """What changed on the side and horizon on screen, in words."""
    chosen = filters.current()
    changed = assessment_words.changed(view.moved(done.changes, chosen))
    side = "UNPOL side" if chosen.side == "unpol" else "host-State side"
    return f"{changed} ({chosen.horizon}, {side})."
