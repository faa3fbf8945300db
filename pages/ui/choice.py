"""How does one choose one of several codes on a page, so that a link reproduces it?"""

from collections.abc import Callable, Mapping, Sequence

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


def several(parameter: str, label: str, names: Mapping[str, str], **looks: str) -> tuple[str, ...]:
    """The chosen codes among those of `names`, none at first; repeated in the URL.

    Codes in the URL that are not among them are left out, and said to be. In a form nothing
    changes before it is submitted. `looks` go to the widget: placeholder, help.
    """
    asked = st.query_params.get_all(parameter)
    unknown = [code for code in asked if code not in names]
    if unknown:
        said = ", ".join(repr(code) for code in unknown)
        st.info(
            words.plain(f"{parameter} {said} is not among these and was left out."),
            icon=":material/link_off:",
        )
    if parameter not in st.session_state or get_script_run_ctx().is_history_navigation:
        st.session_state[parameter] = asked
    kept = [code for code in st.session_state[parameter] if code in names]
    if kept != st.session_state[parameter]:
        st.session_state[parameter] = kept
    codes = list(names)
    chosen = st.multiselect(label, codes, format_func=names.__getitem__, key=parameter, **looks)
    if chosen:
        st.session_state[MADE][parameter] = list(chosen)
    if list(chosen) != asked:
        st.query_params[parameter] = chosen
    return tuple(chosen)


def asked_number(parameter: str) -> int | None:
    """The whole number from 0 on that is in force for the parameter; None where there is none.

    What the URL says for it and is no such number is left out, and said to be.
    """
    if parameter in st.session_state and not get_script_run_ctx().is_history_navigation:
        return int(st.session_state[parameter])
    asked = st.query_params.get(parameter)
    if asked is None or asked.isdecimal():
        return None if asked is None else int(asked)
    st.info(
        words.plain(f"{parameter} {asked!r} is no whole number and was left out."),
        icon=":material/link_off:",
    )
    return None


def number(
    parameter: str, label: str, numbers: Sequence[int], *, first: int, named: Callable[[int], str]
) -> int:
    """The chosen one of the numbers, on a slider: `first` unless another is asked for.

    `numbers` rise and have the one of asked_number. It stands in the URL as a plain number
    unless it is the first.
    """
    asked = asked_number(parameter)
    st.session_state[parameter] = first if asked is None else asked
    chosen = st.select_slider(label, numbers, format_func=named, key=parameter)
    st.session_state[MADE][parameter] = [str(chosen)]
    _write(parameter, None if chosen == first else str(chosen))
    return chosen


def _write(parameter: str, code: str | None) -> None:
    """Put the code in the URL, or take it out; nothing where the URL says so already."""
    if code is not None and st.query_params.get(parameter) != code:
        st.query_params[parameter] = code
    elif code is None and parameter in st.query_params:
        del st.query_params[parameter]
