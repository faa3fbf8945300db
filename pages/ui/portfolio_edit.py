"""How are the options and their gains recorded and changed where the choice is made?"""

import streamlit as st

from pages.ui import filters, panels, reads, record_form, record_list
from unpol_data.access import Viewer
from unpol_data.filters import Filters

# Every option the viewer sees, whatever the filters say of areas and side.
KINDS = {"options": "option", "option_gains": "gain of an option"}


def draw(chosen: Filters, viewer: Viewer) -> None:
    """One option or gain in force now, to change or retire it; and a new one."""
    record_form.outcome()
    only = _only_mission(chosen, viewer)
    if not record_form.may_edit("options", viewer, only):
        return
    with st.expander("Record or change options and what they gain", icon=":material/edit:"):
        for place, kind in zip(st.columns(2, gap="medium"), KINDS, strict=True):
            rows = reads.records(kind, Filters(missions=chosen.missions), viewer)
            more = {"side": chosen.side, "mission_code": only} if kind == "options" else None
            with place:
                said = {"noun": KINDS[kind], "mission_code": only, "defaults": more}
                record_list.draw(kind, rows, viewer, **said)
        panels.note("Each change is a new version; the choice above is then made anew.")
        if filters.asked().as_of:
            panels.note(
                "What you change here is the record in force now. The choice above shows it "
                "without the as-of date, or with a later one."
            )


def _only_mission(chosen: Filters, viewer: Viewer) -> str | None:
    """The mission a focal point records for; None where all may be meant."""
    seen = chosen.missions or viewer.missions or ()
    return seen[0] if len(seen) == 1 else None
