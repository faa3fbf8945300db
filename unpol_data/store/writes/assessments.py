"""How do assessments enter the store, as drafts with all their facts?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Connection, Engine, insert, select

from unpol_data.store.engine import writing
from unpol_data.store.errors import StoreError
from unpol_data.store.tables import HELD, Assessment, Site, Submission
from unpol_data.store.writes.acts import Act, acting_on
from unpol_data.store.writes.lifecycle import By, record_step
from unpol_data.store.writes.rows import store_rows

FACT_TABLES = {table.__tablename__: table.__table__ for table in HELD}


@dataclass(frozen=True)
class Recorded:
    """What became of a file: its assessment, its state, and whether it was there already."""

    assessment_id: int
    already_known: bool
    state: str


@dataclass(frozen=True)
class Description:
    """What an assessment says of itself; `sensitivity` is 0, 1 or 2.

    `replaces` is the assessment it corrects, which counts until the correction does.
    """

    mission_code: str
    assessed_from: date
    assessed_to: date
    source: str
    content_digest: str
    kind: str = "assessment"
    round_label: str | None = None
    modality: str | None = None
    sensitivity: int = 0
    summary: str | None = None
    illustrative: bool = False
    file_name: str | None = None
    replaces: int | None = None
    reference: str | None = None


def record_assessment(
    engine: Engine,
    description: Description,
    *,
    facts: Mapping[str, pd.DataFrame],
    account: str,
    role: str | None = None,
    recorded_at: datetime | None = None,
    submissions: pd.DataFrame | None = None,
) -> Recorded:
    """Keep an assessment as a draft, with all its facts, in one transaction.

    `facts` holds frames by table name (site_facts, answers, equipment_lines,
    measurements, threat_ratings, replaced_answers), with the columns of those tables except
    assessment_id and mission_code; `submissions` are the forms they came in with
    (submission_uuid, submission_digest, site_code, side). Where the mission already has an
    assessment of the same content that is not withdrawn, that one is returned and nothing
    changes. `role` is the one in which the account records.
    """
    with writing(engine) as connection:
        known = _same_content(connection, description)
        if known is not None:
            return Recorded(known.assessment_id, True, known.state)
        subject = f"{description.mission_code} {description.round_label or description.kind}"
        with acting_on(
            connection,
            act="record_assessment",
            subject=subject,
            account=account,
            recorded_at=recorded_at,
        ) as act:
            return _record(act, description, facts, submissions, role)


def _record(
    act: Act,
    description: Description,
    facts: Mapping[str, pd.DataFrame],
    submissions: pd.DataFrame | None,
    role: str | None,
) -> Recorded:
    unknown = set(facts) - set(FACT_TABLES)
    if unknown:
        raise StoreError(
            f"There are no facts called {', '.join(sorted(unknown))}; known are "
            f"{', '.join(FACT_TABLES)}."
        )
    assessment_id = act.connection.execute(
        insert(Assessment)
        .values(
            **vars(description),
            state="draft",
            imported_at=act.recorded_at,
            imported_by=act.account,
            recorded_revision=act.revision,
        )
        .returning(Assessment.assessment_id)
    ).scalar_one()
    add_sites(act.connection, description.mission_code, facts)
    counts = {}
    for name, frame in facts.items():
        same = {"assessment_id": assessment_id}
        if name == "threat_ratings":
            same["mission_code"] = description.mission_code
        counts[name] = store_rows(act.connection, FACT_TABLES[name], frame, **same)
    if submissions is not None:
        same = {"assessment_id": assessment_id}
        counts["submissions"] = store_rows(
            act.connection, Submission.__table__, submissions, **same
        )
    record_step(act, assessment_id, "record", By(role))
    act.after = {"assessment_id": assessment_id, "state": "draft", "rows": counts}
    return Recorded(assessment_id, False, "draft")


def _same_content(connection: Connection, description: Description):
    return connection.execute(
        select(Assessment.assessment_id, Assessment.state).where(
            Assessment.mission_code == description.mission_code,
            Assessment.content_digest == description.content_digest,
            Assessment.state != "withdrawn",
        )
    ).one_or_none()


def add_sites(connection: Connection, mission_code: str, facts: Mapping[str, pd.DataFrame]) -> None:
    """Add the sites described for the first time; refuse facts of sites nobody described."""
    kept = set(connection.scalars(select(Site.site_code).where(Site.mission_code == mission_code)))
    described = set()
    if "site_facts" in facts and not facts["site_facts"].empty:
        described = set(facts["site_facts"]["site_code"])
    named = {
        site_code
        for frame in facts.values()
        if "site_code" in frame.columns
        for site_code in frame["site_code"].unique()
    }
    unknown = sorted(named - described - kept)
    if unknown:
        raise StoreError(
            f"Nothing was stored: {', '.join(unknown[:5])} "
            f"{'is' if len(unknown) == 1 else 'are'} not described as a site of "
            f"{mission_code}; add a row on the sites sheet."
        )
    new = [{"site_code": code, "mission_code": mission_code} for code in sorted(described - kept)]
    if new:
        connection.execute(insert(Site), new)
