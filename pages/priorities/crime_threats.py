"""Which gaps matter against this crime?"""

import streamlit as st

from pages.ui import choice, downloads, empty, filters, gap_panels, key_figures, panels, reads
from pages.ui.sign_in import current_viewer
from unpol_data.figures import threat_words
from unpol_data.views import crime_threats as view

USES = ("mission", "area", "threat", "horizon", "side", "as_of")
ROW_HEIGHT = 27
EXPLAINED = (
    "A cell is the mean of the missions' gaps in that area, weighted by how severe each mission "
    "rated this crime, and by nothing else. Double outline: the area is decisive against this "
    "crime. n/a: it has no bearing. Missions that did not rate a crime are left out, never 0."
)
MARKS = "Filled: today. Triangle: in two to three years. Ring: last round. At right: change since."

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.crime_threats, chosen, viewer)


def against_crime() -> None:
    """Crime threats by area."""
    panels.section("Where capability is lacking against which crime")
    panels.gap_legend(not_applicable=True)
    cells = threat_words.matrix(found.matrix, as_of=chosen.as_of)
    gap_panels.matrix(cells, row_height=ROW_HEIGHT)
    panels.note(EXPLAINED)
    if found.not_rated:
        panels.note(threat_words.not_rated(found.not_rated))
    with st.expander("Every gap of the picture, in a table"):
        rows = threat_words.matrix_table(found.matrix)
        gap_panels.table(rows, threat_words.MATRIX_HEADINGS)
        downloads.button("crime_threat_gaps", found.matrix, chosen, viewer)


def answers_to_it(one: view.OneThreat) -> None:
    """The gaps of the areas that bear on one crime, in the missions under its pressure."""
    panels.section("What would close it: gaps by mission, most relevant area first")
    if one.cells.empty:
        panels.nothing_found("No mission in scope is under pressure of this crime.")
        return
    gap_panels.matrix(threat_words.area_matrix(one.cells))


def one_crime() -> None:
    """One crime: who is under its pressure, and which capabilities would answer it."""
    names = threat_words.names(found.threats)
    threat_code = choice.one("in_threat", "Crime threat", names)
    one = reads.read(view.one_threat, chosen, viewer, threat_code=threat_code)
    left, right = st.columns([1, 1.6], gap="medium")
    with left:
        panels.section("Missions under pressure")
        gap_panels.severities(threat_words.severities(one.missions))
        panels.note(MARKS)
    with right:
        answers_to_it(one)
    gap_panels.table(threat_words.areas(one.areas), threat_words.AREA_HEADINGS, stacked=True)


empty.unused(uses=USES)
if found.empty:
    why = threat_words.not_rated(chosen.threats) if chosen.threats else ""
    empty.state("rating of a crime threat", uses=USES, why=why)
else:
    key_figures.tiles(found.figures)
    against_crime()
    one_crime()
    rows = threat_words.ratings(found.ratings)
    with st.expander("Every rating"):
        panels.table(rows, threat_words.RATING_HEADINGS)
    downloads.button("crime_threats", found.ratings, chosen, viewer)
