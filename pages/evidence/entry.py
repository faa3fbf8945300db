"""What did we find at this site?"""

from pages.ui import empty, entry_draft, entry_form, entry_parts, entry_place, navigate, panels
from pages.ui.sign_in import current_viewer
from unpol_data.filters import Filters

USES = ("mission",)

viewer = current_viewer()
viewer.must("read")


def enter() -> None:
    """The draft, the place, and the form."""
    draft = entry_draft.chosen(viewer)
    if draft is None:
        return
    chosen = Filters(missions=(draft.mission_code,), as_of=entry_draft.today())
    place = entry_place.place(draft, viewer, chosen)
    sheet = entry_parts.sheet(place, viewer)
    entry_form.draw(sheet, place, viewer)
    entry_parts.help_with(sheet, place)
    navigate.page_link(
        "assessments",
        "See the whole draft",
        chosen=Filters(missions=(draft.mission_code,)),
        choices={"assessment": str(place.assessment_id)},
    )


empty.unused(uses=USES)
if not viewer.may("record_assessment"):
    panels.nothing_found("Your role may read assessments, not enter answers.")
elif viewer.missions == ():
    panels.nothing_found("No mission is open to you yet; an administrator can open one.")
else:
    enter()
