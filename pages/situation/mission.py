"""How is this mission, and why?"""

import streamlit as st

from pages.ui import downloads, empty, filters, key_figures, mission_parts, panels, reads, screen
from pages.ui.sign_in import current_viewer
from unpol_data.figures import dumbbell, gap_matrix, mission_words
from unpol_data.views import mission as view

USES = ("mission", "area", "dimension", "threat", "horizon", "side", "as_of")
EXPLAINED = (
    "Outlined: limiting dimension. Capability is a weighted geometric mean: one very weak "
    "dimension weighs heavily. Requirements"
)

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.mission, chosen, viewer)


def picture() -> None:
    """Gap by area and dimension."""
    panels.section("Gap by area and dimension")
    panels.gap_legend(not_applicable=found.not_applicable)
    cells = mission_words.matrix(found.matrix)
    chart = gap_matrix.gap_matrix(cells, screen.palette())
    screen.chart(chart, alt=gap_matrix.gap_matrix_alt(cells))
    panels.note(f"{EXPLAINED} {found.requirements_version}.")


def against() -> None:
    """Each area against the last round, or the second mission, and the other missions."""
    other = found.compared
    panels.section(f"Against {other or 'last round'} and peers")
    if not found.scored:
        panels.not_enough_evidence("No area has a figure to compare.")
        return
    looks = {"now": found.mission_code, "before": other} if other else {}
    chart = dumbbell.dumbbell(found.against, screen.palette(), **looks)
    screen.chart(chart, alt=dumbbell.dumbbell_alt(found.against, **looks))
    panels.note(mission_parts.against_words(found))


def details() -> None:
    """Below the fold: profile, threats, equipment and evidence."""
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        panels.section("Mission and host State: public facts")
        mission_parts.profile(found.profile)
        mission_parts.short(found.short)
    with right:
        panels.section("Crime threats rated highest")
        mission_parts.threats(found.threats)
        mission_parts.who_can_help(found, chosen, viewer)
        mission_parts.evidence(found.evidence)
        mission_parts.planned(found.mission_code, chosen, viewer)


empty.unused(uses=USES)
if found is None or found.empty:
    empty.state("assessment", uses=USES)
    if found:
        mission_parts.profile(found.profile)
else:
    mission_parts.notices(found)
    key_figures.tiles(found.figures)
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        picture()
        if found.compared:
            mission_parts.beside(found)
    with right:
        against()
        panels.section("Worst sites")
        mission_parts.worst_sites(found.worst_sites, found.officers)
    details()
    with st.expander("Every gap of the picture, in a table"):
        cells = mission_parts.gaps(found)
    downloads.button("mission", cells, chosen, viewer)
