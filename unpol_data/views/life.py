"""What has an assessment been through, and what was said of it?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import contents

# Steps told by the assessment itself, for those that were taken before steps were kept.
TOLD = (
    ("record", "imported"),
    ("submit", "submitted"),
    ("review", "reviewed"),
    ("approve", "approved"),
    ("withdraw", "withdrawn"),
)
STEP = ["step", "account", "role", "reason", "recorded_at"]
PLACE = ["site_code", "item_code", "side"]


@dataclass(frozen=True)
class Life:
    """The steps of one assessment, the comments on it, and the line of versions it stands in.

    `steps`: one row per step, oldest first, with STEP. `comments`: one row per comment, oldest
    first, with the columns of the table, site and question (missing on the whole assessment)
    and is_open. `replaces` and `replaced_by`: the number of the version before and after;
    `corrects_from`: the day from which the version before counts. `brought_by`: the accounts
    that imported, entered or submitted it.
    """

    steps: pd.DataFrame
    comments: pd.DataFrame
    replaces: int | None
    replaced_by: int | None
    corrects_from: date | None
    brought_by: frozenset[str]

    @property
    def open_comments(self) -> int:
        """How many comments have still to be resolved."""
        return int(self.comments["is_open"].sum())


def life(connection: Connection, chosen: Filters, viewer: Viewer, *, assessment_id: int) -> Life:
    """The life of one assessment so far; nothing where the viewer may not see it."""
    described = queries.assessments.assessment(connection, assessment_id, viewer)
    kept = queries.assessments.steps(connection, viewer, assessment_id=assessment_id)
    corrections = queries.assessments.corrections(connection, viewer)
    corrections = corrections[corrections["state"] != "withdrawn"]
    replaces = described["replaces"].dropna()
    later = corrections.loc[corrections["replaces"] == assessment_id, "assessment_id"]
    brought = queries.assessments.brought_by(connection, assessment_id) if len(described) else set()
    return Life(
        steps=_steps(kept, described),
        comments=_comments(connection, viewer, assessment_id),
        replaces=int(replaces.iloc[0]) if len(replaces) else None,
        replaced_by=int(later.iloc[-1]) if len(later) else None,
        corrects_from=_counts_from(connection, replaces, viewer),
        brought_by=frozenset(brought),
    )


def _counts_from(connection: Connection, numbers: pd.Series, viewer: Viewer) -> date | None:
    """The day from which the assessment of this number counts; None where there is none."""
    for number in numbers:
        former = queries.assessments.assessment(connection, int(number), viewer)
        for day in former["published_on"].dropna():
            return day.date()
    return None


def _steps(kept: pd.DataFrame, described: pd.DataFrame) -> pd.DataFrame:
    known = set(kept["step"])
    told = [
        {"step": step, "account": row[f"{done}_by"], "recorded_at": row[f"{done}_at"]}
        for row in described.to_dict("records")
        for step, done in TOLD
        if step not in known and not pd.isna(row[f"{done}_at"])
    ]
    if not told:
        return kept[STEP]
    rows = [*told, *kept.to_dict("records")]
    every = pd.DataFrame(rows, columns=STEP).sort_values("recorded_at", kind="stable")
    return every.reset_index(drop=True)


def _comments(connection: Connection, viewer: Viewer, assessment_id: int) -> pd.DataFrame:
    rows = queries.comments.comments(connection, viewer, assessment_id=assessment_id)
    questions = reference.table("framework").set_index("item_code")["question"]
    sites = contents.site_names(connection, viewer)
    return rows.assign(
        site=[sites.get(code, code) for code in rows["site_code"]],
        question=rows["item_code"].map(questions),
        is_open=rows["resolved_at"].isna(),
    )
