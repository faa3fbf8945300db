"""What are the blocks of the page on goals: what serves each, and one of them looked into?"""

from datetime import date

import pandas as pd
import streamlit as st

from pages.ui import (
    choice,
    downloads,
    gap_panels,
    guidance_acts,
    key_figures,
    menu,
    navigate,
    panels,
    reads,
    screen,
    words,
)
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.exports import goals_report
from unpol_data.figures import goal_words
from unpol_data.figures.goal_bars import goal_bars, goal_bars_alt
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views.goal_report import report
from unpol_data.views.goals import Goals

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Where records of a kind are added and seen in full.
PLACES = {
    "options": ("portfolio", "Options on Portfolio"),
    "decisions": ("decisions", "Decisions"),
    "guidance_documents": ("guidance", "Documents on Guidance and training"),
}
UNNAMED = "none"


def everything(found: Goals, chosen: Filters, viewer: Viewer) -> None:
    """Findings, bars with their table, and one goal with what serves it."""
    key_figures.tiles(found.figures)
    findings(found)
    left, right = st.columns([1, 1.6], gap="medium")
    with left:
        panels.section("On record for each")
        counts = goal_words.bars(found.rows)
        screen.chart(goal_bars(counts, screen.palette()), alt=goal_bars_alt(counts))
    with right:
        panels.section("In figures")
        stacked(goal_words.goals(found.rows), goal_words.headings(found.scheme))
    panels.note(goal_words.note())
    downloads.button("goals", found.rows, chosen, viewer)
    one_goal(found, chosen, viewer)


def findings(found: Goals) -> None:
    """What to know first, in a list."""
    said = goal_words.findings(
        found.rows, found.items, scheme=found.scheme, unnamed=len(found.unnamed)
    )
    sentences(said)


def sentences(said: object) -> None:
    """Sentences below one another, as a list; text in them is no Markdown."""
    st.markdown(goal_words.listed_sentences([words.plain(sentence) for sentence in said]))


def one_goal(found: Goals, chosen: Filters, viewer: Viewer) -> None:
    """What serves one goal, or names none; one of it to be changed by those who may."""
    panels.section("One by one")
    names = goal_words.choices(found.rows, scheme=found.scheme, unnamed=len(found.unnamed))
    label = goal_words.NOUNS[found.scheme][0].capitalize()
    goal = choice.one(f"of_{found.scheme}", label, names)
    rows = found.items[found.items["goal_code"] == goal] if goal != UNNAMED else found.unnamed
    if rows.empty:
        panels.note("Nothing on record serves this yet. Name it in an option or a document:")
    else:
        stacked(goal_words.items(rows), goal_words.ITEMS)
        downloads.button(
            f"goal_{goal}", rows.drop(columns="goal_code", errors="ignore"), chosen, viewer
        )
        _change(rows, goal, viewer)
    with st.container(horizontal=True):
        for url_path, name in PLACES.values():
            if url_path in menu.url_paths():
                navigate.page_link(url_path, name)


def _change(rows: pd.DataFrame, goal: str, viewer: Viewer) -> None:
    """One of the records chosen, to name another goal for it."""
    with st.expander("Change what one of these serves"):
        each = {f"{row.kind}.{row.code}": row for row in rows.itertuples(index=False)}
        names = {key: f"{goal_words.KINDS[row.kind]}: {row.title}" for key, row in each.items()}
        # Not in the address: another goal has other records.
        key = st.selectbox("Record", list(names), format_func=names.get, key=f"serving_{goal}")
        row = each[key]
        names = reference.records.key(row.kind)
        guidance_acts.change(row.kind, (row.code,), "it", viewer, names=names)


def stacked(rows: pd.DataFrame, headings: dict[str, str]) -> None:
    """A table; on a phone one box below the other."""
    if screen.is_phone():
        gap_panels.stack(rows, headings)
    else:
        panels.table(rows, headings)


def for_reporting(
    chosen: Filters, viewer: Viewer, *, today: date, recorded_by: date | None
) -> None:
    """The button that downloads one row per goal and item, of all schemes, as a workbook."""
    viewer.must("read")

    def content() -> bytes:
        with reading(reads.engine()) as connection:
            rows = report(connection, chosen, viewer, today=today, recorded_by=recorded_by)
        return goals_report.workbook(rows, chosen=chosen, recorded_by=recorded_by)

    st.download_button(
        "Download for reporting (XLSX)",
        data=content,
        file_name=f"unpol_goals_{recorded_by or today}.xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="download_goals_report",
    )
    panels.note(
        "One row for each priority, goal or agenda and what serves it, with costs, dates, "
        "source and revision."
    )
