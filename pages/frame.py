"""The main script: menu, shared filters and notices around every page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import (
    choice,
    decide,
    errors,
    filter_bar,
    filters,
    headings,
    menu,
    reads,
    screen,
    shown,
    typed,
    words,
)
from pages.ui.sign_in import current_viewer
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import illustrative_words

BOUNDARIES = (
    "Boundaries and names shown do not imply official endorsement or acceptance by the "
    "United Nations; not a UN-cleared map."
)
# Python does not know widths: about so many pixels do the margin and a character of a title take.
TITLE_MARGIN, TITLE_CHARACTER = 16, 12.6


def head(title: str) -> DeltaGenerator:
    """The title at the left, the filter bar at the right; returns the place of the link."""
    shares = [TITLE_MARGIN + TITLE_CHARACTER * len(title), filter_bar.width()]
    left, right = st.columns(shares, vertical_alignment="center")
    left.title(words.plain(title), anchor=False)
    with right:
        return filter_bar.draw()


def basis(*, illustrative: bool) -> None:
    """On what the figures below rest: filters, requirements and method, in words."""
    badge = ":primary-badge[:material/science: Illustrative data] " if illustrative else ""
    versions = [f"{subject} {reference.version(subject)}" for subject in ("requirements", "method")]
    scale = "gap 0–100: 0 = requirement met, 100 = nothing in place"
    said = " · ".join([filters.current().in_words(), *versions, scale])
    st.markdown(f"{badge}:small[:gray[{words.plain(said)}]]")


def show(viewer: Viewer) -> None:
    """The page asked for, inside the frame."""
    reads.begin()
    choice.begin()
    shown.begin()
    typed.begin()
    filters.settle()
    page = st.navigation(menu.sections(), position="top")
    filters.arrived()
    invented = illustrative_words.sentence(reads.illustrative(viewer))
    link = head(headings.title(menu.entry(page.url_path), filters.current(), viewer))
    basis(illustrative=bool(invented))
    filter_bar.notices()
    with errors.caught():
        page.run()
    filter_bar.share(link)
    decide.here(viewer, menu.entry(page.url_path))
    st.caption(words.plain(f"{invented} {BOUNDARIES}"))


st.set_page_config(page_title="UNPOL technology capacity", layout="wide")
st.html(screen.STYLE)
st.logo(screen.logo(), size="medium")
with errors.caught():
    show(current_viewer())
