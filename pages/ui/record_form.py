"""How is one record of the programme written, changed, retired and looked back on?

The same form for every kind: fields from the dictionary, judged as a file would be, what is
wrong beside its field. A page calls `edit` where its button was pressed, and `outcome` once.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import panels, reads, record_fields, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.exports import records_csv
from unpol_data.figures import record_words
from unpol_data.filters import Filters
from unpol_data.ingest import programme, programme_rights
from unpol_data.ingest.refusal import Refused
from unpol_data.reference.records import RecordColumn
from unpol_data.store import StoreError
from unpol_data.validation import Problem
from unpol_data.validation.problems import ERROR
from unpol_data.validation.records import written

SAID = "record_said"
ONLY_ROW = 2


def edit(
    kind: str,
    row: Mapping | None,
    viewer: Viewer,
    *,
    defaults: Mapping | None = None,
    fixed: Mapping | None = None,
) -> None:
    """Open the form of one record in a dialog: of `row` as it is in force, or of a new one.

    `row`: as from reads.records. `defaults` fill fields of a new record; `fixed` are columns
    that the page knows itself and nobody fills. Saving keeps one version and draws the page
    anew.
    """
    name = reference.name("record_kind", kind).lower()
    title = f"New {name}" if row is None else f"Change {name}"
    st.dialog(title, width="large")(_form)(
        kind, row, viewer, dict(defaults or {}), dict(fixed or {})
    )


def retire(kind: str, row: Mapping, viewer: Viewer) -> None:
    """Open the dialog that takes a record out of use, with the reason."""
    st.dialog(f"Retire {record_words.title(kind, row)}")(_retire)(kind, row, viewer)


def may_edit(kind: str, viewer: Viewer, mission_code: str | None = None) -> bool:
    """Whether the viewer may record such a record of this mission; None: of all missions."""
    return programme_rights.may_edit(viewer, kind, mission_code)


def outcome() -> None:
    """What the last saving or retiring of this session did, once."""
    said = st.session_state.pop(SAID, None)
    if said:
        st.success(words.plain(said), icon=":material/task_alt:")


def history(kind: str, key: Sequence[str], viewer: Viewer) -> None:
    """Every version of one record: when, by whom, what changed; and all of its kind as a file."""
    versions = reads.record_versions(kind, tuple(key), viewer)
    if versions.empty:
        panels.nothing_found("There is no such record, or it is not yours to see.")
        return
    panels.table(record_words.history(kind, versions), record_words.HISTORY)
    plural = reference.records.plural(kind)
    st.download_button(
        f"{plural} as CSV, to change and bring back under Import",
        data=lambda: records_csv.content(kind, reads.records(kind, Filters(), viewer)),
        file_name=f"unpol_{kind}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"records_{kind}_{'_'.join(key)}",
    )


def _form(kind: str, row: Mapping | None, viewer: Viewer, defaults: dict, fixed: dict) -> None:
    now = defaults if row is None else dict(row)
    key = reference.records.key(kind)
    prefix = f"record_{kind}_{'new' if row is None else '_'.join(str(row[name]) for name in key)}"
    places: dict[str, DeltaGenerator] = {}
    filled = dict(fixed)
    columns = [one for one in reference.records.columns(kind) if one.column not in fixed]
    with st.form(prefix, border=False):
        for column, cell in _laid_out(columns):
            value = now.get(column.column)
            if column.column == "sensitivity":
                value = _sensitivity(value)
            held = row is not None and column.column in key
            with cell:
                filled[column.column] = record_fields.field(
                    column, value, viewer, prefix=prefix, fixed=held
                )
                places[column.column] = st.empty()
        pressed = st.form_submit_button("Save", type="primary")
    if pressed:
        _save(kind, filled, places, viewer)


def _laid_out(columns: Sequence[RecordColumn]) -> Iterator[tuple[RecordColumn, DeltaGenerator]]:
    """Each column with its place: two side by side, on a phone below one another, long ones alone.

    Both of a pair stay in reading order for the keyboard.
    """
    pair: list[DeltaGenerator] = []
    for column in columns:
        if column.column in record_fields.LONG or column.value_kind == "codes":
            pair = []
            yield column, st.container()
        else:
            pair = pair or list(st.columns(2))
            yield column, pair.pop(0)


def _save(kind: str, filled: dict, places: Mapping[str, DeltaGenerator], viewer: Viewer) -> None:
    table = pd.DataFrame([filled], index=[ONLY_ROW], dtype="object")
    today = datetime.now(UTC).date()
    try:
        kept = programme.keep(reads.engine(), {kind: table}, viewer=viewer, today=today)
    except StoreError as error:
        st.error(words.plain(error), icon=":material/report:")
        return
    if kept.refused:
        _tell(kept.judgement.problems, places)
        return
    code = " / ".join(str(kept.rows(kind).iloc[0][name]) for name in reference.records.key(kind))
    name = f"{reference.name('record_kind', kind)} {code}"
    if kept.count("same"):
        st.session_state[SAID] = f"{name} was so already; nothing changed."
    else:
        before = next(iter(kept.versions[kind].before.values()), None)
        after = written.of_store(kept.rows(kind)).iloc[0]
        st.session_state[SAID] = f"{name} saved. {record_words.changes(kind, before, after)}."
    st.rerun()


def _tell(problems: Sequence[Problem], places: Mapping[str, DeltaGenerator]) -> None:
    """Each problem beneath its field; what no field has, at the end."""
    found = [one for one in problems if one.severity == ERROR]
    by_column: dict[str, list[str]] = {}
    for one in found:
        by_column.setdefault(one.column if one.column in places else "", []).append(one.words)
    for column, said in by_column.items():
        told = words.plain("; ".join(said))
        if column:
            places[column].error(told, icon=":material/error:")
        else:
            st.error(told, icon=":material/report:")
    count = f"{len(found)} problem{'' if len(found) == 1 else 's'}"
    st.error(f"Not saved: {count} to put right above.", icon=":material/block:")


def _retire(kind: str, row: Mapping, viewer: Viewer) -> None:
    st.markdown("It leaves every list and figure. Its versions are kept, and it can come back.")
    key = [str(row[name]) for name in reference.records.key(kind)]
    reason = st.text_input("Why? Others will read this.", key=f"retire_{kind}", autocomplete="off")
    if st.button("Retire it", type="primary", key=f"retire_it_{kind}"):
        try:
            programme.retire(reads.engine(), kind, key, reason, viewer=viewer)
        except (StoreError, Refused) as error:
            st.error(words.plain(error), icon=":material/report:")
            return
        name = reference.name("record_kind", kind)
        st.session_state[SAID] = f"{name} {' / '.join(key)} retired."
        st.rerun()


def _sensitivity(value: object) -> str:
    table = reference.table("sensitivities")
    codes = dict(zip(table["level"], table["sensitivity"], strict=True))
    return codes.get(value, value if isinstance(value, str) else written.UNSAID_SENSITIVITY)
