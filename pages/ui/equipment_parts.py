"""Which items are short, and at which sites?"""

import pandas as pd
import streamlit as st

from pages.ui import choice, panels, reads
from unpol_data.access import Viewer
from unpol_data.figures import equipment_words
from unpol_data.filters import Filters
from unpol_data.views import equipment as view

LARGEST = 12


def shortfalls(lines: pd.DataFrame, chosen: Filters, viewer: Viewer) -> None:
    """The dearest shortfalls, and beside them the sites of one."""
    short = lines[lines["short"] > 0]
    if short.empty:
        panels.note("Nothing that is required is short.")
        return
    left, right = st.columns([1.2, 1], gap="medium")
    with left:
        panels.section("Largest shortfalls, by cost to close")
        largest = equipment_words.lines(short.head(LARGEST))
        panels.table(largest, equipment_words.LINE_HEADINGS)
    with right:
        panels.section("Where one item is short")
        _sites(short, chosen, viewer)


def _sites(short: pd.DataFrame, chosen: Filters, viewer: Viewer) -> None:
    code = choice.one("line", "Item and mission", equipment_words.names(short))
    mission_code, _, equipment_code = code.partition("-")
    which = {"mission_code": mission_code, "equipment_code": equipment_code}
    rows = reads.read(view.sites, chosen, viewer, **which)
    panels.table(equipment_words.sites(rows), equipment_words.SITE_HEADINGS)
