"""What does a page say when there is nothing to show, and what can be done about it?"""

from collections.abc import Sequence

from pages.ui import filters, menu, navigate, panels, reads
from pages.ui.sign_in import current_viewer
from unpol_data.figures import formats

NAMES = {"threat": "crime threat", "as_of": "as-of date", "scenario": "weights"}
WAYS_OUT = {
    "mission": "clear the mission filter",
    "area": "clear the area filter",
    "threat": "clear the threat filter",
    "side": "choose the other side",
    "as_of": "choose a later date",
}


def state(subject: str, *, uses: Sequence[str], why: str = "") -> None:
    """Why there is no `subject` ("equipment count"), and what to do.

    `uses` names the filters the page uses: those among them that are set may be the reason,
    unless nothing is approved at all. `why` says it better than "no approved subject matches".
    """
    asked = filters.asked().to_query()
    ways = [way for name, way in WAYS_OUT.items() if name in asked and name in uses]
    if not reads.anything_approved(current_viewer()):
        _lead_to_import("No approved assessment yet.")
    elif ways:
        words = formats.listed(ways).replace(" and ", " or ")
        reason = why or f"No approved {subject} matches."
        panels.nothing_found(f"{reason} {words[0].upper()}{words[1:]}.")
    else:
        _lead_to_import(why or f"No approved {subject} yet.")


def _lead_to_import(reason: str) -> None:
    panels.nothing_found(f"{reason} Import an assessment, then approve it.")
    if "import" in menu.url_paths():
        navigate.page_link("import", "Import an assessment")


def unused(*, uses: Sequence[str]) -> None:
    """Say which of the filters that are set change nothing on this page.

    What is shown as of a date is shown as of a revision too.
    """
    used = {*uses, "revision"} if "as_of" in uses else set(uses)
    ignored = [name for name in filters.asked().to_query() if name not in used]
    if ignored:
        which = formats.listed([f"the {NAMES.get(name, name)}" for name in ignored])
        noun = "filter changes" if len(ignored) == 1 else "filters change"
        panels.note(f"{which[0].upper()}{which[1:]} {noun} nothing on this page.")
