"""Which form belongs to the chosen part, and what helps to fill it in?"""

import streamlit as st

from pages.ui import choice, entry_mission_sheets, entry_sheets, panels, reads
from pages.ui.entry_place import LINK, OF_MISSION, SITE, THREATS, Place
from pages.ui.entry_sheets import Sheet
from unpol_data.access import Viewer
from unpol_data.figures import entry_words
from unpol_data.views import entry as view

QUESTIONS, EQUIPMENT = "questions", "equipment"
SHEETS = {QUESTIONS: "Questions", EQUIPMENT: "Equipment"}
NEW_SITE = "New site"


def sheet(place: Place, viewer: Viewer) -> Sheet:
    """The form of the chosen part of the site, with what the draft says already."""
    here = {"assessment_id": place.assessment_id, "site_code": place.site_code}
    if place.part in OF_MISSION:
        return _of_mission(place, viewer)
    if place.part == SITE:
        read = reads.read(view.own_site, place.chosen, viewer, **here)
        return entry_sheets.site(place.known, read=read, label=place.site_code or NEW_SITE)
    if place.part == LINK:
        form = reads.read(view.links, place.chosen, viewer, **here)
        return entry_sheets.links(form, site_code=place.site_code)
    where = {"site_code": place.site_code, "side": place.chosen.side}
    here["area_code"] = place.part
    if choice.one("sheet", "Which form", SHEETS, at_once=True) == EQUIPMENT:
        form = reads.read(view.equipment, place.chosen, viewer, **here)
        return entry_sheets.equipment(form, **where)
    form = reads.read(view.answers, place.chosen, viewer, site_kind=place.site_kind, **here)
    return entry_sheets.answers(form, **where)


def _of_mission(place: Place, viewer: Viewer) -> Sheet:
    """The form of what is said of the mission, or of the assessment itself."""
    said = {"assessment_id": place.assessment_id}
    if place.part == THREATS:
        return entry_mission_sheets.threats(reads.read(view.threats, place.chosen, viewer, **said))
    return entry_mission_sheets.own_row(reads.read(view.own_row, place.chosen, viewer, **said))


def help_with(shown: Sheet, place: Place) -> None:
    """How to find out and what each level means; of a link, what was measured last."""
    if shown.name == "answers":
        with st.expander("How to find out, and what each level means", icon=":material/help:"):
            lines = view.asked(site_kind=place.site_kind, side=place.chosen.side)
            lines = lines[lines["area_code"] == place.part]
            panels.table(entry_words.levels(lines), entry_words.LEVELS)
    if shown.note:
        panels.note(shown.note)
    if not place.areas.empty:
        with st.expander("How far each area of this site is", icon=":material/checklist:"):
            panels.table(entry_words.progress(place.areas), entry_words.PROGRESS)
