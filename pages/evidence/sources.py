"""How much do we know?"""

import streamlit as st

from pages.ui import empty, filters, key_figures, paged, panels, reads, screen, source_tables
from pages.ui.sign_in import current_viewer
from unpol_data.figures import coverage, parts, source_words
from unpol_data.views import sources as view

USES = ("mission", "area", "side", "as_of")
ASSESS_ROWS = 6
MATRIX = (
    "Share of the needed answers that are present, in per cent. Hatched: no figure. One takes two "
    "thirds of the answers in at least four of the five dimensions, at sites that serve two "
    "thirds of the police. Method note, section 4."
)
AGE = "A half-life is the time after which an answer carries half its weight; see Method."

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.sources, chosen, viewer)


def matrix() -> None:
    """Coverage of each area in each mission."""
    panels.section("Where enough is known for a figure")
    rows = source_words.coverage(found.coverage)
    chart = coverage.coverage(rows, screen.palette())
    st.altair_chart(chart, theme=None, width="stretch", alt=coverage.coverage_alt(rows))
    panels.note(MATRIX)


def assess_first() -> None:
    """Where nothing can be said, and which answers would change that."""
    panels.section("Assess first")
    if found.assess_first.empty:
        st.markdown("Every mission and area shown has enough answers for a figure.")
        return
    rows = source_words.assess_first(found.assess_first)
    headings = source_words.ASSESS_FIRST if chosen.side == "unpol" else source_words.HOST_AFFECTED
    paged.table(rows, headings, key="assess_first", size=ASSESS_ROWS)


def bars(title: str, rows, order: tuple[str, ...], unknown: str = "") -> None:
    """One bar of 100 % per mission."""
    panels.section(title)
    chart = parts.parts(rows, screen.palette(), order=order, unknown=unknown)
    said = parts.parts_alt(rows, order=order, unknown=unknown, subject=title)
    st.altair_chart(chart, theme=None, width="stretch", alt=said)


empty.unused(uses=USES)
if found.empty:
    empty.state("assessment", uses=USES)
else:
    key_figures.tiles(found.figures)
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        matrix()
    with right:
        assess_first()
    left, right = st.columns(2, gap="medium")
    with left:
        rows = source_words.by_grade(found.grades)
        bars(
            "How it is known, in % of the answers needed",
            rows,
            source_words.grades(),
            source_words.UNKNOWN,
        )
    with right:
        rows = source_words.by_age(found.ages)
        bars("How old the answers are, in %", rows, tuple(source_words.AGES.values()))
        panels.note(AGE)
    source_tables.draw(found, chosen, viewer)
