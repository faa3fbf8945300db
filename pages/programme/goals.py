"""Which goals of the mandate does the programme serve, and what could go wrong?"""

from datetime import UTC, datetime

from pages.ui import (
    choice,
    empty,
    filters,
    goal_parts,
    panels,
    reads,
    record_form,
    risk_parts,
    women_parts,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import formats, goal_words
from unpol_data.views import goals as view
from unpol_data.views import risks, women

USES = ("mission", "area", "threat", "horizon", "side", "as_of")
NOTHING_YET = (
    "No option, decision or guidance is on record here. Choose other missions, or import the "
    "programme workbook (its template is on the Import page)."
)
THEN = "Records are those that had been recorded by {day}; what you change is in force from now on."

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
asked_on = filters.asked().as_of
when = {"today": datetime.now(UTC).date(), "recorded_by": asked_on}


def goals(scheme: str) -> None:
    """What serves the goals of one scheme."""
    found = reads.read(view.goals, chosen, viewer, scheme=scheme, **when)
    if found.empty:
        panels.nothing_found(NOTHING_YET)
    else:
        goal_parts.everything(found, chosen, viewer)
        goal_parts.for_reporting(chosen, viewer, **when)


empty.unused(uses=USES)
record_form.outcome()
shown = choice.one("show", "Show", goal_words.SHOWN, at_once=True)
if asked_on:
    panels.note(THEN.format(day=formats.day(asked_on)))
if not reads.anything_approved(viewer):
    empty.state("assessment", uses=USES)
if shown == "women":
    women_parts.everything(reads.read(women.women, chosen, viewer, **when), chosen, viewer)
elif shown == "risks":
    risk_parts.everything(reads.read(risks.risks, chosen, viewer, **when), chosen, viewer)
else:
    goals(goal_words.SCHEMES[shown])
