"""How does one choose one of several codes on a page, so that a link reproduces it?"""

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.ui import words

MADE = "choices_made"


def begin() -> None:
    """Forget the choices of the run before; the frame calls this before it runs a page."""
    st.session_state[MADE] = {}


def made() -> dict[str, list[str]]:
    """What has been chosen on the page in this run, by URL parameter; the first codes too."""
    return dict(st.session_state[MADE])


def one(parameter: str, label: str, names: Mapping[str, str], *, at_once: bool = False) -> str:
    """The chosen code among those of `names`, the first unless another is chosen.

    All names stand side by side with `at_once`, to be chosen with one click; else in a list.

    It stands in the URL as `parameter`, as a code, unless it is the first. A code in the URL
    that is not among them is left out, and said to be. The URL decides at the first visit and
    after Back and Forward, the widget otherwise.
    """
    codes = list(names)
    asked = st.query_params.get(parameter)
    if asked is not None and asked not in names:
        st.info(
            words.plain(f"{parameter} {asked!r} is not among these and was left out."),
            icon=":material/link_off:",
        )
    if parameter not in st.session_state or get_script_run_ctx().is_history_navigation:
        st.session_state[parameter] = asked
    if st.session_state[parameter] not in names:
        st.session_state[parameter] = codes[0]
    said = {"format_func": names.__getitem__, "key": parameter}
    if at_once:
        chosen = st.segmented_control(label, codes, required=True, **said)
    else:
        chosen = st.selectbox(label, codes, **said)
    st.session_state[MADE][parameter] = [chosen]
    _write(parameter, chosen if chosen != codes[0] else None)
    return chosen


def _write(parameter: str, code: str | None) -> None:
    """Put the code in the URL, or take it out; nothing where the URL says so already."""
    if code is not None and st.query_params.get(parameter) != code:
        st.query_params[parameter] = code
    elif code is None and parameter in st.query_params:
        del st.query_params[parameter]
