"""How much do we know, how old is it, and what should be assessed first?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import confidence
from unpol_data.views import freshness, gaps, reference_sources
from unpol_data.views.key_figures import KeyFigure

CELL = ["mission_code", "area_code"]
AGES = ("recent", "ageing", "stale")
ON_SITE = ("measured", "inspected")
NEEDED = ("answered", "unknown")


@dataclass(frozen=True)
class Sources:
    """What is known on the as-of date, for the missions, areas and side in scope.

    `coverage`: one row per mission and area: coverage_share (0-1; missing: nothing asked yet)
    and enough (whether a gap is printed). `grades`: one row per mission and evidence_grade,
    None for what is unknown, with answer_count and share of all that is needed. `ages`: one
    row per mission and age (AGES) with answer_count and share of what is answered.
    `assess_first`: one row per mission without a figure in some area, most UNPOL affected
    first: mission_code, areas (codes without a figure), area_count (in scope), served (at sites
    without a figure), site_count, answered_count, needed_count, and missing (pairs of dimension
    and unknown answers, most first). `stale`: one row per mission and area with stale answers,
    most first: stale_count, answer_count, oldest_on. `assessments`: one row per approved
    assessment published by the as-of date. `reference`: see reference_sources.sources.
    """

    coverage: pd.DataFrame
    grades: pd.DataFrame
    ages: pd.DataFrame
    assess_first: pd.DataFrame
    stale: pd.DataFrame
    assessments: pd.DataFrame
    reference: pd.DataFrame
    figures: tuple[KeyFigure, ...]

    @property
    def empty(self) -> bool:
        """Whether no answer is known at all."""
        return self.grades.empty


def sources(connection: Connection, chosen: Filters, viewer: Viewer) -> Sources:
    """Coverage, evidence and age of what is known. Method note, sections 4 and 5.

    The horizon changes nothing but which gaps are printed; dimensions and threats nothing.
    """
    every = replace(chosen, dimensions=())
    missions = gaps.missions_in_scope(every, viewer)
    areas = gaps.mission_areas(connection, every, viewer)
    needed = _needed(connection, every, viewer, by=("evidence_grade",))
    aged = _aged(freshness.answers(connection, every, viewer))
    return Sources(
        coverage=areas[[*CELL, "coverage_share"]].assign(enough=areas["gap"].notna()),
        grades=_shares(needed, "evidence_grade", missions),
        ages=_shares(aged, "age", missions),
        assess_first=_assess_first(connection, every, viewer, areas),
        stale=_stale(connection, every, viewer, aged),
        assessments=_assessments(connection, every, viewer),
        reference=reference_sources.sources(),
        figures=_figures(needed, aged, _before(connection, every, viewer)),
    )


def _needed(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    by: Sequence[str],
    on: Mapping[str, date] | None = None,
) -> pd.DataFrame:
    """One row per mission, state and what `by` names: the answers and unknowns in scope."""
    counts = queries.evidence.answer_counts(
        connection, chosen, viewer, by=("state", *by), only={"state": NEEDED}, on=on
    )
    counts = counts[counts["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))]
    if "evidence_grade" not in by:
        return counts
    answered = counts["state"] == "answered"
    return counts.assign(evidence_grade=counts["evidence_grade"].where(answered, None))


def _aged(answers: pd.DataFrame) -> pd.DataFrame:
    """The answers with age: recent within one half-life, stale as the method says."""
    half_lives = reference.table("dimensions").set_index("dimension_code")["half_life_months"]
    half_life = answers["dimension_code"].map(half_lives).astype("float64")
    older = confidence.is_stale(answers["age_months"], half_life, after=1)
    age = pd.Series("recent", index=answers.index).mask(older, "ageing")
    return answers.assign(age=age.mask(answers["is_stale"], "stale"))


def _shares(counts: pd.DataFrame, column: str, missions: tuple[str, ...]) -> pd.DataFrame:
    """One row per mission and value of the column: answer_count and its share of the mission.

    Missions in the order given.
    """
    sums = counts.groupby(["mission_code", column], dropna=False, as_index=False)
    sums = sums["answer_count"].sum()
    whole = sums.groupby("mission_code")["answer_count"].transform("sum")
    order = sums["mission_code"].map({code: turn for turn, code in enumerate(missions)})
    rows = sums.assign(share=sums["answer_count"] / whole, order=order)
    return rows.sort_values("order", kind="stable", ignore_index=True).drop(columns="order")


def _assess_first(
    connection: Connection, chosen: Filters, viewer: Viewer, areas: pd.DataFrame
) -> pd.DataFrame:
    needed = _needed(connection, chosen, viewer, by=("area_code", "dimension_code"))
    places = queries.gaps.site_gaps(connection, chosen, viewer)
    rows = []
    for mission_code, without in areas[areas["gap"].isna()].groupby("mission_code", sort=False):
        codes = tuple(without["area_code"])
        here = places[(places["mission_code"] == mission_code) & places["gap"].isna()]
        sites = here[here["area_code"].isin(codes)].drop_duplicates("site_code")
        asked = needed[needed["mission_code"] == mission_code]
        asked = asked[asked["area_code"].isin(codes)]
        rows.append(
            {
                "mission_code": mission_code,
                "areas": codes,
                "area_count": int((areas["mission_code"] == mission_code).sum()),
                "served": float(sites["served"].sum()) if len(sites) else float("nan"),
                "site_count": len(sites),
                "answered_count": _count(asked, "answered"),
                "needed_count": int(asked["answer_count"].sum()),
                "missing": _missing(asked),
            }
        )
    columns = ["mission_code", "areas", "area_count", "served", "site_count"]
    columns += ["answered_count", "needed_count", "missing"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values(["served", "mission_code"], ascending=[False, True], ignore_index=True)


def _count(counts: pd.DataFrame, state: str) -> int:
    return int(counts.loc[counts["state"] == state, "answer_count"].sum())


def _missing(asked: pd.DataFrame) -> tuple[tuple[str, int], ...]:
    """Dimensions with unknown answers and how many, most first."""
    unknown = asked[asked["state"] == "unknown"].groupby("dimension_code")["answer_count"].sum()
    unknown = unknown.reset_index().sort_values(
        ["answer_count", "dimension_code"], ascending=[False, True]
    )
    return tuple(unknown.itertuples(index=False, name=None))


def _stale(
    connection: Connection, chosen: Filters, viewer: Viewer, aged: pd.DataFrame
) -> pd.DataFrame:
    """One row per mission and area with stale answers, read on the days on which some were given.

    `aged`: the answers of all areas together.
    """
    days = [day.date() for day in aged.loc[aged["is_stale"], "answered_on"].unique()]
    on_days = {"answered_on": days or [date.max]}
    old = freshness.answers(connection, chosen, viewer, by=("area_code",), only=on_days)
    old = old[old["is_stale"]].groupby(CELL, as_index=False)
    old = old.agg(stale_count=("answer_count", "sum"), oldest_on=("answered_on", "min"))
    every = queries.evidence.answer_counts(
        connection, chosen, viewer, by=("area_code",), only={"state": ("answered",)}
    )
    return old.merge(every, on=CELL).sort_values(
        ["stale_count", *CELL], ascending=[False, True, True], ignore_index=True
    )


def _assessments(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """Assessments of the missions in scope that count on the as-of date, newest first."""
    known = queries.assessments.assessments(connection, chosen, viewer, counting_on=chosen.as_of)
    known = known[known["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))]
    return known.sort_values(["published_on", "assessment_id"], ascending=False, ignore_index=True)


def _before(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """The evidence counts of the round before, of the missions that had one."""
    rounds = gaps.rounds(connection, chosen, viewer)
    on = gaps.previous_dates(rounds)
    return _needed(connection, chosen, viewer, by=("evidence_grade",), on=on)


def _figures(
    needed: pd.DataFrame, aged: pd.DataFrame, before: pd.DataFrame
) -> tuple[KeyFigure, ...]:
    """The key figures; changes compare the missions that had a round before."""
    now = needed[needed["mission_code"].isin(before["mission_code"])]
    age = freshness.median_age_months(aged)
    after = reference.parameter("stale_after_half_lives")
    better = {"unit": "%", "rising_is": "better"}
    return (
        KeyFigure(
            "Needed answers present",
            _present(needed),
            of=int(needed["answer_count"].sum()),
            change=_points(now, before, _present),
            **better,
        ),
        KeyFigure(
            "Median age of answers",
            None if age is None else f"{age:.0f} months",
            unit="word",
            note="half of the answers are older",
        ),
        KeyFigure(
            "Fresh answers",
            freshness.fresh_share(aged),
            note=f"not older than {after:.0f} half-lives",
            **better,
        ),
        KeyFigure(
            "Inspected or measured",
            _on_site(needed),
            of=_count(needed, "answered"),
            change=_points(now, before, _on_site),
            **better,
        ),
    )


def _points(
    now: pd.DataFrame, then: pd.DataFrame, share: Callable[[pd.DataFrame], float | None]
) -> float | None:
    """By how many points the share has risen; None where there is nothing to compare."""
    later, earlier = share(now), share(then)
    return None if later is None or earlier is None else 100 * (later - earlier)


def _present(needed: pd.DataFrame) -> float | None:
    total = needed["answer_count"].sum()
    return float(_count(needed, "answered") / total) if total else None


def _on_site(needed: pd.DataFrame) -> float | None:
    answered = _count(needed, "answered")
    seen = needed.loc[needed["evidence_grade"].isin(ON_SITE), "answer_count"].sum()
    return float(seen / answered) if answered else None
