"""What did we find at this site?"""

import streamlit as st

from pages.ui import (
    choice,
    empty,
    entry_draft,
    entry_form,
    entry_place,
    entry_sheets,
    navigate,
    panels,
    reads,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import entry_words
from unpol_data.filters import Filters
from unpol_data.views import entry as view

USES = ("mission",)
SHEETS = {entry_place.QUESTIONS: "Questions", entry_place.EQUIPMENT: "Equipment"}

viewer = current_viewer()
viewer.must("read")


def sheet_of(place: entry_place.Place) -> entry_sheets.Sheet:
    """The form of the chosen part."""
    here = {"assessment_id": place.assessment_id, "site_code": place.site_code}
    if place.part == entry_place.SITE:
        read = reads.read(view.own_site, place.chosen, viewer, **here)
        return entry_sheets.site(place.known, read=read, label=place.site_code or "New site")
    if place.part == entry_place.LINK:
        form = reads.read(view.links, place.chosen, viewer, **here)
        return entry_sheets.links(form, site_code=place.site_code)
    where = {"site_code": place.site_code, "side": place.chosen.side}
    here["area_code"] = place.part
    if choice.one("sheet", "Sheet", SHEETS, at_once=True) == entry_place.EQUIPMENT:
        return entry_sheets.equipment(
            reads.read(view.equipment, place.chosen, viewer, **here), **where
        )
    here["site_kind"] = place.site_kind
    return entry_sheets.answers(reads.read(view.answers, place.chosen, viewer, **here), **where)


def about(sheet: entry_sheets.Sheet, place: entry_place.Place) -> None:
    """What one must know to fill in the form: how to find out, what each level means."""
    if sheet.name == "answers":
        with st.expander("How to find out, and what each level means", icon=":material/help:"):
            lines = view.asked(site_kind=place.site_kind, side=place.chosen.side)
            lines = lines[lines["area_code"] == place.part]
            panels.table(entry_words.levels(lines), entry_words.LEVELS)
    if sheet.name == "connectivity":
        panels.note(sheet.note)


def enter() -> None:
    """The draft, the place, and the form."""
    draft = entry_draft.chosen(viewer)
    if draft is None:
        return
    chosen = Filters(missions=(draft.mission_code,), as_of=entry_draft.today())
    place = entry_place.place(draft, viewer, chosen)
    sheet = sheet_of(place)
    entry_form.draw(sheet, (*place.scope, sheet.name), viewer, place.assessment_id)
    about(sheet, place)
    navigate.page_link(
        "assessments",
        "See the whole draft",
        chosen=chosen,
        choices={"assessment": str(place.assessment_id)},
    )


empty.unused(uses=USES)
if viewer.may("record_assessment"):
    enter()
else:
    panels.nothing_found("Your role may read assessments, not enter answers.")
