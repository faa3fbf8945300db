"""How are the options and their gains recorded and changed where the choice is made?"""

import streamlit as st

from pages.ui import panels, reads, record_form
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters

# Every option the viewer sees, whatever the filters say of areas and side.
KINDS = {"options": "option", "option_gains": "gain of an option"}


def draw(chosen: Filters, viewer: Viewer) -> None:
    """Buttons for a new option or gain, and for changing or retiring one."""
    record_form.outcome()
    if not record_form.may_edit("options", viewer, _only_mission(chosen, viewer)):
        return
    with st.expander("Record or change options and what they gain", icon=":material/edit:"):
        for kind, name in KINDS.items():
            _kind(kind, name, chosen, viewer)
        panels.note("Each change is a new version; the choice above is then made anew.")


def _only_mission(chosen: Filters, viewer: Viewer) -> str | None:
    """The mission a focal point records for; None where all may be meant."""
    seen = chosen.missions or viewer.missions or ()
    return seen[0] if len(seen) == 1 else None


def _kind(kind: str, name: str, chosen: Filters, viewer: Viewer) -> None:
    rows = reads.records(kind, Filters(missions=chosen.missions), viewer)
    rows = rows.set_index(rows[_key(kind)].agg(" / ".join, axis=1)) if len(rows) else rows
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(
            f"Which {name}", list(rows.index), index=None, placeholder="Choose", key=f"pick_{kind}"
        )
        if st.button(f"New {name}", key=f"new_{kind}"):
            defaults = {"side": chosen.side, "mission_code": _only_mission(chosen, viewer)}
            record_form.edit(kind, None, viewer, defaults=defaults if kind == "options" else None)
        if st.button("Change", key=f"change_{kind}", disabled=picked is None):
            record_form.edit(kind, rows.loc[picked].to_dict(), viewer)
        if st.button("Retire", key=f"retire_{kind}_open", disabled=picked is None):
            record_form.retire(kind, rows.loc[picked].to_dict(), viewer)
    if picked is not None:
        record_form.history(kind, [str(rows.at[picked, each]) for each in _key(kind)], viewer)


def _key(kind: str) -> list[str]:
    return list(reference.records.key(kind))
