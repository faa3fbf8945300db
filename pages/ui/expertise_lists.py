"""What are the five lists of the page Expertise and partners?"""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from pages.ui import downloads, expertise_acts, gap_panels, panels, screen
from unpol_data.access import Viewer
from unpol_data.figures import advice_words, expertise_words
from unpol_data.figures.expertise_bars import expertise_bars, expertise_bars_alt
from unpol_data.filters import Filters
from unpol_data.views.expertise import Expertise

SHOWN, SHOWN_ON_PHONE = 8, 4
IN_REACH = (
    "In reach of a mission are officers who serve there, and those of the Standing Police Capacity "
    "and others who can be sent to any. Counts by role, never names."
)
CLEARED = (
    "Services under way or planned need a cleared assessment under the human rights due "
    "diligence policy (A/67/775-S/2013/110)."
)
TAKEN_UP = "Taken up is a gap with a service planned or under way in that mission and area."
ORDER = "Drafts are reviewed, then published. Each step is a version with its date and author."


def expertise(found: Expertise, chosen: Filters, viewer: Viewer) -> None:
    """Officers by area beside the gaps, the gaps nobody can help with, and every pool."""
    left, right = st.columns([1.2, 1], gap="medium")
    with left:
        panels.section("Officers with the expertise, and the gaps they are needed for")
        drawn = expertise_bars(found.areas, screen.palette(), narrow=screen.is_phone())
        screen.chart(drawn, alt=expertise_bars_alt(found.areas))
        panels.note(IN_REACH)
        with st.expander("The same as a table"):
            rows = expertise_words.areas(found.areas)
            panels.long_table(rows, expertise_words.AREAS)
            downloads.button("expertise_by_area", found.areas, chosen, viewer)
    with right:
        panels.section("Large gaps nobody can help with")
        if found.severe is None:
            panels.not_enough_evidence("No gap in scope has a figure yet.")
        else:
            rows = expertise_words.unhelped(found.unhelped)
            _gaps(rows, expertise_words.UNHELPED, none="Every large gap has somebody in reach.")
            downloads.button("gaps_without_help", found.unhelped, chosen, viewer)
    panels.section("Every pool of officers")
    _list("expertise", found, expertise_words.pools, expertise_words.POOLS, chosen, viewer)


def requests(found: Expertise, chosen: Filters, viewer: Viewer) -> None:
    """Open requests with who could answer them, then what became of the others."""
    asked = found.requests
    panels.section("Open requests, the longest wait first")
    if asked.open.empty:
        panels.note("No request is open.")
    else:
        _table(advice_words.waiting(asked.open, asked.matches), advice_words.WAITING)
    rest = asked.rows[asked.rows["state"] != "open"]
    if len(rest):
        panels.section("Offered, deployed and closed")
        _table(advice_words.answered(rest), advice_words.ANSWERED)
    _acts("expertise_requests", asked.rows, chosen, viewer)


def services(found: Expertise, chosen: Filters, viewer: Viewer) -> None:
    """Advice to host-State police, what lacks clearance first, and gaps without advice."""
    panels.section("Advisory services to host-State police")
    kind = advice_words.SERVICES
    _list(kind, found, advice_words.advice, advice_words.ADVICE, chosen, viewer, note=CLEARED)
    panels.section("Large gaps of host-State police without advice")
    if found.services.severe is None:
        panels.not_enough_evidence("No gap of host-State police in scope has a figure yet.")
        return
    rows = advice_words.unserved(found.services.unserved)
    _gaps(rows, advice_words.UNSERVED, none="Each is taken up by a service.")
    panels.note(TAKEN_UP)
    downloads.button("host_gaps_without_advice", found.services.unserved, chosen, viewer)


def engagements(found: Expertise, chosen: Filters, viewer: Viewer) -> None:
    """Member States, think tanks, academia, institutes and United Nations entities."""
    panels.section("Engagements with partners")
    rows = found.engagements
    note = f"{expertise_words.by_partner(rows)}." if len(rows) else ""
    told, headings = expertise_words.engagements, expertise_words.ENGAGEMENTS
    _list("engagements", found, told, headings, chosen, viewer, note=note)


def lessons(found: Expertise, chosen: Filters, viewer: Viewer) -> None:
    """Lessons and good practices: what is published, reviewed, and still a draft."""
    panels.section("Lessons learned and good practices")
    rows = found.lessons
    counted = f"{expertise_words.by_state('lessons', rows)}. " if len(rows) else ""
    told, headings = expertise_words.lessons, expertise_words.LESSONS
    _list("lessons", found, told, headings, chosen, viewer, note=f"{counted}{ORDER}")


DRAWN: dict[str, Callable[[Expertise, Filters, Viewer], None]] = {
    "expertise": expertise,
    "expertise_requests": requests,
    "advisory_services": services,
    "engagements": engagements,
    "lessons": lessons,
}


def _list(
    kind: str,
    found: Expertise,
    told: Callable[[pd.DataFrame], pd.DataFrame],
    headings: dict[str, str],
    chosen: Filters,
    viewer: Viewer,
    *,
    note: str = "",
) -> None:
    """A whole list with what may be done with it; where it is empty, it says so."""
    rows = found.rows(kind)
    if rows.empty:
        panels.note("None on record for these filters.")
    else:
        _table(told(rows), headings)
        if note:
            panels.note(note)
    _acts(kind, rows, chosen, viewer)


def _acts(kind: str, rows: pd.DataFrame, chosen: Filters, viewer: Viewer) -> None:
    with st.container(horizontal=True):
        expertise_acts.new(kind, chosen, viewer)
        if len(rows):
            downloads.button(kind, rows, chosen, viewer)


def _gaps(rows: pd.DataFrame, headings: dict[str, str], *, none: str) -> None:
    """The sharpest gaps, and the others on demand."""
    if rows.empty:
        panels.note(none)
        return
    first = SHOWN_ON_PHONE if screen.is_phone() else SHOWN
    gap_panels.table(rows.head(first), headings, stacked=True)
    if len(rows) > first:
        with st.expander(f"{len(rows) - first} more"):
            gap_panels.table(rows.iloc[first:], headings, stacked=True)


def _table(rows: pd.DataFrame, headings: dict[str, str]) -> None:
    """A table; on a phone one box below the other, many of them on demand."""
    if screen.is_phone() and len(rows) > SHOWN_ON_PHONE:
        with st.expander(f"All {len(rows)}"):
            gap_panels.stack(rows, headings)
    elif screen.is_phone():
        gap_panels.stack(rows, headings)
    else:
        panels.table(rows, headings)
