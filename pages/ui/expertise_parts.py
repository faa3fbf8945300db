"""What are the findings of the page Expertise and partners, and how is it searched?"""

from datetime import date

import streamlit as st

from pages.ui import expertise_acts, panels, reads, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import expertise_words, help_words
from unpol_data.filters import Filters
from unpol_data.views import expertise_search
from unpol_data.views.expertise import Expertise
from unpol_data.views.expertise_services import PLANNED, UNDER_WAY

FIELD, MOST = "expertise_search", 10
NOT_FOUND = (
    "Nothing holds all these words. Try fewer or shorter words, or clear the filters: only what "
    "they leave is searched."
)


def findings(found: Expertise) -> None:
    """What to act on: services without clearance first, then gaps and requests without help."""
    services = found.services
    warning = help_words.running_without_clearance(services.alarmed(UNDER_WAY))
    if warning:
        st.warning(words.plain(warning), icon=":material/gavel:")
    said = help_words.findings(
        found.areas,
        requests=found.requests.open,
        unmatched=found.requests.unmatched,
        uncleared=services.alarmed(PLANNED),
        unserved=services.unserved,
        severe_of_host=services.severe,
    )
    if said:
        lines = [f"- **{words.plain(head)}** {words.plain(rest)}" for head, rest in said]
        st.markdown("\n".join(lines))


def search(
    found: Expertise, chosen: Filters, viewer: Viewer, *, recorded_by: date | None = None
) -> None:
    """One field over the five kinds of record; each one found can be opened in its list."""
    asked = st.text_input(
        "Search expertise, requests, advice, partners and lessons",
        key=FIELD,
        placeholder="Words, such as: phone evidence",
        icon=":material/search:",
        autocomplete="off",
        persist_state="session",
    )
    if not (asked or "").strip():
        return
    rows = reads.read(expertise_search.searchable, chosen, viewer, recorded_by=recorded_by)
    hits = expertise_search.found(rows, asked)
    if hits.empty:
        panels.nothing_found(NOT_FOUND)
        return
    with st.container(border=True, gap="small"):
        for hit in hits.head(MOST).itertuples(index=False):
            _hit(hit, found)
        panels.note(help_words.shown(len(hits), most=MOST))


def _hit(hit: tuple, found: Expertise) -> None:
    """One record found: its kind, the words that were looked for in bold, and the way to it."""
    excerpt = "".join(
        f"**{words.plain(piece)}**" if asked and piece.strip() else _spaced(piece)
        for piece, asked in hit.excerpt
    )
    if hit.excerpt[0][0] == expertise_search.CUT:
        rows = found.rows(hit.kind)
        row = rows[rows[reference.records.key(hit.kind)[0]] == hit.code].iloc[0]
        excerpt = f"{words.plain(expertise_words.name(hit.kind, row))}  \n{excerpt}"
    left, right = st.columns([6, 1], vertical_alignment="center")
    badge = words.plain(expertise_words.ONE[hit.kind])
    left.markdown(f":primary-badge[{badge}] {excerpt}")
    right.button(
        "Open",
        key=f"open_{hit.kind}_{hit.code}",
        on_click=expertise_acts.open_record,
        args=(hit.kind, hit.code),
    )


def _spaced(piece: str) -> str:
    """The piece as text, with the blanks at its ends, which `plain` takes off."""
    before = " " if piece[:1].isspace() else ""
    after = " " if piece[-1:].isspace() and piece.strip() else ""
    return f"{before}{words.plain(piece)}{after}"
