"""What does the store hold of a mission that a file that comes in can be held against?"""

from datetime import date

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, select

from unpol_data.access import Viewer
from unpol_data.queries import facts
from unpol_data.queries.assessments import WAITING, seen
from unpol_data.queries.frames import frame
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import FACTS, Assessment


def in_force(
    connection: Connection, viewer: Viewer, *, mission_code: str, on: date
) -> dict[str, pd.DataFrame]:
    """By table, one row per fact of the mission that counts at the date for this viewer."""
    counts = and_(facts.approved_by(on, viewer.clearance), _of_mission(mission_code, viewer))
    return _newest(connection, counts, on)


def waiting(
    connection: Connection, viewer: Viewer, *, mission_code: str, on: date
) -> dict[str, pd.DataFrame]:
    """By table, one row per fact of the mission's assessments that wait for a decision.

    Of several about the same thing the one recorded last.
    """
    counts = and_(
        Assessment.state.in_(WAITING),
        Assessment.sensitivity <= viewer.clearance,
        _of_mission(mission_code, viewer),
    )
    return _newest(connection, counts, on)


def last_round(
    connection: Connection, viewer: Viewer, *, mission_code: str, kind: str, on: date
) -> dict[str, pd.DataFrame]:
    """By table, every fact of the mission's newest approved assessment of this kind.

    Nothing where there is none this viewer may see.
    """
    newest = connection.execute(
        select(Assessment.assessment_id)
        .where(
            facts.approved_by(on, viewer.clearance),
            _of_mission(mission_code, viewer),
            Assessment.kind == kind,
        )
        .order_by(Assessment.published_on.desc(), Assessment.assessment_id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return {} if newest is None else all_of(connection, viewer, assessment_id=newest)


def all_of(
    connection: Connection, viewer: Viewer, *, assessment_id: int
) -> dict[str, pd.DataFrame]:
    """By table, every fact of one assessment; nothing where this viewer may not see it."""
    return {
        table.__tablename__: frame(
            connection,
            select(table.__table__)
            .join(Assessment, Assessment.assessment_id == table.assessment_id)
            .where(table.assessment_id == assessment_id, seen(viewer)),
        )
        for table in FACTS
    }


def _newest(
    connection: Connection, counts: ColumnElement[bool], on: date
) -> dict[str, pd.DataFrame]:
    return {
        table.__tablename__: frame(connection, facts.effective(table, counts, on))
        for table in FACTS
    }


def _of_mission(mission_code: str, viewer: Viewer) -> ColumnElement[bool]:
    return and_(
        Assessment.mission_code == mission_code,
        seen_missions(Assessment.mission_code, (mission_code,), viewer),
    )
