"""How is a table of many rows read on a page, a few rows at a time?"""

import pandas as pd
import streamlit as st

from pages.ui import panels

ROWS = 25


def table(
    rows: pd.DataFrame,
    columns: dict[str, str],
    *,
    key: str,
    size: int = ROWS,
    badges: tuple[str, ...] = (),
    alt: str | None = None,
) -> None:
    """The table, `size` rows at a time, with buttons for its pages beneath where it has several.

    Only the rows of one page go to the browser.
    """
    pages = -(-len(rows) // size)
    place = st.container()
    page = 1
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            page = st.pagination(pages, key=f"{key}_of_{pages}")
            first, last = (page - 1) * size + 1, min(page * size, len(rows))
            st.caption(f"Rows {first:,}–{last:,} of {len(rows):,}")
    with place:
        shown = rows.iloc[(page - 1) * size : page * size]
        panels.table(shown, columns, badges=badges, alt=alt)
