"""What are the blocks of the overview: priorities in words, what got worse, how much is known?"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import menu, navigate, panels, words
from unpol_data.figures import formats, life_words, overview_words
from unpol_data.figures.palette import NOT_APPLICABLE
from unpol_data.views.overview import Overview


def sharpest(priorities: pd.DataFrame) -> None:
    """The first priorities in words, and the way to all of them."""
    if priorities.empty:
        panels.not_enough_evidence("No gap can be ranked: assess, and rate the crime threats.")
    for priority in priorities.itertuples(index=False):
        _priority(priority)
    if "ranking" in menu.url_paths():
        navigate.page_link("ranking", "Full ranking, and what each priority is made of")


def _priority(priority: tuple) -> None:
    """One priority: where and what, its class, its sites, what holds it back, how sure."""
    place = words.plain(f"{priority.rank}. {priority.mission_code} · {priority.area_name}")
    badge = panels.gap_badge(priority.gap_class, priority.gap_points)
    said = words.plain(overview_words.at_sites(priority))
    if priority.dimension_name:
        said += f" Held back by **{words.plain(priority.dimension_name.lower())}**."
    with st.container(gap=None):
        st.markdown(f"**{place}** {badge}  \n{said}  \n{_firmness(priority)}")


def _firmness(priority: tuple) -> str:
    """The size of the priority and how far its figure can be trusted; a badge where not far."""
    said = f":small[:gray[{words.plain(overview_words.firmness(priority))}]]"
    if priority.confidence_class == "low":
        return f":gray-badge[:material/help: low confidence, verify first] {said}"
    return said


def worsened(rises: pd.DataFrame) -> None:
    """The largest rises since the last round."""
    if rises.empty:
        panels.note("No gap rose, or there is no earlier round to compare with.")
        return
    panels.table(
        with_badges(overview_words.worsened_rows(rises)),
        overview_words.WORSENED_HEADINGS,
        badges=["gap"],
    )


def known(found: Overview) -> None:
    """Coverage and age of the evidence, and the mandate dates that have passed."""
    rows = overview_words.known_rows(
        missions=found.missions,
        median_age_months=found.median_age_months,
        fresh_share=found.fresh_share,
    )
    shown = rows.map(words.plain)
    st.table(shown, border="horizontal", hide_index=True, hide_header=True)
    for mandate in found.expired.itertuples(index=False):
        st.markdown(f":material/event_busy: {words.plain(overview_words.expired(mandate))}")


def waiting(counts: Mapping[str, int]) -> None:
    """What waits for a decision, and the way to it; nothing where nothing waits."""
    said = life_words.waiting(counts)
    if said:
        navigate.page_link("assessments", f"Assessments: {said}")


def missions(found: Overview) -> None:
    """The table twin of the map."""
    rows = overview_words.mission_rows(found.missions)
    headings = {**overview_words.MISSION_HEADINGS, "served": f"{found.officers} served"}
    panels.table(with_badges(rows), headings, badges=["gap"])


def with_badges(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows with gap: the badge of gap_class and gap_points, in Markdown."""
    return rows.assign(gap=[_badge(row) for row in rows.itertuples(index=False)])


def _badge(row: tuple) -> str:
    if row.gap_class == NOT_APPLICABLE:
        return f":gray-badge[{formats.NOT_APPLICABLE}]"
    return panels.gap_badge(row.gap_class, None if pd.isna(row.gap_points) else row.gap_points)
