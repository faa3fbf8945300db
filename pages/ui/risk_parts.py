"""What are the blocks on risks: what is on record, and what the store says of each kind?"""

import streamlit as st

from pages.ui import (
    choice,
    downloads,
    goal_parts,
    guidance_acts,
    key_figures,
    menu,
    navigate,
    panels,
    record_form,
    words,
)
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import record_words, risk_words
from unpol_data.filters import Filters
from unpol_data.views.risk_readings import Reading
from unpol_data.views.risks import KIND, Risks

HERE = "goals"
NOTHING_YET = (
    "No risk is on record here yet. Add one, or import the programme workbook (its template is "
    "on the Import page)."
)
SHOWS = "shows in the figures"


def everything(found: Risks, chosen: Filters, viewer: Viewer) -> None:
    """Findings, the register, and what the store says of each kind of risk."""
    if found.empty:
        panels.nothing_found(NOTHING_YET)
    else:
        key_figures.tiles(found.figures)
        over = {one.risk_kind: one.name for one in found.readings if one.is_over}
        goal_parts.sentences(risk_words.findings(found.rows, over))
        panels.section("Risks on record, the gravest first")
        goal_parts.stacked(risk_words.risks(found.rows), risk_words.RISKS)
        downloads.button("risks", found.rows, chosen, viewer)
    guidance_acts.new(KIND, "Add a risk", viewer)
    if not found.empty:
        _one(found, viewer)
    readings(found, chosen, viewer)


def _one(found: Risks, viewer: Viewer) -> None:
    with st.expander("One risk: change it, see its versions"):
        rows = {row["risk_code"]: row for row in found.rows.to_dict("records")}
        names = {code: record_words.title(KIND, row) for code, row in rows.items()}
        code = choice.one("risk", "Risk", names)
        guidance_acts.change(KIND, (code,), "this risk", viewer, names=reference.records.key(KIND))
        record_form.history(KIND, (code,), viewer)


def readings(found: Risks, chosen: Filters, viewer: Viewer) -> None:
    """What the store says today of each kind of risk, with the page that answers it."""
    panels.section("What the figures say of each kind of risk")
    places = st.columns(2, gap="medium")
    measured = [one for one in found.readings if one.page != HERE]
    for turn, one in enumerate(measured):
        with places[turn % 2], st.container(border=True, gap="xsmall"):
            _reading(one)
    panels.note(risk_words.LIMITS)
    rows = risk_words.readings(measured)
    downloads.button("risk_readings", rows, chosen, viewer)


def _reading(one: Reading) -> None:
    told = risk_words.reading(one.risk_kind, one.measure, one.values)
    badge = f" :orange-badge[:material/visibility: {SHOWS}]" if one.is_over else ""
    st.markdown(f"**{words.plain(one.name)}**{badge}  \n{words.plain(told)}")
    panels.note(one.answer)
    navigate.page_link(one.page, f"More on {menu.entry(one.page).title}")
