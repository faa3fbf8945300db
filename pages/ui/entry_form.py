"""How is a form filled in, as a table or line by line, and saved into the draft?"""

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from pages.ui import entry_fields, entry_place, panels, reads, screen, typed, words
from pages.ui.entry_place import Place
from pages.ui.entry_sheets import Sheet
from unpol_data.access import Viewer
from unpol_data.figures import entry_words, formats
from unpol_data.ingest import entry, own_row
from unpol_data.ingest.refusal import Refused
from unpol_data.store import StoreError

OUTCOME, WENT_ON = "entry_outcome", "entry_went_on"
# Python does not know how wide the window is; the browser shows this where it is narrow.
NARROW = """<style>.st-key-entry_narrow{display:none}
@media (max-width:700px){.st-key-entry_narrow{display:block}}</style>"""
TABLE, ONE_BY_ONE = "As a table", "One at a time"
START = (
    "Fills in the lines above that are still empty with what counts now. The date and the evidence "
    "stay empty: say anew how and when you found out."
)


def draw(sheet: Sheet, place: Place, viewer: Viewer) -> None:
    """The form, what was wrong with it when it was last saved, and the buttons."""
    scope = (*place.scope, sheet.name)
    said = st.session_state.pop(WENT_ON, "")
    if said:
        st.success(words.plain(said), icon=":material/task_alt:")
    form = typed.form(scope, read=sheet.read, cells=sheet.cells)
    for_all = entry_fields.once(sheet) if sheet.for_all else {}
    if len(sheet.cells) > 1 and _as_table():
        entry_fields.grid(sheet, typed.shown(scope))
    else:
        entry_fields.line(sheet, typed.shown(scope), form.now())
    with st.container(horizontal=True, vertical_alignment="center"):
        save = st.button("Save", type="primary", icon=":material/save:", key="entry_save")
        go_on = place.onward is not None and st.button(
            f"Save and next: {words.plain(place.onward[2])}",
            icon=":material/arrow_forward:",
            key="entry_save_next",
        )
        if sheet.from_held and st.button(
            "Start from what counts now", help=START, key="entry_start"
        ):
            _start(sheet, form, scope)
        if form.changed:
            st.caption(f"{formats.count(len(form.changed), 'cell', 'cells')} typed, not saved yet")
    if save or go_on:
        saved = _save(sheet, form, scope, for_all, viewer, place.assessment_id)
        if go_on and saved.stored:
            _go_on(saved, place)
        st.rerun()
    _outcome(sheet, form, scope)


def _as_table() -> bool:
    how = st.segmented_control(
        "How to fill in",
        (TABLE, ONE_BY_ONE),
        default=ONE_BY_ONE if screen.is_phone() else TABLE,
        required=True,
        label_visibility="collapsed",
        key="entry_how",
    )
    if how == TABLE:
        st.html(NARROW)
        with st.container(key="entry_narrow"):
            panels.note(f"In a narrow window “{ONE_BY_ONE}” is easier to fill in.")
    return how == TABLE


def _start(sheet: Sheet, form: typed.Typed, scope: Hashable) -> None:
    """Type what counts now into the lines in which nothing stands."""
    empty = form.now().isna().all(axis=1)
    typed.fill(scope, {key: cell for key, cell in sheet.from_held.items() if empty[key[0]]})
    st.rerun()


def _save(
    sheet: Sheet,
    form: typed.Typed,
    scope: Hashable,
    for_all: Mapping[str, object],
    viewer: Viewer,
    assessment_id: int,
) -> entry.Saved:
    """Judge what is typed and, where nothing is wrong, keep it."""
    rows = pd.concat([sheet.about, form.now()], axis=1)
    labels = dict(enumerate(rows.index))
    rows = entry.typed(rows.reset_index(drop=True), sheet.name, for_all)
    keep = own_row.save if sheet.name == own_row.SHEET else partial(entry.save, sheet=sheet.name)
    try:
        saved = keep(
            reads.engine(),
            rows=rows,
            assessment_id=assessment_id,
            read=form.read,
            viewer=viewer,
            today=datetime.now(UTC).date(),
        )
    except (StoreError, Refused) as error:
        saved = entry.Saved(assessment_id, refusal=str(error))
    st.session_state[OUTCOME] = (scope, saved, labels)
    if saved.stored:
        typed.forget(scope)
        if sheet.name == "sites" and len(rows):
            st.session_state[entry_place.DESCRIBED] = str(rows["site_code"].iloc[0])
    return saved


def _go_on(saved: entry.Saved, place: Place) -> None:
    """Open what comes next when the page is drawn anew, and say there what was saved here."""
    site_code, part, _ = place.onward
    st.session_state[entry_place.ONWARD] = site_code, part
    done = formats.count(saved.changed, "row is", "rows are") if saved.changed else "Nothing new is"
    looked = f"; {len(saved.warnings)} to look at there" if saved.warnings else ""
    st.session_state[WENT_ON] = f"{done} saved in the draft{looked}. This is what comes next."


def _outcome(sheet: Sheet, form: typed.Typed, scope: Hashable) -> None:
    """What the last save of this form found or did."""
    told, saved, labels = st.session_state.get(OUTCOME, (None, None, {}))
    if told != scope:
        return
    if not saved.held.empty:
        _conflict(sheet, form, scope, saved)
    elif saved.refusal:
        st.error(words.plain(saved.refusal), icon=":material/report:")
    elif saved.errors:
        count = formats.count(len(saved.errors), "problem", "problems")
        st.error(
            f"Nothing was saved: {count} to put right. What you typed is still here.",
            icon=":material/block:",
        )
        panels.table(entry_words.problems(saved.errors, labels), entry_words.PROBLEMS)
    elif saved.changed:
        count = formats.count(saved.changed, "row is", "rows are")
        st.success(f"{count} saved in the draft.", icon=":material/task_alt:")
    else:
        st.info("Nothing was changed, so nothing was saved.", icon=":material/info:")
    if saved.warnings:
        with st.expander(f"{len(saved.warnings)} to look at; they stop nothing"):
            panels.table(entry_words.problems(saved.warnings, labels), entry_words.PROBLEMS)


def _conflict(sheet: Sheet, form: typed.Typed, scope: Hashable, saved: entry.Saved) -> None:
    """What somebody else saved meanwhile, beside what was typed here, and the two ways on."""
    st.warning(words.plain(saved.refusal), icon=":material/sync_problem:")
    panels.table(entry_words.both(saved.held, form.now()), entry_words.BOTH)
    with st.container(horizontal=True):
        if st.button("Keep what I typed", key="entry_mine"):
            typed.renew(scope, read=sheet.read, cells=sheet.cells)
            del st.session_state[OUTCOME]
            st.rerun()
        if st.button("Take what is in the draft", key="entry_theirs"):
            typed.forget(scope)
            del st.session_state[OUTCOME]
            st.rerun()
