"""How are the answers of an assessment read, each with the way to say something of it?"""

import pandas as pd
import streamlit as st

from pages.ui import comment_parts, paged, words
from unpol_data.access import Viewer
from unpol_data.figures import life_words
from unpol_data.store.writes import Place
from unpol_data.views.life import PLACE

ROWS = 20
# The answer on which a comment is being written in this session.
BEGUN = "answer_commented"
WIDTHS = (2.3, 2.9, 0.9)


def draw(
    rows: pd.DataFrame,
    answers: pd.DataFrame,
    comments: pd.DataFrame,
    viewer: Viewer,
    *,
    key: str,
) -> None:
    """The answers as `rows` of text, in the order of `answers`, some at a time.

    Beside each stands a button that opens the field for a comment below it, and how many
    comments on it are still open.
    """
    open_ones = comments[comments["is_open"]].groupby(PLACE).size().to_dict()
    every = comments.groupby(PLACE).size().to_dict()
    known = answers[["assessment_id", *PLACE]].reset_index(drop=True)
    told = pd.concat([rows.reset_index(drop=True), known], axis=1)
    counted = {
        "open_count": [open_ones.get(place, 0) for place in _places(known)],
        "comment_count": [every.get(place, 0) for place in _places(known)],
    }
    told = told.assign(**counted)
    paged.cards(told, lambda row: _row(row, viewer), key=key, size=ROWS)


def _places(known: pd.DataFrame) -> list[tuple]:
    return list(known[PLACE].itertuples(index=False, name=None))


def _row(row: tuple, viewer: Viewer) -> None:
    """One answer: where and what was asked, what was said and how sure, what to do about it."""
    place = Place(int(row.assessment_id), row.site_code, row.item_code, row.side)
    with st.container(border=True, gap="xsmall"):
        asked, said, acts = st.columns(WIDTHS, gap="medium", vertical_alignment="center")
        where = f"**{words.plain(row.site)}** :small[:gray[{words.plain(row.about)}]]"
        asked.markdown(f"{where}  \n{words.plain(row.question)}")
        said.markdown(f"**{words.plain(row.answer)}**  \n{_how(row)}")
        with acts:
            _comment(place, row)
        if st.session_state.get(BEGUN) == place:
            _form(place, row, viewer)


def _how(row: tuple) -> str:
    """How the answer was obtained and from whom, small, and what was noted beside it."""
    told = [row.evidence, row.answered_on, row.how, row.role]
    how = " · ".join(part for part in told if part != life_words.NOTHING)
    remark = "" if row.remark == life_words.NOTHING else f"  \n{words.plain(row.remark)}"
    return f":small[:gray[{words.plain(how)}]]{remark}"


def _comment(place: Place, row: tuple) -> None:
    """The button that begins a comment on this answer; how many are open."""
    if row.open_count:
        st.markdown(f":orange-badge[:material/chat: {row.open_count} open]")
    if st.button(
        "Comment",
        help="Comment on this answer",
        icon=":material/add_comment:",
        type="tertiary",
        key=f"comment_on_{row.site_code}_{row.item_code}_{row.side}",
    ):
        st.session_state[BEGUN] = place


def _form(place: Place, row: tuple, viewer: Viewer) -> None:
    """The field for the comment, with this answer chosen, and the way to leave it."""
    name = f"{row.site_code}_{row.item_code}_{row.side}_{row.comment_count}"
    comment_parts.form(place, f"row_{name}", viewer, leave=_leave)


def _leave() -> None:
    st.session_state.pop(BEGUN, None)
