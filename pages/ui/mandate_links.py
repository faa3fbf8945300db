"""How does one get from the overview to the mandate: priorities, goals, women, risks?"""

import streamlit as st

from pages.ui import filters, navigate, panels
from unpol_data.figures import goal_words


def draw() -> None:
    """A link to each part of Mandate and goals, with the filters in force."""
    panels.section("The mandate")
    first = next(iter(goal_words.SHOWN))
    with st.container(horizontal=True):
        for shown, name in goal_words.SHOWN.items():
            choices = {} if shown == first else {"show": shown}
            navigate.page_link("goals", name, chosen=filters.asked(), choices=choices)
