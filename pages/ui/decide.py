"""How does one record a decision where its figures stand?"""

from datetime import UTC, datetime
from secrets import token_hex

import streamlit as st

from pages.ui import choice, filters, menu, reads, record_form, shown
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import decision_words
from unpol_data.filters import Filters
from unpol_data.kept_figures import KeptFigures, ShownFigure
from unpol_data.views import gaps

KIND = "decisions"
UNSAID = 1
HELP = (
    "Records what is decided, with the figures this page shows now, so that it can be opened "
    "again exactly as it is."
)


def here(viewer: Viewer, page: menu.Entry) -> None:
    """The button at the foot of every page, for those who may decide; what was saved, once."""
    if not viewer.may("record_decision"):
        return
    record_form.outcome()
    if st.button("Decide here", icon=":material/gavel:", key="decide_here", help=HELP):
        chosen = filters.current()
        fixed = _known(chosen, viewer, page)
        record_form.edit(KIND, None, viewer, defaults=_likely(chosen, viewer), fixed=fixed)


def _known(chosen: Filters, viewer: Viewer, page: menu.Entry) -> dict:
    """What nobody has to fill in: where, on what, at which revision it is decided."""
    now = datetime.now(UTC)
    return {
        "decision_code": f"DECISION-{now:%Y%m%d-%H%M%S}-{token_hex(2).upper()}",
        "state": "open",
        "outcome": None,
        "page": page.url_path,
        "link_query": filters.in_full(chosen, choice.made()),
        "store_revision": chosen.revision or reads.revision(),
        "figures": _figures(chosen, viewer).to_text(),
        "source": f"Decided on the page {page.title}",
        "illustrative": "yes" if _rests_on_invented(chosen, viewer) else "no",
        "note": None,
    }


def _rests_on_invented(chosen: Filters, viewer: Viewer) -> bool:
    """Whether any answer of the missions on the screen is invented."""
    held = reads.illustrative(viewer)
    if chosen.missions:
        held = held[held["mission_code"].isin(chosen.missions)]
    return bool(held["illustrative"].any())


def _likely(chosen: Filters, viewer: Viewer) -> dict:
    """What the fields begin with: today, and the mission, area and threat where one is chosen."""
    table = reference.table("sensitivities").set_index("level")["sensitivity"]
    known = {
        "mission_code": chosen.missions,
        "area_code": chosen.areas,
        "threat_code": chosen.threats,
    }
    single = {name: codes[0] for name, codes in known.items() if len(codes) == 1}
    level = max(UNSAID, _clearance(chosen, viewer))
    return {"decided_on": datetime.now(UTC).date(), "sensitivity": table[level], **single}


def _figures(chosen: Filters, viewer: Viewer) -> KeptFigures:
    """The figures of the page, and the gaps of the missions and areas chosen."""
    found: tuple[ShownFigure, ...] = shown.kept()
    if chosen.missions or chosen.areas:
        rows = reads.read(gaps.mission_areas, chosen, viewer)
        found += decision_words.gaps(rows, chosen)
    missions = gaps.missions_in_scope(chosen, viewer)
    return KeptFigures(found, missions, _clearance(chosen, viewer))


def _clearance(chosen: Filters, viewer: Viewer) -> int:
    """What one must be cleared for to see the figures: the most sensitive evidence behind them.

    A page may rest on records of the programme and on drafts too, so all of them count.
    """
    missions = Filters(missions=chosen.missions)
    held = (reads.records(kind, missions, viewer) for kind in reference.codes("record_kinds"))
    levels = [int(rows["sensitivity"].max()) for rows in held if len(rows)]
    return max([reads.sensitivity(viewer, chosen.missions), *levels])
