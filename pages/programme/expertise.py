"""Who can help?"""

from datetime import UTC, datetime

from pages.ui import (
    choice,
    empty,
    expertise_acts,
    expertise_lists,
    expertise_parts,
    filters,
    key_figures,
    panels,
    reads,
    record_form,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import expertise_words, formats
from unpol_data.views import expertise as view

USES = ("mission", "area", "threat", "horizon", "side", "as_of", "scenario")
NOTHING_YET = (
    "No expertise, request, advisory service, partner or lesson is on record here. Clear the "
    "filters, add one below, or import the programme workbook (its template is on the Import page)."
)
NOTHING_THEN = "Nothing of this had been recorded by {day}. Choose a later date."
THEN = "Records as they were known on {day}; what you change here is the record in force now."

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
asked_on = filters.asked().as_of
today = datetime.now(UTC).date()
found = reads.read(view.expertise, chosen, viewer, today=today, recorded_by=asked_on)


def nothing() -> None:
    """What to do where there is no record of any kind."""
    if asked_on:
        panels.nothing_found(NOTHING_THEN.format(day=formats.day(asked_on)))
        return
    panels.nothing_found(NOTHING_YET)
    for kind in view.KINDS:
        expertise_acts.new(kind, chosen, viewer)


def everything() -> None:
    """Findings first, then the search, then one list at a time, with one of its records."""
    expertise_parts.findings(found)
    key_figures.tiles(found.figures)
    if asked_on:
        panels.note(THEN.format(day=formats.day(asked_on)))
    expertise_parts.search(found, chosen, viewer, recorded_by=asked_on)
    kind = choice.one(expertise_acts.LIST, "List", expertise_words.LISTS, at_once=True)
    expertise_acts.one(kind, found.rows(kind), viewer)
    expertise_lists.DRAWN[kind](found, chosen, viewer)


empty.unused(uses=USES)
record_form.outcome()
if not found.anything_approved:
    empty.state("assessment", uses=USES)
if found.empty:
    nothing()
else:
    everything()
