"""Are the assessment visits on time and within their budget?"""

from datetime import UTC, datetime

import streamlit as st

from pages.ui import (
    empty,
    filters,
    key_figures,
    panels,
    plan_parts,
    reads,
    record_form,
    record_list,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import plan_words
from unpol_data.filters import Filters
from unpol_data.views import plan as view

KINDS = {"visits": "visit", "budget_lines": "budget line"}
CHANGES = "Whatever the as-of date, what you change here is the record in force now."
USES = ("mission", "side", "as_of")

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
as_of = filters.asked().as_of
today = datetime.now(UTC).date()
found = reads.read(view.plan, chosen, viewer, today=today, as_of=as_of)


def nothing() -> None:
    """What to do where no visit is recorded, or none by then or of these missions."""
    panels.nothing_found(plan_words.no_visit(as_of, of_missions=bool(chosen.missions)))


def edit() -> None:
    """Visits and budget lines in force now, written and looked back on."""
    panels.section("Visits and budget lines, with their history")
    of_missions = Filters(missions=chosen.missions)
    for place, kind in zip(st.columns(2, gap="medium"), KINDS, strict=True):
        with place:
            record_list.draw(
                kind, reads.records(kind, of_missions, viewer), viewer, noun=KINDS[kind]
            )
    if as_of:
        panels.note(CHANGES)


empty.unused(uses=USES)
record_form.outcome()
if found.empty:
    nothing()
else:
    key_figures.tiles(found.figures)
    panels.note(plan_words.recorded(found.on, chosen=bool(as_of), sample=found.sample_day))
    plan_parts.findings(found)
    left, right = st.columns([1, 1.1], gap="medium")
    with left:
        plan_parts.timeline(found, chosen, viewer)
    with right:
        plan_parts.money(found, chosen, viewer)
    plan_parts.visits(found)
    plan_parts.coverage(found)
    plan_parts.replan(found, chosen, viewer)
edit()
