"""What is a page called whose title depends on the filters?"""

from pages.ui import reads
from pages.ui.menu import Entry
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import mission as view


def mission(chosen: Filters, viewer: Viewer) -> str:
    """The mission shown with its host, "UNMISS · South Sudan"; "Mission" where there is none."""
    found = reads.read(view.mission, chosen, viewer)
    if not found:
        return "Mission"
    return f"{found.mission_code} · {found.profile.host_short_name}"


BY_FILTERS = {"mission": mission}


def title(entry: Entry, chosen: Filters, viewer: Viewer) -> str:
    """The title of a page for these filters."""
    told = BY_FILTERS.get(entry.url_path)
    return told(chosen, viewer) if told else entry.title
