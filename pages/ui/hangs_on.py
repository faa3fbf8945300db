"""Which assumption does the order hang on most, found when one asks for it?

It takes seconds and libraries that no page loads, so a process of its own does it. What it
found is kept for everybody who looks at the same figures.
"""

from functools import partial

import pandas as pd
import streamlit as st

from pages.ui import kept, panels, reads, screen, words
from unpol_data.access import Viewer
from unpol_data.figures import assumption_words, bars
from unpol_data.filters import Filters
from unpol_data.settings import settings
from unpol_data.work import running

EXPLAINED = (
    "Each group of assumptions is varied with all others held still (total-order Sobol index, "
    "95 % interval). Interactions count for each group, so the shares may add up to more than "
    "100 %. Method note, section 10."
)


def draw(chosen: Filters, viewer: Viewer) -> None:
    """The answer where it is known, else a button that finds it."""
    key = ("assumptions", reads.revision(), chosen, viewer.missions, viewer.clearance)
    found = kept.answer(key)
    if found is None:
        st.markdown(
            "The calculation is repeated some hundred times for each group of assumptions, which "
            "takes a few seconds."
        )
        if not st.button("Find out", key="assumptions"):
            return
        asked = partial(running.assumption_shares, chosen, viewer=viewer, settings=settings())
        found = kept.computed(key, lambda tell: asked(tell=tell))
    if found is not None:
        _answer(found)


def _answer(found: pd.DataFrame) -> None:
    if found.empty:
        panels.nothing_found("Nothing is ranked, so there is no order that could move.")
        return
    name, said = assumption_words.sentence(found)
    st.markdown(f"**{words.plain(name)}**: {words.plain(said)}")
    rows = assumption_words.bars(found)
    screen.chart(bars.labelled_bars(rows, screen.palette()), alt=bars.labelled_bars_alt(rows))
    panels.note(EXPLAINED)
