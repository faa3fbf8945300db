"""What would the order be under other weights, and how are they kept?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import panels, ranking_parts, reads, weights, words
from unpol_data.access import Viewer
from unpol_data.figures import weighing_words
from unpol_data.filters import Filters
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.scenarios import save
from unpol_data.scoring import swing
from unpol_data.views import ranking as view
from unpol_data.weighing import PARTS, Scenario, unsaved

ASKED = (
    "Imagine each of the three at its worst. Which one would you most like to see at its best? It "
    "gets 100. Then say how much lifting each of the others is worth against it."
)


@st.fragment
def draw(chosen: Filters, viewer: Viewer) -> None:
    """Three sliders, what would move, and the ways to take or save the weights."""
    left, right = st.columns([1, 1.5], gap="large")
    with left:
        st.markdown(ASKED)
        swings = _sliders(chosen)
        try:
            tried = unsaved(swing.percentages(swings))
        except ValueError as error:
            st.warning(words.plain(error), icon=":material/balance:")
            return
        st.markdown(f"These weights: **{words.plain(tried.in_words())}**")
        _ways(tried, chosen, viewer)
    with right:
        _preview(tried, chosen, viewer)


def _sliders(chosen: Filters) -> dict[str, int]:
    """How much lifting each part is worth, 0 to 100; the weights in force to begin with."""
    in_force = chosen.weights()
    top = max(in_force.values())
    code = "" if chosen.scenario is None else chosen.scenario.code
    return {
        part: st.slider(
            weighing_words.QUESTIONS[part],
            min_value=0,
            max_value=100,
            value=round(100 * in_force[part] / top),
            key=f"swing_{part}_{code}",
        )
        for part in PARTS
    }


def _ways(tried: Scenario, chosen: Filters, viewer: Viewer) -> None:
    with st.container(horizontal=True):
        if st.button("Use these weights", type="primary", key="use_weights"):
            weights.take(tried)
        if st.button("Default", key="form_default", disabled=chosen.scenario is None):
            weights.take(None)
    if not viewer.may("save_scenario"):
        panels.note("The link under Share keeps these weights; your role may not save them.")
        return
    with st.form("save_scenario", border=False):
        name = st.text_input("Name", placeholder="such as Threat first", key="scenario_name")
        note = st.text_input("Why", placeholder="for which question", key="scenario_note")
        if st.form_submit_button("Save under this name"):
            _save(tried, name, note, viewer)


def _save(tried: Scenario, name: str, note: str, viewer: Viewer) -> None:
    percentages = {part: getattr(tried, part) for part in PARTS}
    try:
        kept = save(reads.engine(), name, note, percentages, viewer=viewer)
    except Refused as refusal:
        st.error(words.plain(refusal), icon=":material/report:")
        return
    code = f"{kept.scenario_code}.{kept.version}"
    weights.take(Scenario(code, name.strip(), **percentages))


def _preview(tried: Scenario, chosen: Filters, viewer: Viewer) -> None:
    """The first places under these weights, and where they stand now."""
    now = reads.read(view.ranking, chosen, viewer).ranked
    then = reads.read(view.ranking, replace(chosen, scenario=tried), viewer).ranked
    panels.section("What would move")
    st.markdown(weighing_words.summary(now, then, most=ranking_parts.MOST))
    rows: pd.DataFrame = weighing_words.moves(now, then, most=ranking_parts.MOST)
    panels.table(rows, weighing_words.HEADINGS)
