"""Which assessments are there, in what state, and what do they hold?"""

from datetime import date

import pandas as pd
from sqlalchemy import ColumnElement, Connection, func, select

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import standing
from unpol_data.queries.frames import frame
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import FACTS, Assessment, AssessmentStep, Base

# States in which a reviewer has not decided yet.
WAITING = ("draft", "submitted", "reviewed")
SHOWN = [column for column in Assessment.__table__.columns if column.name != "content_digest"]
BRINGING = ("record", "change", "submit")
STEP = ("step", "account", "role", "reason", "recorded_at")


def assessments(
    connection: Connection, chosen: Filters, viewer: Viewer, *, counting_on: date | None = None
) -> pd.DataFrame:
    """One row per assessment of the chosen missions, in any state, newest import first.

    The as-of date does not matter here: drafts and later rounds are shown too. With
    `counting_on`, only those whose facts count on that day, as said at the chosen revision.
    """
    on, revision = counting_on, chosen.revision
    counting = () if on is None else (standing.counting_on(on, revision),)
    statement = (
        select(*SHOWN)
        .where(
            seen(viewer),
            seen_missions(Assessment.mission_code, chosen.missions, viewer),
            *counting,
        )
        .order_by(Assessment.imported_at.desc(), Assessment.assessment_id.desc())
    )
    return frame(connection, statement)


def assessment(connection: Connection, assessment_id: int, viewer: Viewer) -> pd.DataFrame:
    """One row for the assessment, with how many rows of each kind of fact it holds.

    The counts are named after the tables: site_facts, answers, equipment_lines,
    measurements, threat_ratings. No row where there is none or the viewer may not see it.
    """
    statement = select(*SHOWN, *(_count(table) for table in FACTS)).where(
        seen(viewer), Assessment.assessment_id == assessment_id
    )
    return frame(connection, statement)


def rounds(
    connection: Connection, viewer: Viewer, as_of: date, *, revision: int | None = None
) -> pd.DataFrame:
    """One row per mission and published round up to the as-of date, oldest first.

    A round is an assessment of the whole mission, not a single table. A correction is no round
    of its own: it stays with the round it corrects, and with the day on which that was
    published, so that "since the last round" never compares a round with itself. As the store
    says now, or as it said at the revision.
    """
    statement = (
        select(
            Assessment.mission_code,
            Assessment.assessment_id,
            Assessment.round_label,
            Assessment.assessed_from,
            Assessment.assessed_to,
            Assessment.published_on,
        )
        .where(
            seen(viewer),
            Assessment.kind == "assessment",
            standing.counted(revision),
            Assessment.published_on <= as_of,
            ~standing.corrects_what_counted(revision),
        )
        .order_by(Assessment.mission_code, Assessment.published_on, Assessment.assessment_id)
    )
    return frame(connection, statement)


def brought_by(connection: Connection, assessment_id: int) -> set[str]:
    """The accounts that imported, entered, changed or submitted the assessment."""
    columns = (Assessment.imported_by, Assessment.submitted_by)
    named = select(*columns).where(Assessment.assessment_id == assessment_id)
    taken = select(AssessmentStep.account).where(
        AssessmentStep.assessment_id == assessment_id, AssessmentStep.step.in_(BRINGING)
    )
    accounts = {name for row in connection.execute(named) for name in row if name is not None}
    return accounts | set(connection.scalars(taken))


def steps(connection: Connection, viewer: Viewer, *, assessment_id: int) -> pd.DataFrame:
    """One row per step of the assessment, oldest first: step, account, role, reason, when."""
    statement = (
        select(*(getattr(AssessmentStep, name) for name in STEP))
        .join(Assessment, Assessment.assessment_id == AssessmentStep.assessment_id)
        .where(seen(viewer), AssessmentStep.assessment_id == assessment_id)
        .order_by(AssessmentStep.step_id)
    )
    return frame(connection, statement)


def corrections(connection: Connection, viewer: Viewer) -> pd.DataFrame:
    """One row per assessment that corrects another: assessment_id, replaces and state."""
    columns = (Assessment.assessment_id, Assessment.replaces, Assessment.state)
    statement = select(*columns).where(seen(viewer), Assessment.replaces.is_not(None))
    return frame(connection, statement.order_by(Assessment.assessment_id))


def seen(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see an assessment: its mission, and how sensitive it is."""
    return seen_missions(Assessment.mission_code, (), viewer) & (
        Assessment.sensitivity <= viewer.clearance
    )


def _count(table: type[Base]) -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(table)
        .where(table.assessment_id == Assessment.assessment_id)
        .correlate(Assessment)
        .scalar_subquery()
        .label(table.__tablename__)
    )
