"""Which facts count for a mission at a date, for a given clearance?

A fact counts when its assessment is approved, was published on or before the date, and
is no more sensitive than the clearance allows; that of a superseded assessment does up to
the day from which its correction counts. Of several facts about the same thing the
one published last counts; of two published on the same day, that of the later visit, of visits
that ended together the one in person, then the one recorded last. A
correction takes the turn of what it corrects, so it never overrules a newer round.
"""

from datetime import date

import pandas as pd
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Date,
    Select,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    union,
)
from sqlalchemy.orm import aliased

from unpol_data.queries.frames import frame
from unpol_data.queries.standing import COUNTED, counting_on
from unpol_data.store.tables import (
    Answer,
    Assessment,
    Base,
    EquipmentLine,
    Measurement,
    SiteFacts,
    ThreatRating,
)

REMOTE = "remote"
# By what the facts of each table are told apart.
KEYS: dict[str, tuple[str, ...]] = {
    "site_facts": ("site_code",),
    "answers": ("site_code", "item_code", "side"),
    "equipment_lines": ("site_code", "side", "equipment_code"),
    "measurements": ("site_code", "measure", "measured_on"),
    "threat_ratings": ("threat_code",),
}


def answers(
    connection: Connection,
    mission_code: str,
    *,
    on: date,
    clearance: int,
    include: int | None = None,
    exclude: int | None = None,
) -> pd.DataFrame:
    """One row per site, item and side: the answer that counts, in whatever state it is.

    With `include`, that assessment counts as if it were approved and, unless it has a
    date of its own, published on `on`; with `exclude`, that assessment does not count.
    """
    counts = _counting(mission_code, on, clearance, include, exclude)
    return frame(connection, effective(Answer, counts, on))


def equipment_lines(
    connection: Connection,
    mission_code: str,
    *,
    on: date,
    clearance: int,
    include: int | None = None,
    exclude: int | None = None,
) -> pd.DataFrame:
    """One row per site, side and equipment: the count that counts. See `answers`."""
    counts = _counting(mission_code, on, clearance, include, exclude)
    return frame(connection, effective(EquipmentLine, counts, on))


def site_facts(
    connection: Connection,
    mission_code: str,
    *,
    on: date,
    clearance: int,
    include: int | None = None,
    exclude: int | None = None,
) -> pd.DataFrame:
    """One row per site: its facts in force, closed sites among them. See `answers`."""
    counts = _counting(mission_code, on, clearance, include, exclude)
    return frame(connection, effective(SiteFacts, counts, on))


def threat_ratings(
    connection: Connection,
    mission_code: str,
    *,
    on: date,
    clearance: int,
    include: int | None = None,
    exclude: int | None = None,
) -> pd.DataFrame:
    """One row per crime threat: the rating in force. See `answers`."""
    counts = _counting(mission_code, on, clearance, include, exclude)
    return frame(connection, effective(ThreatRating, counts, on))


def measurements(
    connection: Connection,
    mission_code: str,
    *,
    on: date,
    clearance: int,
    include: int | None = None,
    exclude: int | None = None,
) -> pd.DataFrame:
    """One row per site, measure and day, of all assessments that count. See `answers`.

    Where two assessments report the same day, the one published last is right.
    """
    counts = _counting(mission_code, on, clearance, include, exclude)
    return frame(connection, effective(Measurement, counts, on))


def publication_dates(connection: Connection, mission_code: str) -> list[date]:
    """The days on which assessments of the mission began or ceased to count, oldest first.

    Between two of these days nothing that counts changes.
    """
    ever = (Assessment.mission_code == mission_code, Assessment.state.in_(COUNTED))
    statement = select(Assessment.published_on).where(*ever)
    ends = select(Assessment.superseded_on).where(*ever, Assessment.superseded_on.is_not(None))
    return sorted(connection.scalars(union(statement, ends)))


def effective(table: type[Base], counts: ColumnElement[bool], on: date) -> Select:
    """The rows of a fact table that count: for each of KEYS the one published last.

    `counts` says which assessments count at all. The columns are those of the table.
    """
    key = KEYS[table.__tablename__]
    turn = turns()
    published = func.coalesce(turn.c.published_on, literal(on, Date))
    newest_first = func.row_number().over(
        partition_by=[getattr(table, name) for name in key],
        order_by=[published.desc(), *newest(turn)],
    )
    ranked = (
        select(table.__table__, newest_first.label("newest_first"))
        .join(Assessment, Assessment.assessment_id == table.assessment_id)
        .join(turn, turn.c.assessment_id == table.assessment_id)
        .where(counts)
        .subquery()
    )
    columns = [ranked.c[column.name] for column in table.__table__.columns]
    return (
        select(*columns)
        .where(ranked.c.newest_first == 1)
        .order_by(*(ranked.c[name] for name in key))
    )


def turns() -> CTE:
    """One row per assessment with the first one of its line and when that was published.

    An assessment that corrects none is the first of its own line.
    """
    first = select(
        Assessment.assessment_id,
        Assessment.assessment_id.label("first_id"),
        Assessment.published_on,
        Assessment.assessed_to,
        case((Assessment.modality == REMOTE, 0), else_=1).label("weight"),
    ).where(Assessment.replaces.is_(None))
    line = first.cte("turns", recursive=True)
    correction = aliased(Assessment)
    return line.union_all(
        select(
            correction.assessment_id,
            line.c.first_id,
            line.c.published_on,
            line.c.assessed_to,
            line.c.weight,
        ).join(line, correction.replaces == line.c.assessment_id)
    )


def newest(turn: CTE) -> tuple[ColumnElement, ...]:
    """Of those published on one day: visited last, in person, recorded last, corrected last."""
    told = (turn.c.assessed_to, turn.c.weight, turn.c.first_id, turn.c.assessment_id)
    return tuple(column.desc() for column in told)


def approved_by(on: date, clearance: int, revision: int | None = None) -> ColumnElement[bool]:
    """Whether an assessment counts at a date for a clearance, now or as said at the revision."""
    return and_(counting_on(on, revision), Assessment.sensitivity <= clearance)


def _counting(
    mission_code: str, on: date, clearance: int, include: int | None, exclude: int | None
) -> ColumnElement[bool]:
    counts = approved_by(on, clearance)
    if include is not None:
        included = and_(
            Assessment.assessment_id == include,
            Assessment.sensitivity <= clearance,
            func.coalesce(Assessment.published_on, literal(on, Date)) <= on,
        )
        counts = or_(counts, included)
    if exclude is not None:
        counts = and_(counts, not_(Assessment.assessment_id == exclude))
    return and_(counts, Assessment.mission_code == mission_code)
