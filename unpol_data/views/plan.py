"""Are the assessment visits on time and within their budget?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import budget as scoring
from unpol_data.views import plan_coverage
from unpol_data.views.key_figures import KeyFigure
from unpol_data.views.plan_findings import DAY, OF_THE_WHOLE, VISIT, Finding, findings
from unpol_data.views.sample_day import sample_day

RECORDS = ("visits", "budget_lines")
# So many key figures are about visits, the others about the money and time of the whole plan.
OF_VISITS = 2
MONEY = ["budgeted_usd", "committed_usd", "spent_usd", "left_usd"]


@dataclass(frozen=True)
class Plan:
    """The newest round of visits on the day `on`, from `first_on` to `last_on`.

    `visits`: one row per visit of the chosen missions, earliest first, with its columns as
    recorded. `lines`: the budget lines of the plan, with expected_usd. `budget`: one row per
    visit that is not cancelled or has cost money, and one without a visit_code for what belongs
    to none, with MONEY. `totals`: the MONEY of all of them, approved_usd, expected_usd, lasts
    (visits that the money left pays for), each_usd, lacking_usd and support_share; `coverage`,
    `sites` and `evidence` as in plan_coverage. `findings` are what to act on. `is_whole`: the
    reader sees every visit and line; else totals are of those seen, and neither figures nor
    findings speak of the money and time of the plan.
    """

    on: date
    sample_day: bool
    first_on: date | None
    last_on: date | None
    visits: pd.DataFrame
    lines: pd.DataFrame
    budget: pd.DataFrame
    totals: dict[str, Any]
    coverage: pd.DataFrame
    sites: pd.DataFrame
    evidence: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    findings: tuple[Finding, ...]
    is_whole: bool

    @property
    def empty(self) -> bool:
        """Whether no visit is recorded."""
        return self.visits.empty


def plan(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    as_of: date | None = None,
) -> Plan:
    """The plan as recorded by the end of `as_of`, or as it is now, seen from that day or today.

    An illustrative plan is seen from its own day. The missions chosen select visits and coverage;
    money and time are those of the whole plan.
    """
    every, lines = _recorded(connection, chosen, viewer, as_of)
    sample = None if as_of else sample_day(connection, viewer, chosen.revision)
    on, visits = as_of or sample or today, newest_round(every)
    lines = _of_plan(lines, visits)
    shown = visits[visits["mission_code"].isin(chosen.missions or visits["mission_code"])]
    first, last = period(visits)
    seen = plan_coverage.coverage(connection, chosen.on(on), viewer, visits=every)
    totals = _totals(lines, visits)
    is_whole = not any(queries.records.hidden_keys(connection, kind, viewer) for kind in RECORDS)
    figures = _figures(visits, totals, seen, on=on, period=(first, last))
    told = _told(findings(visits, totals, seen.filed, on=on, last_on=last), viewer, is_whole)
    return Plan(
        on=on,
        sample_day=sample is not None,
        first_on=first,
        last_on=last,
        visits=shown.reset_index(drop=True),
        lines=lines,
        budget=_by_visit(lines, shown),
        totals=totals,
        coverage=seen.missions,
        sites=seen.by_site,
        evidence=seen.evidence,
        figures=figures if is_whole else figures[:OF_VISITS],
        findings=told,
        is_whole=is_whole,
    )


def _recorded(
    connection: Connection, chosen: Filters, viewer: Viewer, as_of: date | None
) -> tuple[pd.DataFrame, ...]:
    """Visits and budget lines of all missions the viewer sees."""
    whole = Filters(revision=chosen.revision)
    return tuple(
        queries.records.records(connection, kind, whole, viewer, as_of=as_of) for kind in RECORDS
    )


def _told(found: tuple[Finding, ...], viewer: Viewer, is_whole: bool) -> tuple[Finding, ...]:
    """The findings without those that may be wrong where something is hidden from the reader."""
    highest = reference.table("sensitivities")["level"].max()
    untold = () if viewer.clearance >= highest else ("unfiled",)
    untold = untold if is_whole else (*OF_THE_WHOLE, *untold)
    return tuple(one for one in found if one.kind not in untold)


def newest_round(visits: pd.DataFrame) -> pd.DataFrame:
    """The visits of the round planned last, the earliest first."""
    if visits.empty:
        return visits
    rounds = visits["round_label"].fillna("")
    newest = rounds.loc[visits["planned_from"].idxmax()]
    return visits[rounds == newest].sort_values(["planned_from", "visit_code"], ignore_index=True)


def period(visits: pd.DataFrame) -> tuple[date | None, date | None]:
    """First and last day of the plan: so many months from the month of the first visit."""
    if visits.empty:
        return None, None
    first = visits["planned_from"].min().replace(day=1)
    months = int(reference.parameter("plan_months"))
    return first.date(), (first + pd.DateOffset(months=months) - DAY).date()


def _of_plan(lines: pd.DataFrame, visits: pd.DataFrame) -> pd.DataFrame:
    """The lines of these visits and of none in particular, as scoring takes them."""
    of_none = lines["visit_code"].isna()
    own = lines[of_none | lines["visit_code"].isin(visits["visit_code"])]
    called_off = visits.loc[visits["state"] == "cancelled", "visit_code"]
    cancelled = own["visit_code"].isin(called_off)
    return scoring.with_expected(own.assign(cancelled=cancelled)).reset_index(drop=True)


def _by_visit(lines: pd.DataFrame, visits: pd.DataFrame) -> pd.DataFrame:
    sums = lines.assign(visit_code=lines["visit_code"].fillna(""))
    sums = sums.groupby("visit_code")[MONEY[:-1]].sum(min_count=1)
    rows = visits[VISIT].merge(sums, left_on="visit_code", right_index=True, how="left")
    # Nothing is booked where nothing is said; a budget that nobody stated is not known.
    rows[MONEY[1:3]] = rows[MONEY[1:3]].fillna(0.0)
    if "" in sums.index:
        of_none = sums.loc[[""]].reset_index()
        rows = pd.concat([rows, of_none], ignore_index=True)
    kept = (rows["state"] != "cancelled") | (rows["committed_usd"] > 0)
    rows = rows.assign(left_usd=rows["budgeted_usd"] - rows["committed_usd"])
    return rows[kept].reset_index(drop=True)


def _totals(lines: pd.DataFrame, visits: pd.DataFrame) -> dict[str, Any]:
    """The money of the whole plan, in USD without programme support."""
    approved = reference.parameter("plan_budget_usd")
    sums = lines.groupby("visit_code")[["committed_usd", "spent_usd"]].sum()
    costs = visits[["visit_code"]].assign(made=visits["state"] == "made")
    each = scoring.cost_of_one(costs.merge(sums, left_on="visit_code", right_index=True))
    expected = float(lines["expected_usd"].sum())
    return {
        "approved_usd": approved,
        "support_share": reference.parameter("programme_support_share"),
        "budgeted_usd": float(lines["budgeted_usd"].sum()),
        "committed_usd": float(lines["committed_usd"].sum()),
        "spent_usd": float(lines["spent_usd"].sum()),
        "expected_usd": expected,
        "left_usd": approved - expected,
        "each_usd": each,
        "lasts": scoring.further(approved - expected, each),
        "lacking_usd": None if each is None else scoring.lacking(approved - expected, each),
    }


def _figures(
    visits: pd.DataFrame,
    totals: dict[str, Any],
    seen: plan_coverage.Coverage,
    *,
    on: date,
    period: tuple[date | None, date | None],
) -> tuple[KeyFigure, ...]:
    states = visits["state"].value_counts()
    total = len(visits) - int(states.get("cancelled", 0))
    under_way, to_make = (int(states.get(state, 0)) for state in ("under_way", "planned"))
    share = totals["support_share"]
    amounts = (totals[name] for name in ("committed_usd", "approved_usd", "spent_usd"))
    committed, approved, spent = (scoring.with_support(usd, share) for usd in amounts)
    first, last = period
    left = None if last is None else max(0, (last - on).days)
    whole = 0 if last is None else (last - first).days + 1
    money = f"of {approved:,.0f} USD with {share:.0%} support; {spent:,.0f} spent"
    return (
        KeyFigure(
            "Visits made",
            float(states.get("made", 0)),
            note=f"of {total} planned; {under_way} under way, {to_make} to make",
        ),
        KeyFigure("Missions seen, last 12 months", seen.missions_seen, note=seen.in_words()),
        KeyFigure("Committed, with support", committed, "usd", note=money.replace("%", " %")),
        KeyFigure(
            "Days left of the plan",
            None if left is None else float(left),
            note="" if last is None else f"of {whole}; it ends on {last.day} {last:%b %Y}",
        ),
    )
