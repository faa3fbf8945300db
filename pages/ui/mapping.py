"""What does each column of a table of others hold? The person says it once."""

import hashlib
from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.ui import panels, words
from unpol_data import reference
from unpol_data.figures import mapping_words
from unpol_data.ingest import mapping, suggesting, units, written_dates
from unpol_data.ingest.report import Report
from unpol_data.validation import headings

SAID, FORMER = "import_said", "import_said_before"
NOT_READ = ""
COLUMNS = 3


def said(content: bytes) -> dict[str, Any]:
    """What the person has said of this file here: of its columns, or which mission to take."""
    return st.session_state.get(SAID, {}).get(_digest(content), {})


def change(content: bytes) -> None:
    """A way back to the question, where the columns of this file were said here."""
    told = said(content)
    if "mapping" in told and st.button("Change what the columns hold", key="change_mapping"):
        st.session_state.setdefault(FORMER, {})[_digest(content)] = told["mapping"]
        rest = {name: one for name, one in told.items() if name not in ("kind", "mapping")}
        st.session_state[SAID][_digest(content)] = rest
        st.rerun()


def form(report: Report, content: bytes) -> None:
    """The questions a file leaves open; nothing where it leaves none."""
    if report.missions:
        _missions(report, content)
    if report.to_map is not None:
        _columns(report, content)


def _missions(report: Report, content: bytes) -> None:
    panels.section("Which mission?")
    with st.form("import_which_mission", border=False):
        chosen = st.selectbox(
            "The file is of several missions; each gets a draft of its own",
            list(report.missions),
            key="import_of_several",
        )
        if st.form_submit_button("Read it for this mission", type="primary"):
            _say(content, {"mission": chosen})


def _columns(report: Report, content: bytes) -> None:
    to_map = report.to_map
    panels.section("What do the columns hold?")
    st.markdown(
        "The headings of this table are not ours. Say what each column holds; the next table "
        "with the same headings is read without asking. What is not chosen is not read."
    )
    kinds = list(mapping.SHEET_OF_KIND)
    kind = st.selectbox(
        "What the table holds",
        kinds,
        index=kinds.index(to_map["kind"]) if to_map["kind"] in kinds else None,
        format_func=mapping_words.KINDS.__getitem__,
        placeholder="Choose what each row is about",
        key="import_mapping_kind",
    )
    if kind is None:
        return
    former = st.session_state.get(FORMER, {}).get(_digest(content), {})
    known = former["columns"] if former.get("kind") == kind else _suggested(to_map, kind)
    chosen = _headings(to_map, kind, known)
    twice = mapping_words.chosen_twice([column for column, _ in chosen.values()])
    if twice:
        st.error(words.plain(twice), icon=":material/report:")
        return
    constants = _constants(kind, {column for column, _ in chosen.values()})
    if st.button("Read it this way", type="primary", key="use_mapping"):
        told = mapping.ColumnMap(kind, chosen, constants)
        _say(content, {"kind": kind, "mapping": told.as_plain()})


def _suggested(to_map: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    if kind == to_map["kind"]:
        return to_map["columns"]
    found = mapping.Headed(tuple(to_map["headings"]), to_map["examples"])
    return suggesting.suggested(found, kind=kind).columns


def _headings(
    to_map: Mapping[str, Any], kind: str, suggested: Mapping[str, Any]
) -> dict[str, tuple[str, str]]:
    """For each heading the chosen column and unit, as they stand in the form."""
    options = [NOT_READ, *mapping.columns_of(kind)]
    chosen = {}
    for number, heading in enumerate(to_map["headings"]):
        if number % COLUMNS == 0:
            # A row at a time, so that the order stays that of the file on a narrow screen.
            places = st.columns(COLUMNS, gap="medium")
        column, unit = suggested.get(heading, (NOT_READ, ""))
        with places[number % COLUMNS]:
            # The label of the field is read out as it is, so it must not be escaped for Markdown.
            st.markdown(f":small[{words.plain(heading)}]")
            picked = st.selectbox(
                heading,
                options,
                index=options.index(column),
                format_func=mapping_words.column,
                label_visibility="collapsed",
                key=f"import_map_{kind}_{number}",
            )
            st.caption(words.plain(mapping_words.examples(to_map["examples"].get(heading, ()))))
            unit = _unit(picked, unit, kind, f"import_unit_{kind}_{number}")
            if picked != NOT_READ:
                chosen[heading] = (picked, unit)
    return chosen


def _unit(column: str, unit: str, kind: str, key: str) -> str:
    """How a column is written, asked for where it is a measured one or one of days."""
    known, own = _ways(column, kind)
    if not known:
        return ""
    return st.selectbox(
        "written in",
        ["", *known],
        index=["", *known].index(unit) if unit in known else 0,
        format_func=lambda code: code or own,
        key=key,
    )


def _ways(column: str, kind: str) -> tuple[tuple[str, ...], str]:
    """The ways in which a column may be written, and what it is where nothing is said."""
    if column in mapping.dates_of(kind):
        return tuple(written_dates.ORDERS), "as the days tell"
    known = units.known_units(column)
    rows = reference.table("measures").set_index("measure")
    return known, rows.at[column, "unit"] if known else ""


def _constants(kind: str, mapped: set[str]) -> dict[str, str]:
    """What holds for all rows, asked for where a column is needed and no heading holds it."""
    rows = headings.columns(mapping.SHEET_OF_KIND[kind])
    rows = rows[rows["column"].isin(set(mapping.required_of(kind)) - mapped)]
    if rows.empty:
        return {}
    st.markdown(
        "Each row needs these too. Choose a heading for them above, or say here what holds "
        "for all rows."
    )
    places = st.columns(COLUMNS, gap="medium")
    fixed = {}
    for number, row in enumerate(rows.itertuples(index=False)):
        with places[number % COLUMNS]:
            fixed[row.column] = _constant(row, f"import_constant_{kind}_{row.column}")
    return {column: given for column, given in fixed.items() if given}


def _constant(row: tuple, key: str) -> str:
    label = mapping_words.column(row.column)
    if row.value_kind == "date":
        day = st.date_input(label, value=None, help=row.meaning, key=key)
        return "" if day is None else day.isoformat()
    if row.value_kind == "code" and isinstance(row.list, str):
        names = mapping_words.names(row.list)
        chosen = st.selectbox(
            label,
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder="For all rows",
            help=row.meaning,
            key=key,
        )
        return chosen or ""
    return st.text_input(label, help=row.meaning, key=key).strip()


def _say(content: bytes, more: Mapping[str, Any]) -> None:
    held = st.session_state.setdefault(SAID, {})
    digest = _digest(content)
    held[digest] = {**held.get(digest, {}), **more}
    st.rerun()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
