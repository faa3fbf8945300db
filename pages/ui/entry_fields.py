"""What do the cells of a form look like, in a table and one line at a time?"""

from collections.abc import Mapping
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
NUMBER = "%.10g"
BESIDE = {
    "Question": 330,
    "Equipment": 240,
    "Crime threat": 230,
    "Counts now": 190,
    "Counted last": 330,
}
KNOWN = ("Counts now", "Counted last")
PINNED = ("Code", "Equipment", "Crime threat", "Line")
WIDTHS = {"state": 150, "value": 90, "needed": 80, "note": 260}
FOR_ALL = "For all lines that have none yet"


def once(sheet: Sheet) -> dict[str, Any]:
    """What may be said once, for all lines that say nothing else, by column."""
    fields = [one for one in sheet.fields if one.column in sheet.for_all]
    with st.expander(FOR_ALL, icon=":material/done_all:"):
        grid = st.grid(len(fields), min_column_width=170)
        said = {}
        for one in fields:
            with grid.cell():
                said[one.column] = _widget(
                    sheet, one, None, f"once_{sheet.name}_{one.column}", one.choices
                )
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
    config: dict[str, Any] = {one.column: _column(one, sheet) for one in sheet.fields}
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
        # The browser keeps what is typed until one saves or goes elsewhere.
        on_change="ignore",
    )


def _column(one: Field, sheet: Sheet) -> Any:
    said = {
        "label": entry_words.heading(one.column, sheet.name),
        "width": WIDTHS.get(one.column, 130),
        "help": entry_words.meaning(sheet.name, one.column),
    }
    if one.kind == "code":
        return st.column_config.SelectboxColumn(
            **said, options=list(one.codes), format_func=one.name
        )
    if one.kind == "number":
        return st.column_config.NumberColumn(**said)
    if one.kind == "date":
        return st.column_config.DateColumn(**said, format="YYYY-MM-DD")
    return st.column_config.TextColumn(**said)


def line(sheet: Sheet, shown: Shown, now: pd.DataFrame) -> None:
    """One line at a time, each cell a field of its own, for a narrow screen."""
    lines = list(shown.began_with.index)
    turn = 1
    if len(lines) > 1:
        place = "_".join(str(part) for part in shown.scope)
        turn = st.pagination(len(lines), key=f"entry_turn_{place}")
    here = lines[turn - 1]
    for heading, cells in sheet.beside.items():
        told = words.plain(cells[turn - 1])
        st.markdown(f"{heading}: {told}" if heading in KNOWN else f"**{told}**")
    if here in sheet.hints:
        st.caption(words.plain(sheet.hints[here]))
    places = st.grid(3, min_column_width=200)
    for one in sheet.fields:
        if (here, one.column) in sheet.unused:
            continue
        key = f"{shown.name}_{here}_{one.column}"
        shown.fields[key] = (here, one.column)
        with places.cell():
            choices = sheet.choices.get((here, one.column)) or one.choices
            _widget(sheet, one, now.at[here, one.column], key, choices)


def _widget(sheet: Sheet, one: Field, cell: Any, key: str, choices: Mapping[str, str]) -> Any:
    """The field of one cell; it sends what is typed with whatever the reader does next."""
    said = {
        "label": entry_words.heading(one.column, sheet.name),
        "help": entry_words.meaning(sheet.name, one.column),
        "key": key,
        "on_change": "ignore",
    }
    blank = cell is None or pd.isna(cell)
    if choices:
        # What was typed in the table and is none of them stays, to be told what is wrong.
        choices = {**choices, **({} if blank else {cell: choices.get(cell, cell)})}
        codes = list(choices)
        index = None if blank else codes.index(cell)
        return st.selectbox(
            options=codes, index=index, format_func=choices.get, placeholder="Choose", **said
        )
    if one.kind == "number":
        return st.number_input(value=None if blank else float(cell), format=NUMBER, **said)
    if one.kind == "date":
        return st.date_input(value=None if blank else _day(cell), format="YYYY-MM-DD", **said)
    return st.text_input(value="" if blank else str(cell), **said)


def _day(cell: Any) -> date:
    if isinstance(cell, str):
        return date.fromisoformat(cell[:10])
    return cell.date() if isinstance(cell, datetime) else cell
