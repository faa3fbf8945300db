"""Which assumption does the order hang on most, found when one asks for it?

It takes seconds and libraries that no page loads, so a process of its own does it. What it
found is kept for everybody who looks at the same figures.
"""

import pandas as pd
import streamlit as st

from pages.ui import panels, reads, screen, words, working
from unpol_data.access import NotPermitted, Viewer
from unpol_data.figures import assumption_words, bars
from unpol_data.filters import Filters
from unpol_data.settings import settings
from unpol_data.store import StoreError
from unpol_data.work import running

# Answers kept for all sessions together; the oldest go first.
MOST = 100
EXPLAINED = (
    "Each group of assumptions is varied with all others held still (total-order Sobol index, "
    "95 % interval). Interactions count for each group, so the shares may add up to more than "
    "100 %. Method note, section 10."
)


@st.cache_resource(show_spinner=False)
def _kept() -> dict[tuple, pd.DataFrame]:
    return {}


def draw(chosen: Filters, viewer: Viewer) -> None:
    """The answer where it is known, else a button that finds it."""
    key = (reads.revision(), chosen, viewer.missions, viewer.clearance)
    found = _kept().get(key)
    if found is None:
        st.markdown(
            "The calculation is repeated some hundred times for each group of assumptions, which "
            "takes a few seconds."
        )
        if not st.button("Find out", key="assumptions"):
            return
        found = _found(chosen, viewer)
        if found is None:
            return
        _keep(key, found)
    _answer(found)


def _found(chosen: Filters, viewer: Viewer) -> pd.DataFrame | None:
    try:
        with working.progress("Opening the store") as tell:
            return running.assumption_shares(chosen, viewer=viewer, settings=settings(), tell=tell)
    except (StoreError, NotPermitted) as error:
        st.error(words.plain(error), icon=":material/report:")
        return None


def _keep(key: tuple, found: pd.DataFrame) -> None:
    kept = _kept()
    kept[key] = found
    while len(kept) > MOST:
        del kept[next(iter(kept))]


def _answer(found: pd.DataFrame) -> None:
    if found.empty:
        panels.nothing_found("Nothing is ranked, so there is no order that could move.")
        return
    name, said = assumption_words.sentence(found)
    st.markdown(f"**{words.plain(name)}**: {words.plain(said)}")
    rows = assumption_words.bars(found)
    screen.chart(bars.labelled_bars(rows, screen.palette()), alt=bars.labelled_bars_alt(rows))
    panels.note(EXPLAINED)
