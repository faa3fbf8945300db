"""What has been typed on the page and is not yet saved?

It stays with the session until it is saved or given up: through errors, through a change of
area or page, and through whatever else the page draws anew.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from unpol_data.validation.cells import is_blank

FORMS, SHOWN, COUNT = "typed_forms", "typed_shown", "typed_count"


@dataclass
class Typed:
    """One form: the rows as read, what its cells held then, and the cells typed since.

    `read` are rows of the store, `cells` the same as the form shows them, one row per line.
    """

    read: pd.DataFrame
    cells: pd.DataFrame
    changed: dict[tuple[str, str], object] = field(default_factory=dict)

    def now(self) -> pd.DataFrame:
        """The cells as they stand on the screen."""
        rows = self.cells.astype("object").where(self.cells.notna(), None)
        for (line, column), cell in self.changed.items():
            rows.at[line, column] = cell
        return rows

    def put(self, line: str, column: str, cell: object) -> None:
        """Let a cell hold what was typed; nothing where it holds that already."""
        before = self.cells.at[line, column]
        if before == cell or (pd.isna(before) and is_blank(cell)):
            self.changed.pop((line, column), None)
        else:
            self.changed[line, column] = cell


@dataclass
class Shown:
    """The form on the screen: its widgets, by their keys, and the cells each began with."""

    scope: Hashable
    name: str
    began_with: pd.DataFrame
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    drawn: bool = True

    @property
    def grid(self) -> str:
        """The key of the editable table."""
        return f"{self.name}_grid"


def begin() -> None:
    """Take over what the browser sends with this run; the frame calls this before a page."""
    shown: Shown | None = st.session_state.get(SHOWN)
    if shown is None:
        return
    form = _forms().get(shown.scope)
    if form is not None and shown.drawn:
        for line, column, cell in _sent(shown):
            form.put(line, column, cell)
    shown.drawn, was_drawn = False, shown.drawn
    if not was_drawn:
        del st.session_state[SHOWN]


def _sent(shown: Shown) -> Iterator[tuple[str, str, object]]:
    edits: Mapping = st.session_state.get(shown.grid) or {}
    for position, cells in edits.get("edited_rows", {}).items():
        line = shown.began_with.index[int(position)]
        yield from ((line, column, cell) for column, cell in cells.items())
    for key, (line, column) in shown.fields.items():
        if key in st.session_state:
            yield line, column, st.session_state[key]


def form(scope: Hashable, *, read: pd.DataFrame, cells: pd.DataFrame) -> Typed:
    """The form of this scope: as it was left where something is typed, else as read now."""
    kept = _forms().get(scope)
    if kept is None or not (kept.changed or kept.read.equals(read)):
        kept = _forms()[scope] = Typed(read, cells)
        _leave()
    return kept


def shown(scope: Hashable) -> Shown:
    """The widgets of the form of this scope; new ones unless they were on the screen already.

    They begin with what the cells hold now and keep what is typed in the browser.
    """
    on_screen: Shown | None = st.session_state.get(SHOWN)
    if on_screen is None or on_screen.scope != scope:
        st.session_state[COUNT] = st.session_state.get(COUNT, 0) + 1
        name = f"typed_{st.session_state[COUNT]}"
        on_screen = Shown(scope, name, _forms()[scope].now())
        st.session_state[SHOWN] = on_screen
    on_screen.drawn = True
    return on_screen


def fill(scope: Hashable, cells: Mapping[tuple[str, str], object]) -> None:
    """Type these cells, as if somebody had done it by hand."""
    for (line, column), cell in cells.items():
        _forms()[scope].put(line, column, cell)
    _leave()


def renew(scope: Hashable, *, read: pd.DataFrame, cells: pd.DataFrame) -> None:
    """Hold what is typed against what stands in the draft now, which somebody else changed."""
    _forms()[scope].read, _forms()[scope].cells = read, cells
    _leave()


def forget(scope: Hashable) -> None:
    """Give up what was typed in this form, or know that it is saved."""
    _forms().pop(scope, None)
    _leave()


def unsaved() -> int:
    """How many cells of all forms have been typed and not been saved."""
    return sum(len(form.changed) for form in _forms().values())


def _leave() -> None:
    st.session_state.pop(SHOWN, None)


def _forms() -> dict[Hashable, Typed]:
    return st.session_state.setdefault(FORMS, {})
