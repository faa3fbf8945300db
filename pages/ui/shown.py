"""Which figures does the page show in this run, so that a decision can keep them?"""

import streamlit as st

from unpol_data.kept_figures import ShownFigure

SHOWN = "figures_shown"


def begin() -> None:
    """Forget the figures of the run before; the frame calls this before it runs a page."""
    st.session_state[SHOWN] = {}


def keep(name: str, figure: str, said: str = "") -> None:
    """Remember a figure as it is printed, with what is said beside it; the last of a name."""
    st.session_state.setdefault(SHOWN, {})[name] = ShownFigure(name, figure, said)


def kept() -> tuple[ShownFigure, ...]:
    """The figures remembered in this run, in the order in which they were drawn."""
    return tuple(st.session_state.get(SHOWN, {}).values())
