"""With which field does one fill each column of a record?"""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from pages.ui import reads
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import record_words
from unpol_data.filters import Filters
from unpol_data.reference.records import SITES, RecordColumn

LONG = (
    "words",
    "note",
    "figures",
    "outcome",
    "tech_reason",
    "adopt_reason",
    "modality_reason",
    "mitigation",
)
NONE_CHOSEN = "–"
Choices = Mapping[str, str]


def field(
    column: RecordColumn, value: object, viewer: Viewer, *, prefix: str, fixed: bool = False
) -> object:
    """The field of one column with what stands there now; what was filled in.

    What comes back is a cell as a file would have it; nothing is None.
    """
    label = f"{column.label} *" if column.required else column.label
    common = {
        "label": label,
        "key": f"{prefix}_{column.column}",
        "help": column.meaning,
        "disabled": fixed,
    }
    if column.value_kind == "yes_no":
        return "yes" if st.checkbox(value=value in (True, "yes"), **common) else "no"
    if column.value_kind == "date":
        return st.date_input(value=_day(value), format="YYYY-MM-DD", **common)
    if column.value_kind in ("integer", "number"):
        return _number(column, value, common)
    names = choices(column, viewer)
    if column.value_kind == "codes":
        now = [code for code in _text(value).split() if code in names]
        chosen = st.multiselect(
            options=list(names), default=now, format_func=names.get, placeholder="None", **common
        )
        return " ".join(chosen) or None
    if names is not None:
        return _one_of(names, _text(value), common)
    if column.column in LONG:
        return st.text_area(value=_text(value), **common).strip() or None
    return st.text_input(value=_text(value), autocomplete="off", **common).strip() or None


def choices(column: RecordColumn, viewer: Viewer) -> Choices | None:
    """The codes one may choose from with their names; None where anything may be written."""
    if column.codes:
        codes = column.codes
        if column.list_name == "missions":
            return {code: code for code in viewer.missions_of(codes)}
        return {code: column.name(code) for code in codes}
    if column.list_name == SITES:
        sites = reads.known_sites(viewer)
        named = dict(zip(sites["site_code"], sites["site_code"], strict=True))
        if column.value_kind == "codes":
            return named
        missions = viewer.missions_of(reference.codes("missions"))
        return {code: f"{code}: every site" for code in missions} | named
    if column.refers_to:
        rows = reads.records(column.refers_to, Filters(), viewer)
        key = reference.records.key(column.refers_to)[0]
        return {
            row[key]: record_words.title(column.refers_to, row) for row in rows.to_dict("records")
        }
    return None


def _one_of(names: Choices, now: str, common: dict) -> str | None:
    """One of the codes or none: an empty one is offered always, so that nothing is chosen unseen.

    A code that is no longer offered stays, so that saving does not lose it.
    """
    codes = ["", *names] if now in names or not now else ["", now, *names]
    chosen = st.selectbox(
        options=codes,
        index=codes.index(now),
        format_func=lambda code: names.get(code, code) if code else NONE_CHOSEN,
        **common,
    )
    return chosen or None


def _number(column: RecordColumn, value: object, common: dict) -> float | int | None:
    missing = value is None or pd.isna(value)
    if column.value_kind == "integer":
        now = None if missing else int(value)
        return st.number_input(value=now, step=1, **common)
    return st.number_input(value=None if missing else float(value), **common)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    if value is None or pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
