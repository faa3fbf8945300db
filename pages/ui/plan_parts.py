"""What do the parts of the assessments plan look like: findings, timeline, money, re-planning?"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import choice, downloads, gap_panels, paged, panels, reads, screen, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import formats, plan_words, visit_words
from unpol_data.figures.visit_timeline import MODALITIES, visit_timeline, visit_timeline_alt
from unpol_data.filters import Filters
from unpol_data.views.plan import Plan
from unpol_data.views.plan_findings import OPEN
from unpol_data.views.replanning import replanned


def findings(plan: Plan) -> None:
    """What to act on, in a list; nothing where nothing is wrong."""
    if not plan.findings:
        return
    panels.section("What needs a look")
    said = [plan_words.finding(one.kind, one.values) for one in plan.findings]
    st.markdown("\n".join(f"- {sentence}" for sentence in said))


def timeline(plan: Plan, chosen: Filters, viewer: Viewer) -> None:
    """The visits of the plan as planned and as made."""
    panels.section("Visits planned and made")
    colours = screen.palette()
    said = {"first_on": plan.first_on, "last_on": plan.last_on, "on": plan.on}
    drawing = visit_timeline(plan.visits, colours, **said)
    screen.chart(drawing, alt=visit_timeline_alt(plan.visits, on=plan.on))
    panels.note(plan_words.TIMELINE)
    downloads.button("visits", plan.visits, chosen, viewer)


def visits(plan: Plan) -> None:
    """Each visit: how and why, when, by whom, and which sites it sees."""
    with st.expander("The visits one by one: how and why, when, by whom, which sites"):
        names = dict(zip(plan.sites["site_code"], plan.sites["site_name"], strict=True))
        gap_panels.wide_table(visit_words.visits(plan.visits, names), visit_words.VISITS)


def money(plan: Plan, chosen: Filters, viewer: Viewer) -> None:
    """Budget, commitments and spending of each visit, with programme support computed."""
    panels.section("Money by visit, in USD")
    panels.table(plan_words.money(plan.budget, plan.totals), plan_words.MONEY)
    panels.note(plan_words.one_more(plan.totals) if plan.is_whole else plan_words.IN_PART)
    if chosen.missions:
        panels.note(plan_words.OF_CHOSEN)
    downloads.button("visit_budget", plan.lines, chosen, viewer)


def coverage(plan: Plan) -> None:
    """When and how each mission was last assessed, and when it is next."""
    panels.section("Missions by when they were last assessed, longest ago first")
    gap_panels.wide_table(plan_words.coverage(plan.coverage), plan_words.COVERAGE)
    with st.expander("Sites by when they were last seen, longest ago first"):
        months = int(reference.parameter("seen_within_months"))
        paged.table(visit_words.sites(plan.sites, months=months), visit_words.SITES, key="sites")
    with st.expander("Answers by strength of evidence"):
        rows, headings = plan_words.grades(plan.evidence)
        panels.table(rows, headings)
        panels.note(plan_words.GRADES)


def replan(plan: Plan, chosen: Filters, viewer: Viewer) -> None:
    """What evidence it costs to make a visit in another way."""
    still = plan.visits[plan.visits["state"].isin(OPEN)]
    panels.section("What it costs in evidence to make a visit in another way")
    if still.empty:
        panels.note("No visit is planned or under way. Add one below to try it.")
        return
    left, right = st.columns(2)
    with left:
        visit_code = choice.one("visit", "Visit", _names(still))
    visit = still.set_index("visit_code").loc[visit_code]
    others = {code: name for code, name in MODALITIES.items() if code != visit["modality"]}
    others = dict(sorted(others.items(), key=lambda one: one[0] != "remote"))
    with right:
        modality = choice.one("instead", "Made instead", others)
    asked = {"visit_code": visit_code, "modality": modality, "on": plan.on}
    found = reads.read(replanned, chosen, viewer, **asked)
    if modality == "hybrid":
        seen = _still_seen(visit_code, found.visited)
        found = reads.read(replanned, chosen, viewer, in_person=seen, **asked)
    if found.areas.empty:
        panels.not_enough_evidence("This mission has no approved answers to compare with.")
        return
    st.markdown(words.plain(plan_words.cost_of_replanning(found)))
    panels.table(plan_words.confidence(found.areas), plan_words.CONFIDENCE)
    panels.note(f"On {formats.day(found.on)}. {plan_words.REPLAN_NOTE}")


def _still_seen(visit_code: str, visited: Sequence[str]) -> tuple[str, ...]:
    """The sites that a hybrid visit still sees: the first of the visit unless chosen otherwise."""
    seen = st.multiselect(
        "Sites still seen in person",
        visited,
        default=visited[:1],
        key=f"still_seen_{visit_code}",
    )
    return tuple(seen)


def _names(visits: pd.DataFrame) -> dict[str, str]:
    return {
        row.visit_code: f"{row.mission_code}, {formats.day(row.planned_from)}, "
        f"{MODALITIES[row.modality].lower()}"
        for row in visits.itertuples(index=False)
    }
