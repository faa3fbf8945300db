"""How do gaps, and the crimes that press on them, look on the pages of priorities?"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import panels, screen, words
from unpol_data.figures import answer_words, gap_matrix, severity, threat_words


def matrix(cells: pd.DataFrame, *, row_height: int = gap_matrix.ROW_HEIGHT) -> None:
    """A matrix of gaps with a figure in every cell; the columns are those of the figure."""
    chart = gap_matrix.gap_matrix(cells, screen.palette(), row_height=row_height)
    st.altair_chart(chart, theme=None, width="stretch", alt=gap_matrix.gap_matrix_alt(cells))


def severities(rows: pd.DataFrame) -> None:
    """How severe the missions rate one crime; the columns are those of the figure."""
    chart = severity.severity(rows, screen.palette(), levels=threat_words.LEVELS)
    st.altair_chart(chart, theme=None, width="stretch", alt=severity.severity_alt(rows))


def table(rows: pd.DataFrame, headings: dict[str, str], *, stacked: bool = False) -> None:
    """Rows with gap_class and gap_points as one badge, under the headings.

    `stacked`: on a phone one row below the other, because the cells hold sentences.
    """
    badges = [
        panels.gap_badge(gap_class, points)
        for gap_class, points in zip(rows["gap_class"], rows["gap_points"], strict=True)
    ]
    rows = rows.assign(gap_class=badges)
    if stacked and screen.is_phone():
        stack(rows, headings, badges=["gap_class"])
    else:
        panels.table(rows, headings, badges=["gap_class"])


def answers(rows: pd.DataFrame) -> None:
    """Answers in words, as a table; on a phone one below the other."""
    headings = answer_words.headings(rows)
    if screen.is_phone():
        stack(rows, {"question": headings.pop("question"), **headings})
    else:
        panels.table(rows, headings)


def wide_table(rows: pd.DataFrame, headings: dict[str, str]) -> None:
    """A table of many columns or of sentences; on a phone a box per row."""
    if screen.is_phone():
        stack(rows, headings)
    else:
        panels.table(rows, headings)


def stack(rows: pd.DataFrame, headings: dict[str, str], *, badges: Sequence[str] = ()) -> None:
    """A box per row: the first column as its title, what the others say line by line."""
    title, *others = headings
    for row in rows.to_dict("records"):
        cells = {
            column: row[column] if column in badges else words.plain(row[column])
            for column in headings
            if row[column] not in (answer_words.NOTHING, "")
        }
        lines = [
            f"{words.plain(headings[column])}: {cells[column]}"
            for column in others
            if column in cells
        ]
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{cells[title]}**")
            st.markdown("  \n".join(lines))
