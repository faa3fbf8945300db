"""What are the blocks of the page Decisions, and what do other pages say of decisions?"""

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from pages.ui import (
    choice,
    downloads,
    filters,
    gap_panels,
    looking_back,
    menu,
    navigate,
    panels,
    reads,
    record_form,
    screen,
    words,
)
from unpol_data.access import Viewer
from unpol_data.figures import decision_words, formats
from unpol_data.filters import Filters
from unpol_data.views import decisions as view

KIND = view.KIND
KEPT = ("page", "link_query", "store_revision", "figures", "source", "illustrative")
NONE_KEPT = "No figures were kept with it, or they are not yours to see."
SHOWN = 5


def read(chosen: Filters, viewer: Viewer, *, with_aims: bool = True) -> view.Decisions:
    """The decisions for these filters, of today or of the as-of date that was chosen."""
    today = datetime.now(UTC).date()
    recorded_by = filters.asked().as_of
    asked = {"today": today, "recorded_by": recorded_by, "with_aims": with_aims}
    return reads.read(view.decisions, chosen, viewer, **asked)


def chosen_rows(found: view.Decisions) -> pd.DataFrame:
    """The rows in the states and of the offices chosen with the two lists drawn here."""
    rows = found.rows
    states = {code: decision_words.state(code) for code in dict.fromkeys(rows["state"])}
    offices = {office: office for office in sorted(set(rows["office"]))}
    left, right = st.columns(2)
    with left:
        of_states = choice.several("state", "State", states, placeholder="All")
    with right:
        of_offices = choice.several("office", "Office", offices, placeholder="All")
    for name, codes in (("state", of_states), ("office", of_offices)):
        if codes:
            rows = rows[rows[name].isin(codes)]
    return rows


def listed(rows: pd.DataFrame, found: view.Decisions) -> pd.DataFrame:
    """The decisions as a table, or on a phone one below the other; the same rows as text."""
    told = decision_words.table(rows, found.aims)
    _stacked(told, decision_words.HEADINGS)
    panels.note(decision_words.clearly())
    return told


def one(rows: pd.DataFrame, found: view.Decisions, chosen: Filters, viewer: Viewer) -> None:
    """One decision: its figures then, the page as it was, its gaps, its versions; to be changed."""
    panels.section("One decision and the figures it was taken on")
    each = {row.decision_code: row for row in rows.itertuples(index=False)}
    names = {code: f"{formats.day(row.decided_on)} · {row.words}" for code, row in each.items()}
    row = each[choice.one("decision", "Decision", names)]
    _taken(row)
    left, right = st.columns([1.2, 1], gap="medium")
    with left:
        _figures_then(row, chosen, viewer)
    with right:
        aims = found.aims[found.aims["decision_code"] == row.decision_code]
        _gaps(aims, int(row.store_revision))
        if len(aims):
            downloads.button("gaps_aimed_at", aims, chosen, viewer)
        _option(row, viewer)
    _acts(row, viewer)
    with st.expander("Versions of this decision"):
        record_form.history(KIND, (row.decision_code,), viewer)


def _taken(row: tuple) -> None:
    """When it was decided, on which page and revision, and the way back there."""
    known = row.page in menu.url_paths()
    title = menu.entry(row.page).title if known else row.page
    said = f"Decided on {formats.day(row.decided_on)} on the page {title}. {row.office}."
    st.markdown(words.plain(said))
    if known:
        navigate.page_link(row.page, "Open as it was", choices=view.as_it_was(row))


def _figures_then(row: tuple, chosen: Filters, viewer: Viewer) -> None:
    panels.section("Figures on the screen then")
    shown = view.shown_then(row)
    if not shown:
        panels.note(NONE_KEPT)
        return
    told = decision_words.shown_table(shown)
    panels.table(told, decision_words.SHOWN)
    downloads.button("figures_then", told, chosen, viewer)


def _gaps(aims: pd.DataFrame, revision: int) -> None:
    panels.section("The gaps it aimed at, then and now")
    if aims.empty:
        panels.note("It aimed at no gap: it names neither a mission nor a capability area.")
        return
    told = decision_words.aims_table(aims)
    _stacked(told.head(SHOWN), decision_words.AIMS)
    if len(told) > SHOWN:
        with st.expander(f"{len(told) - SHOWN} more"):
            _stacked(told.iloc[SHOWN:], decision_words.AIMS)
    then, now = (formats.day(aims[name].iloc[0]) for name in ("then_on", "now_on"))
    panels.note(f"Then: as of {then}, {looking_back.said(revision)}. Now: as of {now}.")


def _option(row: tuple, viewer: Viewer) -> None:
    """The option it takes up, and the way to the portfolio."""
    if not isinstance(row.option_code, str):
        return
    options = reads.records("options", Filters(), viewer)
    titles = dict(zip(options["option_code"], options["title"], strict=True))
    title = titles.get(row.option_code, row.option_code)
    st.markdown(words.plain(f"It takes up the option: {title}."))
    mission = Filters(missions=(row.mission_code,)) if isinstance(row.mission_code, str) else None
    navigate.page_link("portfolio", "Options in the portfolio", chosen=mission)


def _acts(row: tuple, viewer: Viewer) -> None:
    """Buttons that change what became of it, or retire it; nothing for those who may not."""
    now = reads.records(KIND, Filters(), viewer)
    now = now[now["decision_code"] == row.decision_code]
    mission = row.mission_code if isinstance(row.mission_code, str) else None
    if now.empty or not record_form.may_edit(KIND, viewer, mission):
        return
    held = now.iloc[0].to_dict()
    # Saving would lose the figures that are blank for this reader.
    if viewer.missions is not None and not isinstance(held["figures"], str):
        panels.note("Its figures are not all yours to see: ask a planner to change it.")
        return
    with st.container(horizontal=True):
        if st.button("Change state, outcome or due date", icon=":material/edit:", key="change_it"):
            record_form.edit(KIND, held, viewer, fixed=_fixed(held))
        if st.button("Retire it", icon=":material/block:", key="retire_it"):
            record_form.retire(KIND, held, viewer)


def _fixed(held: dict) -> dict:
    """What was kept when it was taken, as a file would have it; nobody changes it."""
    kept = {name: None if pd.isna(held[name]) else held[name] for name in KEPT}
    return kept | {"illustrative": "yes" if held["illustrative"] else "no"}


def in_short(chosen: Filters, viewer: Viewer) -> None:
    """How many decisions are open and overdue, as a link to them; nothing where none is open."""
    said = decision_words.open_and_overdue(read(chosen, viewer, with_aims=False))
    if said:
        navigate.page_link("decisions", said)


def planned(chosen: Filters, viewer: Viewer) -> None:
    """The open decisions about the one mission chosen, or about all missions."""
    found = read(chosen, viewer, with_aims=False)
    rows = found.rows[found.rows["is_open"]]
    if rows.empty:
        panels.note("No decision about it is open.")
        return
    told = decision_words.table(rows.head(SHOWN), found.aims)
    panels.table(told, {name: decision_words.HEADINGS[name] for name in ("words", "office", "due")})
    navigate.page_link("decisions", "Decisions, and the figures they were taken on")


def _stacked(rows: pd.DataFrame, headings: dict[str, str]) -> None:
    """A table; on a phone one box below the other."""
    if screen.is_phone():
        gap_panels.stack(rows, headings)
    else:
        panels.table(rows, headings)
