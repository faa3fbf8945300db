"""What does the store say today of each kind of risk of the assessments?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import connectivity, gaps
from unpol_data.views import plan as plan_view

NOT_IN_PERSON = ("hybrid", "remote")
THIN = ("remote", "self_report")
RUNNING = ("planned", "under_way")
GATE = "hrddp"


@dataclass(frozen=True)
class Reading:
    """What the store says of one kind of risk: `measure`, and the values its sentence names.

    `measure` is a share of 0-1 or a count, high is bad; None where it is not measured or
    nothing is known. `is_over`: it is above the limit of the reference table. `page` shows more.
    """

    risk_kind: str
    name: str
    measure: float | None
    is_over: bool
    answer: str
    page: str
    values: dict[str, Any] = field(default_factory=dict)


def readings(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
) -> tuple[Reading, ...]:
    """A reading of each kind in the order of the reference table, of the missions chosen."""
    plan = plan_view.plan(connection, chosen, viewer, today=today, as_of=recorded_by)
    said = {
        "travel": _travel(plan),
        "data_sensitivity": _sensitivity(connection, chosen, viewer),
        "connectivity": _connectivity(connection, chosen, viewer),
        "host_consent": _consent(connection, chosen, viewer, recorded_by),
        "budget": _budget(plan),
        "thin_evidence": _evidence(connection, chosen, viewer, plan),
    }
    found = []
    for kind in reference.table("risk_kinds").itertuples(index=False):
        measure, values = said.get(kind.risk_kind, (None, {}))
        is_over = measure is not None and measure > kind.look_above
        found.append(
            Reading(kind.risk_kind, kind.name, measure, is_over, kind.answer, kind.page, values)
        )
    return tuple(found)


def _share(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None


def _travel(plan: plan_view.Plan) -> tuple[float | None, dict]:
    """The share of the visits not made in person, and the answers so far by how obtained."""
    visits = plan.visits[plan.visits["state"] != "cancelled"]
    away = int(visits["modality"].isin(NOT_IN_PERSON).sum())
    answers = plan.coverage[["in_person", "hybrid", "remote"]].sum()
    values = {
        "away": away,
        "visits": len(visits),
        "remote_answers": int(answers["remote"]),
        "answers": int(answers.sum()),
    }
    return _share(away, len(visits)), values


def _sensitivity(
    connection: Connection, chosen: Filters, viewer: Viewer
) -> tuple[float | None, dict]:
    """How many of the assessments that count may be seen by everybody."""
    approved = queries.assessments.assessments(connection, chosen, viewer, counting_on=chosen.as_of)
    unclassified = int((approved["sensitivity"] == 0).sum())
    values = {"unclassified": unclassified, "assessments": len(approved)}
    return (float(unclassified) if len(approved) else None), values


def _connectivity(
    connection: Connection, chosen: Filters, viewer: Viewer
) -> tuple[float | None, dict]:
    """The share of the sites with a known link that fall short of what they need."""
    sites = connectivity.connectivity(connection, chosen, viewer).sites
    known = sites[sites["connectivity_class"] != connectivity.NOT_KNOWN]
    below = known["connectivity_class"].isin(connectivity.BELOW)
    values = {"below": int(below.sum()), "known": len(known), "unknown": len(sites) - len(known)}
    return _share(below.sum(), len(known)), values


def _consent(
    connection: Connection, chosen: Filters, viewer: Viewer, recorded_by: date | None
) -> tuple[float | None, dict]:
    """How much support to host-State police is on its way without due diligence cleared."""
    gates = reference.table("portfolio_gates").set_index("gate_code")
    passes = gates.at[GATE, "passes"].split()
    services, options = (
        queries.records.records(connection, kind, chosen, viewer, as_of=recorded_by)
        for kind in ("advisory_services", "options")
    )
    services = services[services["state"].isin(RUNNING)]
    options = options[(options["side"] == "host_state") & (options["state"] != "retired")]
    open_services = int((~services["hrddp_status"].isin(passes)).sum())
    open_options = int((~options["hrddp_status"].isin(passes)).sum())
    values = {
        "open_services": open_services,
        "services": len(services),
        "open_options": open_options,
        "options": len(options),
    }
    both = len(services) + len(options)
    return (float(open_services + open_options) if both else None), values


def _budget(plan: plan_view.Plan) -> tuple[float | None, dict]:
    """The share of the approved budget that is committed or still to be spent.

    Not known to a reader who does not see all of the plan.
    """
    if plan.lines.empty or not plan.is_whole:
        return None, {}
    totals = plan.totals
    return _share(totals["expected_usd"], totals["approved_usd"]), totals


def _evidence(
    connection: Connection, chosen: Filters, viewer: Viewer, plan: plan_view.Plan
) -> tuple[float | None, dict]:
    """The share of the newest answers that rest on what somebody said from afar."""
    counts = plan.evidence.groupby("evidence_grade")["answer_count"].sum()
    thin = int(pd.Series(counts).reindex(THIN).fillna(0).sum())
    areas = gaps.mission_areas(connection, chosen, viewer)
    values = {
        "thin": thin,
        "answers": int(counts.sum()),
        "without_figure": int(areas["gap"].isna().sum()),
        "areas": len(areas),
    }
    return _share(thin, counts.sum()), values
