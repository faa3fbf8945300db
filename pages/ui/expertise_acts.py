"""How is a record of those who can help opened, added, changed, retired and looked back on?"""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import choice, filters, guidance_acts, navigate, record_form, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import expertise_words, record_words
from unpol_data.filters import Filters

# In the address: which list is shown, and which record of it.
LIST = "list"
RECORDS = {
    "expertise": ("pool", "pool", "Add a pool of officers"),
    "expertise_requests": ("request", "request", "Add a request"),
    "advisory_services": ("service", "service", "Add a service"),
    "engagements": ("engagement", "engagement", "Add an engagement"),
    "lessons": ("lesson", "lesson", "Add a lesson"),
}
LESSONS = "lessons"
# From which state to which a lesson goes, and what the button says.
STEPS = {
    "draft": ("reviewed", "Review it", ":material/rate_review:"),
    "reviewed": ("published", "Publish it", ":material/campaign:"),
}
HIDDEN = ("illustrative",)


def open_record(kind: str, code: str) -> None:
    """Show this record in its list with the next run; a callback of a button."""
    st.session_state[LIST] = kind
    st.session_state[RECORDS[kind][0]] = code


def link(kind: str, code: str, label: str, *, chosen: Filters) -> None:
    """A link from another page to this record, with these filters."""
    choices = {LIST: kind, RECORDS[kind][0]: code}
    navigate.page_link("expertise", label, chosen=chosen, choices=choices)


def new(kind: str, chosen: Filters, viewer: Viewer) -> None:
    """The button that adds a record, for those who may; the mission chosen is filled in."""
    mission_code = next(iter(chosen.missions or viewer.missions or ()), None)
    defaults = {"mission_code": mission_code} if mission_code else {}
    guidance_acts.new(kind, RECORDS[kind][2], viewer, mission_code=mission_code, defaults=defaults)


def one(kind: str, rows: pd.DataFrame, viewer: Viewer) -> None:
    """One record of the list, in full: where it leads, what may be done, and its versions.

    It stands above the list, open, where a link or the search asked for it. Nothing where the
    list has no rows.
    """
    if rows.empty:
        return
    parameter, noun, _ = RECORDS[kind]
    key = reference.records.key(kind)[0]
    asked = parameter in st.query_params or parameter in st.session_state
    with st.expander(f"One {noun} in full: what may be done, and its versions", expanded=asked):
        records = {row[key]: row for row in rows.to_dict("records")}
        names = {code: expertise_words.name(kind, row) for code, row in records.items()}
        code = choice.one(parameter, f"Which {noun}", names)
        row = records[code]
        _said(kind, row)
        _pages(row)
        if kind == LESSONS:
            _step(row, viewer)
        guidance_acts.change(kind, (code,), "it", viewer, names=(key,))
        record_form.history(kind, (code,), viewer)


def _said(kind: str, row: Mapping) -> None:
    """Every column that says something, one a line."""
    cells = [
        (column.label, record_words.cell(column, row[column.column]))
        for column in reference.records.columns(kind)
        if column.column not in HIDDEN
    ]
    lines = [
        f"{words.plain(label)}: {words.plain(said)}"
        for label, said in cells
        if said != record_words.NOTHING
    ]
    with st.container(border=True):
        st.markdown(f"**{words.plain(expertise_words.name(kind, row))}**  \n" + "  \n".join(lines))


def _pages(row: Mapping) -> None:
    """Links to the mission and the capability area that the record names."""
    asked = filters.asked()
    mission_code, area_code = row["mission_code"], row["area_code"]
    if isinstance(mission_code, str):
        asked = replace(asked, missions=(mission_code,))
    with st.container(horizontal=True):
        if isinstance(mission_code, str):
            where = replace(asked, areas=())
            navigate.page_link("mission", f"{mission_code}: how it stands", chosen=where)
        if isinstance(area_code, str):
            where = replace(asked, areas=(area_code,))
            area = reference.short_name("area", area_code)
            navigate.page_link("capability_gaps", f"{area}: the gaps", chosen=where)


def _step(row: Mapping, viewer: Viewer) -> None:
    """The button that takes a lesson one state further: its form with that state chosen."""
    mission_code = row["mission_code"] if isinstance(row["mission_code"], str) else None
    if row["state"] not in STEPS or not record_form.may_edit(LESSONS, viewer, mission_code):
        return
    state, label, icon = STEPS[row["state"]]
    if st.button(label, icon=icon, type="primary", key="lesson_step"):
        record_form.edit(LESSONS, {**row, "state": state}, viewer)
