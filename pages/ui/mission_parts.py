"""What are the blocks of the mission page below its picture?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import decision_parts, help_parts, key_figures, panels, words
from pages.ui.overview_parts import with_badges
from unpol_data.access import Viewer
from unpol_data.figures import formats, mission_words
from unpol_data.filters import Filters
from unpol_data.views.expertise_gaps import SEVERE
from unpol_data.views.mission import Mission
from unpol_data.views.mission_evidence import Evidence
from unpol_data.views.mission_profile import Profile


def notices(found: Mission) -> None:
    """Which mission is shown and why, where that is not plain from the filters."""
    if not found.is_chosen:
        panels.note(
            "No mission is chosen: this is the one with the largest gap. Choose one, or two to "
            "compare, under Missions."
        )
    if found.further:
        panels.note(
            f"Shown are {found.mission_code} and, to compare, {found.compared}; not shown: "
            f"{formats.listed(list(found.further))}."
        )


def beside(found: Mission) -> None:
    """The key figures of two missions side by side."""
    panels.section(f"{found.mission_code} beside {found.compared}")
    rows = [
        (own.label, _figure(own), _figure(other))
        for own, other in zip(found.figures, found.compared_figures, strict=True)
    ]
    panels.table(
        pd.DataFrame(rows, columns=["label", "own", "other"]),
        {"label": "Key figure", "own": found.mission_code, "other": found.compared},
    )


def _figure(figure) -> str:
    tile = key_figures.tile(figure)
    said = " ".join(part for part in (tile.change, tile.words) if part)
    return f"{tile.figure} ({said})" if said else tile.figure


def against_words(found: Mission) -> str:
    """How to read the chart: what is filled, hollow, a tick, and the figure at the right."""
    tick = "Tick: median of the other missions with a figure."
    if found.compared:
        return (
            f"Filled circle: {found.mission_code}. Hollow: {found.compared}. {tick} Figures at "
            f"right: {found.mission_code} less {found.compared}, in points."
        )
    latest, previous = found.evidence.latest, found.evidence.previous
    now = formats.month(latest["published_on"])
    if previous is None:
        return f"Filled circle: {now}, the first round. {tick}"
    before = formats.month(previous["published_on"])
    return f"Filled circle: {now}. Hollow: {before}. {tick} Figures at right: change in points."


def gaps(found: Mission) -> pd.DataFrame:
    """The table twin of the matrix, drawn; the cells behind it with their mission."""
    rows = mission_words.matrix_rows(found.matrix)
    panels.table(rows, {column: str(column).capitalize() for column in rows.columns})
    return found.matrix.assign(mission_code=found.mission_code)


def worst_sites(sites: pd.DataFrame, officers: str) -> None:
    """The sites with the largest gaps, and how many officers of that name serve there."""
    if sites.empty:
        panels.not_enough_evidence("No site has a figure over the chosen areas.")
        return
    rows = with_badges(mission_words.site_rows(sites))
    panels.table(rows, {**mission_words.SITE_HEADINGS, "served": officers}, badges=["gap"])


def threats(rated: pd.DataFrame) -> None:
    """The crime threats rated highest."""
    if rated.empty:
        panels.not_enough_evidence("No chosen crime threat has been rated.")
        return
    panels.table(mission_words.threat_rows(rated), mission_words.THREAT_HEADINGS)
    panels.note(f"Levels 0–{rated['top_level'].iloc[0]:.0f}. {rated['source'].iloc[0]}.")


def who_can_help(found: Mission, chosen: Filters, viewer: Viewer) -> None:
    """Who can help with its large gaps, the largest first; with its other gaps if none is large."""
    rows = found.against
    large = rows[rows["gap_class"].isin(SEVERE)]
    areas = tuple((rows if large.empty else large)["area_code"])
    help_parts.draw(found.mission_code, areas, chosen, viewer)


def short(lines: pd.DataFrame) -> None:
    """The equipment that lowers readiness most."""
    panels.section("Equipment short most")
    if lines.empty:
        panels.note("Nothing is short among the equipment that was counted.")
        return
    panels.table(mission_words.short_rows(lines), mission_words.SHORT_HEADINGS)
    panels.note("First what lowers readiness most: criticality × share of the requirement short.")


def evidence(known: Evidence) -> None:
    """The latest round, and on what grades of evidence its figures rest."""
    panels.section("The evidence")
    if known.latest is None:
        panels.not_enough_evidence("No round has been published by this date.")
        return
    line = mission_words.latest_round(
        known.latest,
        answer_count=known.answer_count,
        median_age_months=known.median_age_months,
    )
    st.markdown(words.plain(line))
    if known.stale_count:
        panels.stale(mission_words.stale(known.stale_count, known.answer_count))
    panels.table(mission_words.grade_rows(known.grades), mission_words.GRADE_HEADINGS)
    panels.note(f"Source: {known.latest['source']}.")


def planned(mission_code: str, chosen: Filters, viewer: Viewer) -> None:
    """The open decisions about the mission."""
    panels.section("What is decided and still open")
    decision_parts.planned(replace(chosen, missions=(mission_code,)), viewer)


def profile(known: Profile) -> None:
    """Public facts of the mission and of its host State, each with date and source."""
    since = f", since {known.since_year}" if known.since_year else ""
    st.markdown(
        words.plain(f"{known.name}, {known.host_name}. Headquarters: {known.hq_name}{since}.")
    )
    rows = mission_words.fact_rows(known.facts, known.context)
    rows["known"] = [
        f"{words.plain(row.value)} · :small[:gray[{words.plain(row.origin)}]]"
        for row in rows.itertuples(index=False)
    ]
    panels.table(rows, mission_words.FACT_HEADINGS, badges=["known"])
    if known.context.empty:
        panels.note("No figures of a host State on electricity and internet are kept here.")
