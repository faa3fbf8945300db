"""What was answered at one site, and where does each answer come from?"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.assessments import seen
from unpol_data.queries.facts import KEYS, approved_by, effective, newest, turns
from unpol_data.queries.frames import frame
from unpol_data.queries.standing import counted, counting_on
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import Answer, Assessment, ReplacedAnswer

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


def item_answers(
    connection: Connection, item_codes: Sequence[str], *, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per site and item of these: the answer that counts on the as-of date, of one side.

    Columns mission_code, site_code, item_code, state, value, needed. A site at which nobody
    recorded an answer, not even that it is unknown, has no row.
    """
    if chosen.as_of is None:
        raise ValueError("The filters have no as-of date; resolve it with default_as_of first.")
    counts = and_(
        approved_by(chosen.as_of, viewer.clearance, chosen.revision),
        seen_missions(Assessment.mission_code, chosen.missions, viewer),
        Answer.side == chosen.side,
        Answer.item_code.in_(item_codes),
    )
    given = effective(Answer, counts, chosen.as_of).subquery()
    told = [given.c[name] for name in ("site_code", "item_code", "state", "value", "needed")]
    statement = (
        select(Assessment.mission_code, *told)
        .join(Assessment, Assessment.assessment_id == given.c.assessment_id)
        .order_by(given.c.site_code, given.c.item_code)
    )
    return frame(connection, statement)


def earlier_answers(
    connection: Connection, site_code: str, area_code: str, *, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per answer that counted before the as-of date and was replaced since, newest first.

    The columns of site_answers, and who approved it and when. Nothing is lost when a later visit,
    of the same assessment or another, or a correction says something else.
    """
    versions = _versions(site_code, area_code, chosen, viewer).subquery()
    statement = (
        select(*_with_modality(versions), *ORIGIN, Assessment.approved_by)
        .join(Assessment, Assessment.assessment_id == versions.c.assessment_id)
        .where(or_(versions.c.version > 1, versions.c.ended == 1, versions.c.turn > 0))
        .order_by(versions.c.item_code, versions.c.version)
    )
    return frame(connection, statement)


def _versions(site_code: str, area_code: str, chosen: Filters, viewer: Viewer) -> Select:
    """Every answer there ever was up to the as-of date, the one that counts as version 1.

    `turn` is 0 of those that counted, else that of the replaced answers, which come right after
    the one that took their place; `ended` is 1 where the assessment counts no more.
    """
    turn = turns()
    still = case((counting_on(chosen.as_of, chosen.revision), 0), else_=1)
    said = _said(site_code, area_code, chosen.side).subquery()
    order = [still, turn.c.published_on.desc(), *newest(turn), said.c.turn]
    version = func.row_number().over(
        partition_by=[said.c[name] for name in KEYS["answers"]], order_by=order
    )
    ever = and_(counted(chosen.revision), Assessment.published_on <= chosen.as_of, seen(viewer))
    # A correction holds the replaced answers of what it corrects once more.
    once = or_(said.c.turn == 0, still == 0)
    return (
        select(said, version.label("version"), still.label("ended"))
        .join(Assessment, Assessment.assessment_id == said.c.assessment_id)
        .join(turn, turn.c.assessment_id == said.c.assessment_id)
        .where(ever, once)
    )


def _said(site_code: str, area_code: str, side: str) -> CompoundSelect:
    """The answers of one side at the site about the area, and those that were replaced."""
    columns = [column.name for column in Answer.__table__.columns]
    return union_all(
        *(
            select(*(getattr(table, name) for name in columns), turn.label("turn")).where(
                table.site_code == site_code,
                table.side == side,
                table.item_code.in_(_items_of(area_code)),
            )
            for table, turn in ((Answer, literal(0)), (ReplacedAnswer, ReplacedAnswer.turn))
        )
    )


def _with_modality(answers: Subquery) -> list[ColumnElement]:
    """The columns of an answer; how it was obtained is as its assessment says, if not told."""
    own = [answers.c[column.name] for column in Answer.__table__.columns]
    told = func.coalesce(answers.c["modality"], Assessment.modality).label("modality")
    return [told if column.name == "modality" else column for column in own]


def _items_of(area_code: str) -> Sequence[str]:
    framework = reference.table("framework")
    return list(framework.loc[framework["area_code"] == area_code, "item_code"])
