"""What was answered at one site, and where does each answer come from?"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Subquery, and_, case, func, or_, select

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.assessments import seen
from unpol_data.queries.facts import KEYS, approved_by, effective, newest, turns
from unpol_data.queries.frames import frame
from unpol_data.queries.standing import counted, counting_on
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import Answer, Assessment

ORIGIN = (
    Assessment.round_label,
    Assessment.source,
    Assessment.reference,
    Assessment.published_on,
    Assessment.illustrative,
)


def site_answers(
    connection: Connection, site_code: str, area_code: str, *, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per item of the area: the answer that counts at the as-of date, and its origin.

    Origin is the assessment, its round, source, the document an earlier finding was taken from,
    and the day of publication; modality is that of the answer, where it has none of its own
    that of the assessment. No rows where the
    site is of a mission the viewer may not see.
    """
    if chosen.as_of is None:
        raise ValueError("The filters have no as-of date; resolve it with default_as_of first.")
    counts = and_(
        approved_by(chosen.as_of, viewer.clearance, chosen.revision),
        seen_missions(Assessment.mission_code, (), viewer),
        Answer.site_code == site_code,
        Answer.side == chosen.side,
        Answer.item_code.in_(_items_of(area_code)),
    )
    counting_answers = effective(Answer, counts, chosen.as_of).subquery()
    statement = (
        select(*_with_modality(counting_answers), *ORIGIN)
        .join(Assessment, Assessment.assessment_id == counting_answers.c.assessment_id)
        .order_by(counting_answers.c.item_code)
    )
    return frame(connection, statement)


def earlier_answers(
    connection: Connection, site_code: str, area_code: str, *, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per answer that counted before the as-of date and was replaced since, newest first.

    The columns of site_answers, and who approved it and when. Nothing is lost when a later visit
    or a correction says something else.
    """
    turn = turns()
    still = case((counting_on(chosen.as_of, chosen.revision), 0), else_=1)
    version = func.row_number().over(
        partition_by=[getattr(Answer, name) for name in KEYS["answers"]],
        order_by=[still, turn.c.published_on.desc(), *newest(turn)],
    )
    ever = and_(
        counted(chosen.revision),
        Assessment.published_on <= chosen.as_of,
        seen(viewer),
        Answer.site_code == site_code,
        Answer.side == chosen.side,
        Answer.item_code.in_(_items_of(area_code)),
    )
    versions = (
        select(Answer.__table__, version.label("version"), still.label("ended"))
        .join(Assessment, Assessment.assessment_id == Answer.assessment_id)
        .join(turn, turn.c.assessment_id == Answer.assessment_id)
        .where(ever)
        .subquery()
    )
    statement = (
        select(*_with_modality(versions), *ORIGIN, Assessment.approved_by)
        .join(Assessment, Assessment.assessment_id == versions.c.assessment_id)
        .where(or_(versions.c.version > 1, versions.c.ended == 1))
        .order_by(versions.c.item_code, versions.c.version)
    )
    return frame(connection, statement)


def _with_modality(answers: Subquery) -> list[ColumnElement]:
    """The columns of an answer; how it was obtained is as its assessment says, if not told."""
    own = [answers.c[column.name] for column in Answer.__table__.columns]
    told = func.coalesce(answers.c["modality"], Assessment.modality).label("modality")
    return [told if column.name == "modality" else column for column in own]


def _items_of(area_code: str) -> Sequence[str]:
    framework = reference.table("framework")
    return list(framework.loc[framework["area_code"] == area_code, "item_code"])
