"""What do the cells of a form look like, in a table and one line at a time?"""

from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import words
from pages.ui.entry_sheets import Field, Sheet
from pages.ui.typed import Shown
from unpol_data.figures import entry_words

# Text of a cell goes on in a second line only where rows are higher than 64.
ROW_HEIGHT = 84
# The browser keeps what is typed until one saves or goes elsewhere: nothing is sent meanwhile.
KEPT = {"on_change": "ignore"}
BESIDE = {"Question": 330, "Equipment": 240, "Counts now": 190}
PINNED = ("Code", "Equipment", "Line")
WIDTHS = {"state": 120, "value": 90, "needed": 80, "note": 260}
FOR_ALL = "For all lines that have none yet"


def once(sheet: Sheet) -> dict[str, Any]:
    """What may be said once, for all lines that say nothing else, by column."""
    fields = [one for one in sheet.fields if one.column in sheet.for_all]
    with st.expander(FOR_ALL, icon=":material/done_all:"):
        grid = st.grid(len(fields), min_column_width=170)
        said = {}
        for one in fields:
            with grid.cell():
                said[one.column] = _widget(one, None, f"once_{sheet.name}_{one.column}")
    return said


def grid(sheet: Sheet, shown: Shown) -> None:
    """All lines as a table to type into, from cell to cell with the arrow keys and Tab."""
    begun = shown.began_with
    rows = pd.DataFrame(
        {column: begun[column].astype(sheet.cells[column].dtype) for column in begun.columns},
        index=begun.index,
    )
    for place, (heading, cells) in enumerate(sheet.beside.items()):
        rows.insert(place, heading, cells)
    config: dict[str, Any] = {one.column: _column(one) for one in sheet.fields}
    for heading in sheet.beside:
        config[heading] = st.column_config.TextColumn(
            heading, width=BESIDE.get(heading, 110), pinned=heading in PINNED, disabled=True
        )
    st.data_editor(
        rows,
        key=shown.grid,
        hide_index=True,
        column_config=config,
        num_rows="fixed",
        row_height=ROW_HEIGHT if sheet.name == "answers" else None,
        height="content",
        placeholder="",
        alt="Form to fill in",
        **KEPT,
    )


def _column(one: Field) -> Any:
    label, width = entry_words.heading(one.column), WIDTHS.get(one.column, 130)
    if one.kind == "code":
        return st.column_config.SelectboxColumn(
            label, width=width, options=list(one.codes), format_func=one.name
        )
    if one.kind == "number":
        return st.column_config.NumberColumn(label, width=width)
    if one.kind == "date":
        return st.column_config.DateColumn(label, width=width, format="YYYY-MM-DD")
    return st.column_config.TextColumn(label, width=width)


def line(sheet: Sheet, shown: Shown, now: pd.DataFrame) -> None:
    """One line at a time, each cell a field of its own, for a narrow screen."""
    lines = list(shown.began_with.index)
    turn = 1
    if len(lines) > 1:
        turn = st.pagination(len(lines), key=f"{shown.name}_turn")
    here = lines[turn - 1]
    for heading, cells in sheet.beside.items():
        told = words.plain(cells[turn - 1])
        st.markdown(f"Counts now: {told}" if heading == "Counts now" else f"**{told}**")
    grid_of = st.grid(3, min_column_width=200)
    for one in sheet.fields:
        key = f"{shown.name}_{here}_{one.column}"
        shown.fields[key] = (here, one.column)
        with grid_of.cell():
            _widget(one, now.at[here, one.column], key)


def _widget(one: Field, cell: Any, key: str) -> Any:
    label = entry_words.heading(one.column)
    blank = cell is None or pd.isna(cell)
    if one.kind == "code":
        index = None if blank else one.codes.index(cell)
        return st.selectbox(
            label, one.codes, index, format_func=one.name, placeholder="Choose", key=key, **KEPT
        )
    if one.kind == "number":
        return st.number_input(label, value=None if blank else float(cell), key=key, **KEPT)
    if one.kind == "date":
        return st.date_input(
            label, None if blank else _day(cell), format="YYYY-MM-DD", key=key, **KEPT
        )
    return st.text_input(label, "" if blank else str(cell), key=key, **KEPT)


def _day(cell: Any) -> date:
    if isinstance(cell, str):
        return date.fromisoformat(cell[:10])
    return cell.date() if isinstance(cell, datetime) else cell
