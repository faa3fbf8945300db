"""Who can help here: a small block beneath a mission, or a capability area of it?"""

from dataclasses import replace
from datetime import UTC, datetime

from pages.ui import expertise_acts, filters, navigate, panels, reads
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import help_words
from unpol_data.filters import Filters
from unpol_data.views import who_can_help as view


def draw(mission_code: str, areas: tuple[str, ...], chosen: Filters, viewer: Viewer) -> None:
    """Counts in one line, and a link to each of the most relevant entries.

    `areas`: those that matter, the one that matters most first.
    """
    panels.section("Who can help")
    asked_on = filters.asked().as_of
    more = {"mission_code": mission_code, "areas": areas, "recorded_by": asked_on}
    found = reads.read(view.who_can_help, chosen, viewer, today=datetime.now(UTC).date(), **more)
    panels.note(f"{help_words.about(mission_code, areas)}: {help_words.here(**found.counts)}")
    here = replace(filters.asked(), missions=(mission_code,))
    for kind, row in found.first:
        code = row[reference.records.key(kind)[0]]
        expertise_acts.link(kind, code, help_words.entry(kind, row), chosen=here)
    navigate.page_link("expertise", "Everyone who can help", chosen=here)
