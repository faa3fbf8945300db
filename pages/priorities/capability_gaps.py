"""Which capability, where?"""

import streamlit as st

from pages.ui import choice, downloads, empty, filters, gap_panels, key_figures, panels, reads
from pages.ui.sign_in import current_viewer
from unpol_data.figures import answer_words, formats, gap_words
from unpol_data.views import capability_gaps as view
from unpol_data.views import site_answers

USES = ("mission", "area", "dimension", "horizon", "side", "as_of")
OUTLINED = (
    "Double outline: the limiting dimension. Capability is a weighted geometric mean: one very "
    "weak dimension weighs heavily. Hatched: too little of what is asked was answered."
)

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.capability_gaps, chosen, viewer)


def missions() -> None:
    """Missions by area, and the same as a table."""
    panels.section("Where police lack which capability")
    panels.gap_legend()
    gap_panels.matrix(gap_words.mission_matrix(found.cells, found.overall))
    rows = gap_words.cell_table(view.largest_first(found.cells))
    with st.expander("Every gap, largest first"):
        gap_panels.table(rows, gap_words.CELL_HEADINGS)
    downloads.button("capability_gaps", rows, chosen, viewer)


def chosen_area() -> tuple[str, str]:
    """The mission and the area to look into; the largest gap in scope unless chosen."""
    left, right = st.columns(2)
    ordered = view.largest_first(found.cells)
    with left:
        mission_code = choice.one("in_mission", "Mission", gap_words.choices(ordered, "mission"))
    areas = ordered[ordered["mission_code"] == mission_code]
    with right:
        area_code = choice.one("in_area", "Capability area", gap_words.choices(areas, "area"))
    return mission_code, area_code


def one_area(mission_code: str, area_code: str) -> None:
    """One area of one mission, site by site, and the answers behind one site."""
    where = {"mission_code": mission_code, "area_code": area_code}
    inside = reads.read(view.site_gaps, chosen, viewer, **where)
    if inside.sites.empty:
        panels.not_enough_evidence("This area is not asked about at any site of the mission.")
        return
    gap_panels.matrix(gap_words.site_matrix(inside.sites, inside.dimensions, inside.mission))
    panels.note(OUTLINED)
    if inside.not_asked:
        panels.note(f"Not asked about this area: {formats.listed(list(inside.not_asked))}.")
    rows = gap_words.site_table(inside.sites, inside.dimensions)
    with st.expander("Site by site"):
        gap_panels.table(rows, gap_words.site_headings(rows))
    answers(inside.sites, area_code)


def answers(sites, area_code: str) -> None:
    """What was answered at one site, question by question."""
    panels.section("The answers behind it")
    site_code = choice.one("in_site", "Site", gap_words.site_choices(sites))
    where = {"site_code": site_code, "area_code": area_code}
    rows = answer_words.table(reads.read(site_answers.site_answers, chosen, viewer, **where))
    gap_panels.answers(rows)
    downloads.button("answers", rows, chosen, viewer)


empty.unused(uses=USES)
if found.empty:
    empty.state("assessment", uses=USES)
else:
    key_figures.tiles(found.figures)
    missions()
    panels.section("Why, site by site")
    one_area(*chosen_area())
