"""How is a table of many rows read on a page, a few rows at a time?"""

from collections.abc import Callable

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
    place = st.container()
    shown = _shown(rows, key=key, size=size)
    with place:
        panels.table(shown, columns, badges=badges, alt=alt)


def cards(rows: pd.DataFrame, card: Callable[[tuple], None], *, key: str, size: int) -> None:
    """What `card` draws of each row, `size` rows at a time, with buttons for pages beneath."""
    place = st.container(gap="small")
    shown = _shown(rows, key=key, size=size)
    with place:
        for row in shown.itertuples(index=False):
            card(row)


def _shown(rows: pd.DataFrame, *, key: str, size: int) -> pd.DataFrame:
    """The rows of the page chosen with the buttons drawn here, where there are several."""
    pages = -(-len(rows) // size)
    page = 1
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            page = st.pagination(pages, key=f"{key}_of_{pages}")
            first, last = (page - 1) * size + 1, min(page * size, len(rows))
            st.caption(f"Rows {first:,}–{last:,} of {len(rows):,}")
    return rows.iloc[(page - 1) * size : page * size]
