"""How does one get from a figure to the page that explains it, filters and all?"""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui import filters, menu, words
from unpol_data.filters import Filters


def open_view(url_path: str, chosen: Filters) -> None:
    """Go to a page with exactly these filters; does not return."""
    st.session_state[filters.TO_OPEN] = chosen
    page = str(menu.PAGES / menu.entry(url_path).file)
    st.switch_page(page, query_params=chosen.to_query())


def page_link(
    url_path: str,
    label: str,
    *,
    chosen: Filters | None = None,
    choices: Mapping[str, str | Sequence[str]] | None = None,
) -> None:
    """A link to another page: with these filters, or with those in force where none are given.

    `choices` are made on that page, by their URL parameters (see `choice`).
    """
    query = {}
    if chosen is not None:
        query = chosen.to_query() or {"horizon": [chosen.horizon]}
    for parameter, codes in (choices or {}).items():
        query[parameter] = [codes] if isinstance(codes, str) else list(codes)
    page = str(menu.PAGES / menu.entry(url_path).file)
    st.page_link(
        page,
        label=f":primary[{words.plain(label)}]",
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=query or None,
    )
