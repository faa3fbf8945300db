"""What does a file not say of itself? The person says it beside the file, once it was looked at."""

import hashlib
from collections.abc import Callable
from typing import Any

import streamlit as st

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.ingest.positions import KEPT, TAKEN
from unpol_data.ingest.report import Report
from unpol_data.ingest.unsaid import ILLUSTRATIVE, MISSION, REFERENCE, SOURCE, unsaid

KNOWN, POSITIONS = "import_known", "import_new_positions"
AS_THE_ROWS_SAY = ""
NOTHING: tuple[tuple[str, ...], tuple[int, ...]] = ((), ())


def learnt(content: bytes, found: Report) -> bool:
    """Remember what the file leaves open; whether that changes what is asked of it."""
    known = st.session_state.setdefault(KNOWN, {})
    before = known.get(_digest(content), NOTHING)
    # Refused for what was said beside it, it still holds what it held.
    editions = found.editions or before[1]
    known[_digest(content)] = unsaid(found.format), editions
    return known[_digest(content)] != before


def said(content: bytes, viewer: Viewer) -> dict[str, Any]:
    """What the person says beside this file; only what was said."""
    asked, editions = st.session_state.get(KNOWN, {}).get(_digest(content), NOTHING)
    if asked:
        st.markdown("Where the file does not say these:")
    given = {name: QUESTIONS[name](viewer) for name in asked}
    if len(editions) > 1:
        given["edition"] = _edition(editions)
    given["new_positions"] = _digest(content) in st.session_state.get(POSITIONS, set())
    return {name: answer for name, answer in given.items() if answer}


def positions(report: Report, content: bytes) -> None:
    """Whether known sites that moved stand where they are held or where the file has them."""
    rules = {one.rule for one in report.problems}
    confirmed = st.session_state.setdefault(POSITIONS, set())
    if KEPT in rules and st.button("Take the new positions", key="take_positions"):
        confirmed.add(_digest(content))
        st.rerun()
    if TAKEN in rules and st.button("Keep the positions held", key="keep_positions"):
        confirmed.discard(_digest(content))
        st.rerun()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _edition(editions: tuple[int, ...]) -> int | None:
    """The edition to read; missing for the newest, which is read unless somebody says otherwise."""
    chosen = st.selectbox("Edition", editions, key="import_edition")
    return None if chosen == editions[0] else chosen


def _mission(viewer: Viewer) -> str:
    missions = reference.table("missions")
    active = missions.loc[missions["status"] != "closed", "mission_code"]
    return st.selectbox(
        "Mission",
        [AS_THE_ROWS_SAY, *viewer.missions_of(active)],
        format_func=lambda code: code or "as the rows say",
        key="import_mission",
    )


def _source(_viewer: Viewer) -> str:
    return st.text_input("Source", placeholder="Who measured or counted", key="import_source")


def _document(_viewer: Viewer) -> str:
    return st.text_input(
        "Document",
        placeholder="SPC end-of-mission report, 14 Mar 2025",
        help="Where the answers come from an earlier report: its title and date.",
        key="import_reference",
    )


def _illustrative(_viewer: Viewer) -> bool:
    return st.checkbox("Invented, for illustration", key="import_illustrative")


QUESTIONS: dict[str, Callable[[Viewer], Any]] = {
    MISSION: _mission,
    SOURCE: _source,
    REFERENCE: _document,
    ILLUSTRATIVE: _illustrative,
}
