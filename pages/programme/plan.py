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
from unpol_data.views import plan as view

USES = ("mission", "side", "as_of")

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
as_of = filters.asked().as_of
today = datetime.now(UTC).date()
found = reads.read(view.plan, chosen, viewer, today=today, as_of=as_of)


def nothing() -> None:
    """What to do where no visit is recorded, or none by then or of these missions."""
    ways = {"mission": "clear the mission filter", "as_of": "choose a later date"}
    said = [way for name, way in ways.items() if name in filters.asked().to_query()]
    more = f" {' or '.join(said).capitalize()}, or add a visit below." if said else ""
    panels.nothing_found(
        "No visit is recorded here." + (more or " Add one below, or import the programme workbook.")
    )


def edit() -> None:
    """Visits and budget lines, written and looked back on."""
    panels.section("Visits and budget lines, with their history")
    left, right = st.columns(2, gap="medium")
    with left:
        record_list.draw("visits", found.visits, viewer, noun="visit")
    with right:
        record_list.draw("budget_lines", found.lines, viewer, noun="budget line")


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
    plan_parts.coverage(found)
    plan_parts.replan(found, chosen, viewer)
edit()
