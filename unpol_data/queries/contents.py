"""What does one assessment say, row by row, whatever its state?

A row is returned only where the viewer may see the assessment it belongs to.
"""

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, func, select

from unpol_data.access import Viewer
from unpol_data.queries.assessments import seen
from unpol_data.queries.frames import frame
from unpol_data.store.tables import (
    Answer,
    Assessment,
    Base,
    EquipmentLine,
    Measurement,
    ReplacedAnswer,
    SiteFacts,
    ThreatRating,
)


def site_facts(connection: Connection, assessment_id: int, viewer: Viewer) -> pd.DataFrame:
    """One row per site the assessment describes."""
    return _rows(connection, SiteFacts, assessment_id, viewer)


def answers(
    connection: Connection, assessment_id: int, viewer: Viewer, *, side: str
) -> pd.DataFrame:
    """One row per site and item answered on this side, in any state of the answer."""
    return _rows(connection, Answer, assessment_id, viewer, Answer.side == side)


def replaced_answers(
    connection: Connection, assessment_id: int, viewer: Viewer, *, side: str
) -> pd.DataFrame:
    """One row per answer of this side that a later visit replaced, the newest of each first."""
    return _rows(connection, ReplacedAnswer, assessment_id, viewer, ReplacedAnswer.side == side)


def equipment_lines(
    connection: Connection, assessment_id: int, viewer: Viewer, *, side: str
) -> pd.DataFrame:
    """One row per site and equipment counted on this side."""
    return _rows(connection, EquipmentLine, assessment_id, viewer, EquipmentLine.side == side)


def measurements(connection: Connection, assessment_id: int, viewer: Viewer) -> pd.DataFrame:
    """One row per site, measure and day."""
    return _rows(connection, Measurement, assessment_id, viewer)


def threat_ratings(connection: Connection, assessment_id: int, viewer: Viewer) -> pd.DataFrame:
    """One row per crime threat rated."""
    return _rows(connection, ThreatRating, assessment_id, viewer)


def site_names(connection: Connection, viewer: Viewer) -> dict[str, str]:
    """The name of each site by its code, as told last in any assessment the viewer may see."""
    statement = (
        select(SiteFacts.site_code, SiteFacts.name)
        .join(Assessment, Assessment.assessment_id == SiteFacts.assessment_id)
        .where(seen(viewer))
        .order_by(SiteFacts.assessment_id)
    )
    return dict(connection.execute(statement).all())


def answer_counts(connection: Connection, viewer: Viewer) -> pd.DataFrame:
    """One row per assessment with answers: assessment_id and answer_count, of both sides."""
    statement = (
        select(Answer.assessment_id, func.count().label("answer_count"))
        .join(Assessment, Assessment.assessment_id == Answer.assessment_id)
        .where(seen(viewer))
        .group_by(Answer.assessment_id)
        .order_by(Answer.assessment_id)
    )
    return frame(connection, statement)


def _rows(
    connection: Connection,
    table: type[Base],
    assessment_id: int,
    viewer: Viewer,
    *more: ColumnElement[bool],
) -> pd.DataFrame:
    own = and_(table.assessment_id == assessment_id, seen(viewer), *more)
    statement = (
        select(table.__table__)
        .join(Assessment, Assessment.assessment_id == table.assessment_id)
        .where(own)
        .order_by(*table.__table__.primary_key.columns)
    )
    return frame(connection, statement)
