"""What stands on the page while a file is fetched, checked or kept, and how is that stopped?

The work runs in a process of its own; a part of the page looks twice a second how far it is,
so that the button that stops it always answers.
"""

from dataclasses import dataclass

import streamlit as st

from pages.ui import words
from unpol_data.work.under_way import UnderWay

STATE = "work_under_way"
LOOKS_EVERY_SECONDS = 0.5


@dataclass(frozen=True)
class Begun:
    """A piece of work, what it is for, and what is said while it goes on."""

    purpose: tuple
    said: str
    work: UnderWay


def begin(purpose: tuple, said: str, work: UnderWay) -> None:
    """Follow this work from now on; what was under way before in this session is stopped."""
    before = st.session_state.get(STATE)
    if before is not None:
        before.work.stop()
    st.session_state[STATE] = Begun(purpose, said, work)


def of(purpose: tuple) -> UnderWay | None:
    """The work begun for this purpose, over or not; None where there is none."""
    begun = st.session_state.get(STATE)
    return begun.work if begun is not None and begun.purpose == purpose else None


def forget() -> None:
    """Let go of the work, once its result is taken."""
    st.session_state.pop(STATE, None)


@st.fragment(run_every=LOOKS_EVERY_SECONDS)
def progress() -> None:
    """The step under way with the share done, and the button that stops it."""
    begun = st.session_state.get(STATE)
    if begun is None:
        return
    if begun.work.over:
        st.rerun()
    step = begun.work.step or begun.said
    st.progress(begun.work.share, text=words.plain(f"{step} …"))
    if st.button("Stop", icon=":material/stop_circle:", key="stop_work"):
        begun.work.stop()
        st.rerun()
