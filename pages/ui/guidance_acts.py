"""How is a record of guidance added, changed or retired from its page?"""

from collections.abc import Mapping

import streamlit as st

from pages.ui import reads, record_form
from unpol_data.access import Viewer
from unpol_data.filters import Filters

DOCUMENTS = "guidance_documents"


def new_document(viewer: Viewer) -> None:
    """The button that adds a document, for those who may."""
    new(DOCUMENTS, "Add a document", viewer)


def new(
    kind: str,
    label: str,
    viewer: Viewer,
    *,
    mission_code: str | None = None,
    defaults: Mapping | None = None,
) -> None:
    """The button that opens the form of a new record, for those who may record it."""
    if record_form.may_edit(kind, viewer, mission_code) and st.button(
        label, icon=":material/add:", key=f"new_{kind}"
    ):
        record_form.edit(kind, None, viewer, defaults=defaults)


def change(kind: str, key: tuple[str, ...], label: str, viewer: Viewer, *, names: tuple) -> None:
    """Buttons that change or retire the record in force with this key (columns `names`).

    Where there is none yet, a button that records it; nothing for those who may not.
    """
    row = _row(kind, dict(zip(names, key, strict=True)), viewer)
    mission_code = row.get("mission_code") if row else None
    mission_code = mission_code if isinstance(mission_code, str) else None
    if not record_form.may_edit(kind, viewer, mission_code):
        return
    with st.container(horizontal=True):
        verb, icon = ("Change", "edit") if row else ("Record", "add")
        if st.button(f"{verb} {label}", icon=f":material/{icon}:", key=f"change_{kind}"):
            record_form.edit(kind, row, viewer, defaults=dict(zip(names, key, strict=True)))
        if row and st.button("Retire it", icon=":material/block:", key=f"retire_from_{kind}"):
            record_form.retire(kind, row, viewer)


def _row(kind: str, key: Mapping[str, str], viewer: Viewer) -> dict | None:
    rows = reads.records(kind, Filters(), viewer)
    for name, code in key.items():
        rows = rows[rows[name] == code]
    return rows.iloc[0].to_dict() if len(rows) else None
