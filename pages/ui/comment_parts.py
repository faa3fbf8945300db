"""How are answers of an assessment commented on, and comments answered and resolved?"""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from pages.ui import assessment_acts, panels, reads, words
from unpol_data import publishing
from unpol_data.access import Viewer
from unpol_data.figures import life_words
from unpol_data.store.writes import Place
from unpol_data.store.writes.comments import LONGEST_COMMENT
from unpol_data.views.life import PLACE, Life

OPEN = ":orange-badge[:material/chat: Open]"
RESOLVED = ":gray-badge[:material/check: Resolved]"
CLOSED = ("superseded", "withdrawn")


def may_comment(row: tuple, viewer: Viewer) -> bool:
    """Whether this viewer may comment on answers of the assessment in its state."""
    return viewer.may("comment_on_answer") and row.state not in CLOSED


def draw(row: tuple, life: Life, answers: pd.DataFrame, viewer: Viewer) -> None:
    """All comments on the assessment, those still open first, and a place for a new one."""
    may = may_comment(row, viewer)
    threads = sorted(
        (part for _, part in life.comments.groupby(PLACE, dropna=False, sort=False)),
        key=lambda part: not part["is_open"].any(),
    )
    if not threads:
        panels.note("Nobody has commented yet.")
    for number, thread in enumerate(threads):
        _thread(int(row.assessment_id), thread, number, viewer if may else None)
    if may:
        _new(int(row.assessment_id), life, answers, viewer)


def _thread(assessment_id: int, thread: pd.DataFrame, number: int, viewer: Viewer | None) -> None:
    """What was said of one answer, with what may be done about it."""
    first = next(thread.itertuples(index=False))
    is_open = bool(thread["is_open"].any())
    codes = [None if pd.isna(code) else code for code in (getattr(first, name) for name in PLACE)]
    place = Place(assessment_id, *codes)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"{OPEN if is_open else RESOLVED} **{words.plain(life_words.place(first))}**")
        for said in thread.itertuples(index=False):
            who = life_words.who(said.account, said.role)
            below = words.plain(f"{who}, {life_words.moment(said.commented_at)}")
            st.markdown(f"{words.plain(said.words)}  \n:small[:gray[{below}]]")
        if viewer is not None:
            with st.container(horizontal=True):
                _say("Answer", place, f"{number}_{len(thread)}", viewer)
                if is_open and st.button(
                    "Resolve", icon=":material/check:", key=f"resolve_{number}"
                ):
                    _do(partial(publishing.resolve, place=place, viewer=viewer), f"{number}")
            assessment_acts.refusal(f"comment_{number}")


def _new(assessment_id: int, life: Life, answers: pd.DataFrame, viewer: Viewer) -> None:
    """A comment on an answer of the side on screen, or on the whole assessment."""
    panels.section("Comment")
    sites = answers.drop_duplicates("site_code").set_index("site_code")["site"].to_dict()
    site_code = st.selectbox(
        "Site",
        [None, *sites],
        format_func=lambda code: sites.get(code, life_words.WHOLE),
        key=f"comment_site_{assessment_id}",
    )
    place = Place(assessment_id)
    if site_code is not None:
        here = answers[answers["site_code"] == site_code].set_index("item_code")
        item_code = st.selectbox(
            "Answer to",
            list(here.index),
            format_func=here["question"].to_dict().__getitem__,
            key=f"comment_item_{assessment_id}_{site_code}",
        )
        place = Place(assessment_id, site_code, item_code, here["side"].iloc[0])
    # A key that counts comments, so that the field is empty again once one is sent.
    _say("Comment", place, f"new_{assessment_id}_{len(life.comments)}", viewer)


def _say(label: str, place: Place, key: str, viewer: Viewer) -> None:
    with st.popover(label, icon=":material/chat:", key=f"say_{key}"):
        form(place, key, viewer)


def form(
    place: Place, key: str, viewer: Viewer, *, leave: Callable[[], None] | None = None
) -> None:
    """The words of a comment and the button that sends it.

    `leave` closes the field: it is called once the comment is kept, and by a button of its own.
    Where the comment is refused, the page says why below once it is drawn anew.
    """
    said = st.text_area(
        "What should be looked at? Write roles, not names.",
        max_chars=LONGEST_COMMENT,
        key=f"words_{key}",
    )
    with st.container(horizontal=True):
        if st.button("Send", type="primary", key=f"send_{key}"):
            _do(partial(publishing.comment, place=place, words=said, viewer=viewer), key, leave)
        if leave is not None and st.button("Leave", key=f"leave_{key}"):
            leave()
            st.rerun()
    assessment_acts.refusal(f"comment_{key}")


def _do(act: Callable[..., int], key: str, done: Callable[[], None] | None = None) -> None:
    """Do it and draw the page anew; where it fails, the page says why beside the button."""
    with assessment_acts.failing(f"comment_{key}"):
        act(reads.engine())
        if done is not None:
            done()
    st.rerun()
