"""Which weights are in force, and how does one take others or go back?"""

from dataclasses import replace

import streamlit as st

from pages.ui import filters, reads, words
from pages.ui.sign_in import current_viewer
from unpol_data import weighing
from unpol_data.filters import Filters
from unpol_data.weighing import DEFAULT, Scenario

WIDTH = 360


def known(chosen: Filters) -> dict[str, Scenario | None]:
    """The scenarios to choose from by code: the default, those in use, and the one in force."""
    saved = reads.scenarios(current_viewer())
    in_use = {one.code: one for code, one in saved.items() if code != one.code}
    found: dict[str, Scenario | None] = {DEFAULT: None, **in_use}
    if chosen.scenario is not None:
        found.setdefault(chosen.scenario.code, chosen.scenario)
    return found


def choose(chosen: Filters) -> None:
    """All saved weights with the default first, and the one in force marked."""
    options = known(chosen)
    codes = list(options)
    in_force = DEFAULT if chosen.scenario is None else chosen.scenario.code
    st.radio(
        "Weights of the priorities",
        codes,
        index=codes.index(in_force),
        format_func=lambda code: name(options[code]),
        captions=[words.plain(_numbers(options[code])) for code in codes],
        key=filters.key("scenario"),
        width=WIDTH,
    )
    st.caption("Other weights are tried and saved on the Ranking page.")


def name(scenario: Scenario | None) -> str:
    """What a scenario is called in a list."""
    if scenario is None:
        return "Default of the method"
    return words.plain(scenario.name) if scenario.name else "Weights of this link, not saved"


def _numbers(scenario: Scenario | None) -> str:
    shares = weighing.default_weights() if scenario is None else scenario.weights()
    return weighing.numbers(shares)


def notice(chosen: Filters) -> None:
    """That other weights than the default are in force, and one click to go back."""
    if chosen.scenario is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        said = words.plain(chosen.scenario.name or "weights of this link")
        st.markdown(f":primary-badge[:material/balance: Scenario: {said}]", width="content")
        if st.button("Back to the default weights", key="default_weights"):
            take(None)


def take(scenario: Scenario | None) -> None:
    """Let these weights be in force, here and in the link; does not return."""
    st.session_state[filters.TO_OPEN] = replace(filters.asked(), scenario=scenario)
    st.rerun()
