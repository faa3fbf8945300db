"""What does the method look like with figures of this store?"""

import streamlit as st

from pages.ui import gap_panels, panels, screen, words
from unpol_data import reference
from unpol_data.figures import formats, method_words
from unpol_data.filters import Filters
from unpol_data.views.method import Worked


def draw(found: Worked, chosen: Filters) -> None:
    """One priority in five steps: answers, dimensions, site to mission, importance, priority."""
    row = found.priority
    area = reference.name("area", row["area_code"])
    st.markdown(
        f"The highest priority among what the filters show is **{row['mission_code']} · "
        f"{words.plain(area)}**, with {formats.number(row['priority'])} of 100. "
        "Every figure below stands in the store; gaps run from 0 to 100, all else from 0 to 1."
    )
    _answers(found, chosen)
    left, right = st.columns(2, gap="large")
    with left:
        _dimensions(found)
        _mission(found, chosen)
    with right:
        _threats(found, chosen)
        _priority(found)


def _answers(found: Worked, chosen: Filters) -> None:
    dimension = reference.name("dimension", found.answers_dimension).lower()
    panels.section(f"1. The answers about {dimension} at one site: {found.site_name}")
    rows = method_words.answers(found.answers, horizon=chosen.horizon)
    if screen.is_phone():
        gap_panels.stack(rows, method_words.ANSWERS)
    else:
        panels.table(rows, method_words.ANSWERS)
    panels.note(
        f"The level of the dimension is {found.answers['term'].sum():.3f} / "
        f"{found.answers['weight'].sum():.2f} = {found.answers_level:.3f}, so its gap is "
        f"{method_words.points(1 - found.answers_level)}. Method note, sections 1 and 2."
    )


def _dimensions(found: Worked) -> None:
    panels.section(f"2. Five dimensions at one site: {found.site_name}")
    rows = method_words.dimensions(found.dimensions, found.product)
    panels.table(rows, method_words.DIMENSIONS)
    limiting = ""
    if found.limiting_dimension is not None:
        name = reference.name("dimension", found.limiting_dimension)
        limiting = f" The limiting dimension is {name.lower()}."
    panels.note(
        f"The level of the capability is ({found.product:.3f} − {found.floor:g}) / "
        f"(1 − {found.floor:g}) = {found.site_level:.3f}, so the gap at {found.site_name} is "
        f"{method_words.points(found.site_gap)}.{limiting} Method note, section 3."
    )


def _mission(found: Worked, chosen: Filters) -> None:
    row, known = found.priority, found.sites[found.sites["gap"].notna()]
    panels.section(f"3. From sites to {row['mission_code']}")
    panels.table(method_words.sites(found.sites), method_words.SITES)
    who = "UNPOL served" if chosen.side == "unpol" else "host-State officers served"
    panels.note(
        f"Weighted by {who}, {formats.count(len(known), 'site gives', 'sites give')} the "
        f"mission a gap of {method_words.points(row['gap'])}. Exposure, the share serving "
        f"where the gap is above {method_words.points(found.large_gap)}, is "
        f"{row['exposure_share']:.2f}. Method note, sections 3 and 9."
    )


def _threats(found: Worked, chosen: Filters) -> None:
    row = found.priority
    panels.section("4. Threat pressure and mandate")
    panels.table(method_words.threats(found.threats), method_words.THREATS)
    panels.note(
        f"Threat pressure = {found.pressing:.2f} / {found.counted:.2f} = "
        f"{row['pressure']:.2f}. Mandate relevance is {row['mandate_relevance']:.2f}: "
        f"{found.mandate_reason} Source: {found.mandate_source}. Method note, section 8."
    )
    if chosen.threats:
        panels.note(
            "Of chosen crime threats each counts in full below the line, however little the area "
            "matters against it: otherwise how much it matters would cancel out."
        )


def _priority(found: Worked) -> None:
    row = found.priority
    panels.section("5. Priority = 100 × gap × importance")
    panels.table(method_words.parts(row, found.weights), method_words.PARTS)
    panels.note(
        f"100 × {row['gap']:.3f} × {row['importance']:.3f} = {row['priority']:.1f}, printed as "
        f"{formats.number(row['priority'])}. Method note, section 9."
    )
