"""What are the blocks on women, peace and security: counted, answered, checked, reviewed?"""

import pandas as pd
import streamlit as st

from pages.ui import downloads, goal_parts, key_figures, navigate, panels, screen
from unpol_data.access import Viewer
from unpol_data.figures import women_words
from unpol_data.figures.bars import labelled_bars, labelled_bars_alt
from unpol_data.filters import Filters
from unpol_data.views.women import Women

NOTHING_YET = (
    "No officer, training, option or document is on record here. Choose other missions, or import "
    "the programme workbook."
)


def everything(found: Women, chosen: Filters, viewer: Viewer) -> None:
    """Findings, people by sex, answers to the questions about women, checks and reviews."""
    if found.empty:
        panels.nothing_found(NOTHING_YET)
        return
    key_figures.tiles(found.figures)
    goal_parts.sentences(women_words.findings(found.missions, found.questions))
    people(found, chosen, viewer)
    answers(found, chosen, viewer)
    gates(found, chosen, viewer)


def people(found: Women, chosen: Filters, viewer: Viewer) -> None:
    """Women among officers with expertise, and among those trained, by mission."""
    left, right = st.columns(2, gap="medium")
    for place, names, title in (
        (left, women_words.OFFICERS, "Women among officers with expertise"),
        (right, women_words.TRAINED, f"Women among those trained, last {found.months} months"),
    ):
        with place:
            panels.section(title)
            bars = women_words.bars(found.missions, names)
            screen.chart(labelled_bars(bars, screen.palette()), alt=labelled_bars_alt(bars))
    panels.note(women_words.STRENGTH)
    with st.expander("The same as a table"):
        panels.table(women_words.people(found.missions), women_words.PEOPLE)
    downloads.button("women_by_mission", found.missions, chosen, viewer)


def answers(found: Women, chosen: Filters, viewer: Viewer) -> None:
    """What each mission answered to the questions about women."""
    panels.section("What missions answered about women")
    if not found.anything_approved or found.questions.empty:
        panels.note("No approved assessment has an answer here yet.")
        return
    for asks, title in women_words.ASKS.items():
        rows = found.questions[found.questions["asks"] == asks]
        if rows.empty:
            continue
        with st.expander(title, expanded=not screen.is_phone()):
            goal_parts.stacked(women_words.answers(rows), women_words.question_headings(rows))
    panels.note(
        "As answered at the sites of each mission, least to most. Asked is a site where the "
        "question applies; not asked: it applies at no site of the mission on this side."
    )
    downloads.button("women_answers", found.questions, chosen, viewer)


def gates(found: Women, chosen: Filters, viewer: Viewer) -> None:
    """The gender check of options, and the gender adviser's review of documents."""
    left, right = st.columns(2, gap="medium")
    with left:
        panels.section("Gender check of options")
        rows = found.checks[found.checks["gender_check"] != "checked"]
        if rows.empty:
            panels.note("No option waits for its gender check.")
        else:
            _listed("Not passed yet", women_words.checks(rows), women_words.CHECKS)
        downloads.button("gender_checks", found.checks, chosen, viewer)
        navigate.page_link("portfolio", "Options on Portfolio")
    with right:
        panels.section("The gender adviser's reviews")
        if found.reviews.empty:
            panels.note("No document is on record.")
        else:
            _listed("Document by document", women_words.reviews(found.reviews), women_words.REVIEWS)
        downloads.button("gender_reviews", found.reviews, chosen, viewer)
        navigate.page_link("guidance", "Record a review on Guidance and training")


def _listed(title: str, rows: pd.DataFrame, headings: dict[str, str]) -> None:
    """A list that on a phone is opened only by those who want it."""
    with st.expander(f"{title} ({len(rows)})", expanded=not screen.is_phone()):
        panels.table(rows, headings)
