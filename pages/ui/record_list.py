"""How is one of several records chosen, changed, retired and looked back on?"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import panels, record_form
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import record_words


def draw(
    kind: str,
    rows: pd.DataFrame,
    viewer: Viewer,
    *,
    noun: str,
    mission_code: str | None = None,
    defaults: Mapping | None = None,
) -> None:
    """One of the records in `rows`, chosen from a list; and a new one, for those who may.

    `mission_code` is the only mission meant, where there is one; `defaults` fill a new record.
    """
    may = record_form.may_edit(kind, viewer, mission_code)
    if may and st.button(f"New {noun}", key=f"new_{kind}", icon=":material/add:"):
        record_form.edit(kind, None, viewer, defaults=defaults)
    key = list(reference.records.key(kind))
    held = {tuple(str(row[name]) for name in key): row for row in rows.to_dict("records")}
    if not held:
        panels.note(f"There is no {noun} yet.")
        return
    titles = {code: record_words.title(kind, row) for code, row in held.items()}
    label = noun.capitalize()
    code = st.selectbox(label, list(held), format_func=titles.__getitem__, key=f"one_{kind}")
    if may:
        with st.container(horizontal=True):
            if st.button("Change it", key=f"change_{kind}", icon=":material/edit:"):
                record_form.edit(kind, held[code], viewer)
            if st.button("Retire it", key=f"retire_one_{kind}", icon=":material/archive:"):
                record_form.retire(kind, held[code], viewer)
    with st.expander(f"History of this {noun}"):
        record_form.history(kind, code, viewer)
