"""Why is a gap as large as it is: site by site, down to the answers?"""

import pandas as pd
import streamlit as st

from pages.ui import choice, downloads, gap_panels, help_parts, panels, reads
from unpol_data.access import Viewer
from unpol_data.figures import answer_words, earlier_words, formats, gap_words
from unpol_data.filters import Filters
from unpol_data.views import capability_gaps as view
from unpol_data.views import site_answers

OUTLINED = (
    "Double outline: the limiting dimension. Capability is a weighted geometric mean: one very "
    "weak dimension weighs heavily. Hatched: too little of what is asked was answered."
)


def draw(cells: pd.DataFrame, chosen: Filters, viewer: Viewer) -> None:
    """One area of one mission, site by site, and the answers behind one site.

    `cells`: those of views.capability_gaps; the largest gap among them unless another is chosen.
    """
    panels.section("Why, site by site")
    mission_code, area_code = _chosen_area(cells)
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
    help_parts.draw(mission_code, (area_code,), chosen, viewer)
    _answers(inside.sites, where, chosen, viewer)


def _chosen_area(cells: pd.DataFrame) -> tuple[str, str]:
    left, right = st.columns(2)
    ordered = view.largest_first(cells)
    with left:
        mission_code = choice.one("in_mission", "Mission", gap_words.choices(ordered, "mission"))
    areas = ordered[ordered["mission_code"] == mission_code]
    with right:
        area_code = choice.one("in_area", "Capability area", gap_words.choices(areas, "area"))
    return mission_code, area_code


def _answers(sites: pd.DataFrame, within: dict[str, str], chosen: Filters, viewer: Viewer) -> None:
    """What was answered at one site, question by question."""
    panels.section("The answers behind it")
    site_code = choice.one("in_site", "Site", gap_words.site_choices(sites))
    where = {"site_code": site_code, "area_code": within["area_code"]}
    rows = answer_words.table(reads.read(site_answers.site_answers, chosen, viewer, **where))
    gap_panels.answers(rows)
    downloads.button("answers", rows.assign(**(within | where)), chosen, viewer)
    earlier = reads.read(site_answers.earlier_answers, chosen, viewer, **where)
    if len(earlier):
        with st.expander(f"What was answered before ({len(earlier):,})"):
            panels.table(earlier_words.table(earlier), earlier_words.HEADINGS)
