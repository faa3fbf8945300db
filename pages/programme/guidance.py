"""Does doctrine keep up?"""

from datetime import UTC, datetime

from pages.ui import (
    downloads,
    empty,
    filters,
    guidance_acts,
    guidance_parts,
    key_figures,
    panels,
    reads,
    record_form,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import formats, guidance_words
from unpol_data.views import guidance as view

USES = ("mission", "area", "threat", "horizon", "side", "as_of", "scenario")
NOTHING_YET = (
    "No guidance document is on record yet. Add one here, or import the programme workbook "
    "(its template is on the Import page)."
)
CHANGES = "Whatever the as-of date, what you change here is the record in force now."
NOTHING_THEN = "No guidance document had been recorded by {day}. Choose a later date."

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
asked_on = filters.asked().as_of
today = datetime.now(UTC).date()
found = reads.read(view.guidance, chosen, viewer, today=today, recorded_by=asked_on)


def nothing() -> None:
    """What to do where there is no document."""
    if asked_on:
        panels.nothing_found(NOTHING_THEN.format(day=formats.day(asked_on)))
    else:
        panels.nothing_found(NOTHING_YET)
        guidance_acts.new_document(viewer)
    if not found.anything_approved:
        empty.state("assessment", uses=USES)


def everything() -> None:
    """The blocks of the page, one below the other."""
    key_figures.tiles(found.figures)
    guidance_parts.matrix(found)
    guidance_parts.one_cell(found, viewer)
    guidance_parts.unanswered(found, chosen)
    if not found.anything_approved:
        empty.state("assessment", uses=USES)
    guidance_parts.trainings(found, chosen, viewer)
    guidance_parts.reviews(found, viewer)
    guidance_parts.documents(found, viewer)
    if asked_on and viewer.may("edit_mission_programme"):
        panels.note(CHANGES)
    downloads.button("guidance", guidance_words.readings(found.cells), chosen, viewer)


empty.unused(uses=USES)
record_form.outcome()
if found.empty:
    nothing()
else:
    everything()
