"""What did the count or rating say that was replaced by the one that counts now?"""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from sqlalchemy import Connection, Integer, func, select, type_coerce

from unpol_data.queries.facts import KEYS, approved_by, newest, turns
from unpol_data.queries.frames import frame
from unpol_data.store.tables import Assessment, Base, EquipmentLine, ThreatRating

LINE, THREAT = KEYS["equipment_lines"], KEYS["threat_ratings"]


def equipment_counts(
    connection: Connection, mission_code: str, *, on: date, clearance: int
) -> pd.DataFrame:
    """One row per site, side and equipment counted: held and serviceable, and the same with
    `_before` of the count before it (missing where there is none); counted_on, counted_before,
    and published_on of the count that counts.
    """
    versions = _versions(connection, EquipmentLine, (mission_code, on, clearance))
    values = ["held", "serviceable", "counted_on"]
    rows = _now_and_before(versions, LINE, [*values, "published_on"])
    return rows.rename(columns={"counted_on_before": "counted_before"})


def threat_ratings(
    connection: Connection, mission_code: str, *, on: date, clearance: int
) -> pd.DataFrame:
    """One row per crime threat rated: level_now and level_emerging, and the same with `_before`
    of the rating before it (missing where there is none); rated_on, rated_on_before, and
    published_on of the rating that counts.
    """
    versions = _versions(connection, ThreatRating, (mission_code, on, clearance))
    return _now_and_before(
        versions, THREAT, ["level_now", "level_emerging", "rated_on", "published_on"]
    )


def _versions(
    connection: Connection, table: type[Base], where: tuple[str, date, int]
) -> pd.DataFrame:
    """The two newest versions of each fact that count at a date for a clearance.

    `where` is mission, date and clearance; `version` is 1 for the newest, as in facts.effective.
    """
    mission_code, on, clearance = where
    key = KEYS[table.__tablename__]
    turn = turns()
    version = func.row_number().over(
        partition_by=[getattr(table, name) for name in key],
        order_by=[turn.c.published_on.desc(), *newest(turn)],
    )
    numbered = type_coerce(version, Integer)
    ranked = (
        select(table.__table__, Assessment.published_on, numbered.label("version"))
        .join(Assessment, Assessment.assessment_id == table.assessment_id)
        .join(turn, turn.c.assessment_id == table.assessment_id)
        .where(approved_by(on, clearance), Assessment.mission_code == mission_code)
        .subquery()
    )
    statement = select(ranked).where(ranked.c.version <= 2)
    return frame(connection, statement.order_by(*(ranked.c[name] for name in key)))


def _now_and_before(versions: pd.DataFrame, key: Sequence[str], columns: list[str]) -> pd.DataFrame:
    newest = versions.loc[versions["version"] == 1, [*key, *columns]]
    before = versions.loc[versions["version"] == 2, [*key, *columns]]
    return newest.merge(before, how="left", on=list(key), suffixes=("", "_before"))
