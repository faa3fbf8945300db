"""On what do one mission's figures rest?"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import freshness


@dataclass(frozen=True)
class Evidence:
    """The rounds and answers behind the figures at the as-of date.

    `latest` and `previous`: a round each, with round_label, assessed_from, assessed_to,
    published_on, modality, source; None where there is none. `grades`: one row per evidence
    grade that occurs, strongest first, with grade_name, answer_count and share (0-1).
    `stale_count`: answers older than their dimension allows;
    `fresh_share` is 0-1, None without answers.
    """

    latest: dict | None
    previous: dict | None
    grades: pd.DataFrame
    answer_count: int
    stale_count: int
    fresh_share: float | None
    median_age_months: float | None


def evidence(connection: Connection, alone: Filters, viewer: Viewer) -> Evidence:
    """The evidence of the one mission the filters choose, for the chosen areas and side."""
    answers = freshness.answers(connection, alone, viewer, by=("evidence_grade",))
    rounds = _rounds(connection, alone, viewer)
    return Evidence(
        latest=rounds[-1] if rounds else None,
        previous=rounds[-2] if len(rounds) > 1 else None,
        grades=_grades(answers),
        answer_count=int(answers["answer_count"].sum()),
        stale_count=int(answers.loc[answers["is_stale"], "answer_count"].sum()),
        fresh_share=freshness.fresh_share(answers),
        median_age_months=freshness.median_age_months(answers),
    )


def _rounds(connection: Connection, alone: Filters, viewer: Viewer) -> list[dict]:
    """The mission's published rounds up to the as-of date, oldest first; one a day."""
    known = queries.assessments.rounds(
        connection, viewer, as_of=alone.as_of, revision=alone.revision
    )
    known = known[known["mission_code"].isin(alone.missions)]
    told = queries.assessments.assessments(connection, alone, viewer)
    known = known.merge(told[["assessment_id", "modality", "source"]], on="assessment_id")
    return known.drop_duplicates("published_on", keep="last").to_dict(orient="records")


def _grades(answers: pd.DataFrame) -> pd.DataFrame:
    grades = reference.table("evidence_grades").sort_values("weight", ascending=False)
    counts = answers.groupby("evidence_grade")["answer_count"].sum().astype("int64")
    grades = grades[grades["evidence_grade"].isin(counts.index)]
    grades = grades.assign(answer_count=grades["evidence_grade"].map(counts).astype("int64"))
    grades["share"] = grades["answer_count"] / grades["answer_count"].sum()
    grades = grades.rename(columns={"name": "grade_name"})
    return grades[["grade_name", "answer_count", "share"]].reset_index(drop=True)
