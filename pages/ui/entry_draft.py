"""Into which draft is entered: one of mine that is open, a new one, or a correction?"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import streamlit as st

from pages.ui import choice, filters, panels, reads, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import assessment_words
from unpol_data.filters import Filters
from unpol_data.ingest import entry
from unpol_data.validation import Problem
from unpol_data.views import entry as view

NEW, ASKED, BEGUN = "new", "draft", "entry_begun"
CORRECT = (
    "To correct a figure that counts already, begin a correction of its assessment on the page "
    "Assessments; it then stands here among your drafts."
)
WHAT = (
    "A draft counts in no figure until somebody else has reviewed and approved it. You can leave "
    "and come back to it."
)

# What the fields of a new draft are called, in the form and where one of them is refused.
LABELS = {
    "mission_code": "Mission",
    "round_label": "Name of the round",
    "assessed_from": "First day",
    "assessed_to": "Last day",
    "modality": "How the visit is made",
    "sensitivity": "Sensitivity",
    "source": "Source",
    "reference": "Reference",
}


def today() -> date:
    """The day on which one enters, in UTC."""
    return datetime.now(UTC).date()


def chosen(viewer: Viewer) -> tuple | None:
    """The draft to enter into, as its row of assessments; None while a new one is asked for."""
    asked = Filters(missions=filters.asked().missions)
    drafts = reads.read(view.drafts, asked, viewer)
    begun = st.session_state.pop(BEGUN, None)
    if begun is not None:
        st.session_state[ASKED] = str(begun)
    names = {
        str(row.assessment_id): f"{row.mission_code} · {assessment_words.label(row)}"
        for row in drafts.itertuples(index=False)
    }
    code = choice.one(ASKED, "Draft", {**names, NEW: "A new draft"})
    if code == NEW:
        _new(viewer)
        return None
    return next(row for row in drafts.itertuples(index=False) if str(row.assessment_id) == code)


def _new(viewer: Viewer) -> None:
    """What a new draft says of itself, and the button that begins it."""
    panels.section("A new draft")
    panels.note(f"{WHAT} {CORRECT}")
    with st.form("entry_new", border=False):
        said = _asked(viewer)
        if not st.form_submit_button("Begin", type="primary"):
            return
    saved = entry.begin(reads.engine(), said, viewer=viewer, today=today())
    if saved.assessment_id is None:
        _refused(saved.errors, saved.refusal)
        return
    st.session_state[BEGUN] = saved.assessment_id
    st.rerun()


def _asked(viewer: Viewer) -> dict[str, Any]:
    missions = reference.table("missions")
    open_missions = viewer.missions_of(missions.loc[missions["status"] != "closed", "mission_code"])
    here = [code for code in filters.asked().missions if code in open_missions]
    left, right = st.columns(2)
    with left:
        said: dict[str, Any] = {
            "mission_code": st.selectbox(
                LABELS["mission_code"],
                open_missions,
                open_missions.index(here[0]) if here else None,
                placeholder="Choose",
                key="entry_mission",
            ),
            "round_label": st.text_input(
                LABELS["round_label"], placeholder="such as Mar 2026", key="entry_round"
            ),
            "assessed_from": _day("assessed_from", today() - timedelta(days=7), "entry_from"),
            "assessed_to": _day("assessed_to", today(), "entry_to"),
        }
    with right:
        said["modality"] = _code("modality", "modalities")
        said["sensitivity"] = _code("sensitivity", "sensitivities", first="confidential")
        said["source"] = st.text_input(
            LABELS["source"], placeholder="office or team, no names", key="entry_source"
        )
        said["reference"] = st.text_input(
            LABELS["reference"],
            placeholder="of the document, for an earlier finding",
            key="entry_reference",
        )
    return said


def _day(column: str, value: date, key: str) -> date:
    return st.date_input(LABELS[column], value, format="YYYY-MM-DD", key=key)


def _code(kind: str, table: str, *, first: str = "") -> str:
    codes = reference.codes(table)
    return st.selectbox(
        LABELS[kind],
        codes,
        codes.index(first) if first else 0,
        format_func=lambda code: reference.name(kind, code),
        key=f"entry_{kind}",
    )


def _refused(errors: tuple[Problem, ...], refusal: str) -> None:
    said = [f"{LABELS.get(one.column, one.column)}: {_labelled(one.words)}" for one in errors]
    st.error(words.plain("; ".join(said or [refusal])), icon=":material/block:")


def _labelled(sentence: str) -> str:
    """The sentence with fields by their labels, where it names columns of the template."""
    for column in ("assessed_from", "assessed_to"):
        sentence = sentence.replace(column, f"“{LABELS[column]}”")
    return sentence
