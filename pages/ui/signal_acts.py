"""How does one say of a signal that it was seen, is no concern, or is one again?"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.ui import filters, reads, words
from unpol_data import publishing
from unpol_data.access import NotPermitted, Viewer
from unpol_data.store import StoreError

FAILED = "signal_act_failed"
REASON = "Why is it no concern? Others will read this."


def buttons(signal: tuple, viewer: Viewer) -> None:
    """What this viewer may say of the signal, as buttons beside one another."""
    code = signal.signal_code
    with st.container(horizontal=True, key=f"acts_{code}"):
        if signal.state == "new" and viewer.may("mark_signal_seen"):
            seen = partial(publishing.mark_signal_seen, signal_code=code)
            _button("Seen", ":material/visibility:", f"seen_{code}", seen, viewer)
        if signal.state in ("new", "seen") and viewer.may("dismiss_signal"):
            _dismiss(code, viewer)
        if signal.state in ("seen", "dismissed") and viewer.may("reopen_signal"):
            again = partial(publishing.reopen_signal, signal_code=code)
            _button("Mark as new", ":material/undo:", f"reopen_{code}", again, viewer)


def outcome() -> None:
    """Why the last act of this session could not be done, once."""
    failed = st.session_state.pop(FAILED, None)
    if failed:
        st.error(words.plain(failed), icon=":material/report:")


def _button(label: str, icon: str, key: str, act: Callable[..., None], viewer: Viewer) -> None:
    if st.button(label, icon=icon, key=key):
        _do(act, viewer)


def _dismiss(code: str, viewer: Viewer) -> None:
    with st.popover("Dismiss", icon=":material/block:", key=f"dismiss_{code}"):
        reason = st.text_input(
            REASON,
            key=f"reason_{code}",
            max_chars=publishing.LONGEST_REASON,
            autocomplete="off",
        )
        if st.button("Dismiss it", type="primary", key=f"dismiss_it_{code}"):
            _do(partial(publishing.dismiss_signal, signal_code=code, reason=reason), viewer)


def _do(act: Callable[..., None], viewer: Viewer) -> None:
    """Do it and draw the page anew; where it fails, the page says why above the list."""
    try:
        act(reads.engine(), viewer=viewer, as_of=filters.current().as_of)
    except (StoreError, NotPermitted) as error:
        st.session_state[FAILED] = str(error)
    st.rerun()
