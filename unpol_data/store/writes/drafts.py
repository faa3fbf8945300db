"""How is a draft changed, a few rows at a time, without anybody's work being lost?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Row, Table, and_, delete, select, update

from unpol_data.store.errors import StoreError
from unpol_data.store.tables import Assessment, AssessmentStep
from unpol_data.store.writes.acts import Act
from unpol_data.store.writes.assessments import FACT_TABLES, add_sites
from unpol_data.store.writes.lifecycle import By, record_step
from unpol_data.store.writes.rows import plain_rows, store_rows

DRAFT, CHANGED = "draft", "change"
ASSESSMENT_KEY = "assessment_id"
# What the draft gives to each of its rows.
GIVEN = (ASSESSMENT_KEY, "mission_code")
Rows = dict[tuple, dict[str, Any]]


class DraftChanged(StoreError):
    """Rows of the draft are no longer what they were when they were read.

    `held` has one row per such row that is there, as it is now; `gone` counts those that
    are not there any more.
    """

    def __init__(self, words: str, *, held: pd.DataFrame, gone: int):
        self.held, self.gone = held, gone
        super().__init__(words)


@dataclass(frozen=True)
class Change:
    """What is to become of rows of one table of facts of a draft.

    `before` and `after` hold the rows that differ, by key: those in `before` alone are
    removed, those in `after` alone are new.
    """

    table_name: str
    before: Rows
    after: Rows

    @property
    def keys(self) -> set[tuple]:
        """The keys of all rows that change."""
        return set(self.before) | set(self.after)


def difference(table_name: str, *, read: pd.DataFrame, wanted: pd.DataFrame) -> Change:
    """What has to change where `read` stood and `wanted` is to stand instead.

    Both have columns of the table; what is absent is missing.
    """
    table = _fact_table(table_name)
    before, after = _keyed(table, read), _keyed(table, wanted)
    differ = {key for key in set(before) | set(after) if before.get(key) != after.get(key)}
    return Change(
        table_name,
        before={key: row for key, row in before.items() if key in differ},
        after={key: row for key, row in after.items() if key in differ},
    )


def change_draft(act: Act, assessment_id: int, change: Change) -> int:
    """Let the changed rows stand in the draft; how many they are.

    Raises StoreError where the assessment is not a draft, and DraftChanged, with the rows
    as they are, where one of them is no longer as it was read. The digest of the whole
    content has to be kept in the same act (see `keep_content_digest`).
    """
    mission_code = draft(act.connection, assessment_id).mission_code
    table = _fact_table(change.table_name)
    current = _current(act.connection, table, assessment_id, change.keys)
    _must_be_as_read(current, change)
    rows = pd.DataFrame(list(change.after.values()), dtype="object")
    if len(rows):
        add_sites(act.connection, mission_code, {change.table_name: rows})
    for key in current:
        act.connection.execute(delete(table).where(_is(table, assessment_id, key)))
    given = {ASSESSMENT_KEY: assessment_id, "mission_code": mission_code}
    same = {name: value for name, value in given.items() if name in table.columns}
    store_rows(act.connection, table, rows, **same)
    act.before = (act.before or {}) | {change.table_name: _written(current)}
    act.after = (act.after or {}) | {change.table_name: _written(change.after)}
    return len(change.keys)


def keep_content_digest(
    act: Act, assessment_id: int, digest: str, *, role: str | None = None
) -> None:
    """Let the draft be known by its new content, and note in its history that it was changed.

    `role` is the one in which it was changed. Several changes by one account are one step.

    Raises StoreError where the mission has another assessment that says the same.
    """
    mission_code = draft(act.connection, assessment_id).mission_code
    other = act.connection.scalar(
        select(Assessment.assessment_id).where(
            Assessment.mission_code == mission_code,
            Assessment.content_digest == digest,
            Assessment.assessment_id != assessment_id,
            Assessment.state != "withdrawn",
        )
    )
    if other is not None:
        raise StoreError(
            "Nothing was stored: with this change the draft would say the same as assessment "
            f"{other}; go on with that one, or withdraw it first."
        )
    act.connection.execute(
        update(Assessment)
        .where(Assessment.assessment_id == assessment_id)
        .values(content_digest=digest)
    )
    # Who saves a form ten times has changed the draft once; the audit has each of them.
    if _last_step(act.connection, assessment_id) != (CHANGED, act.account):
        record_step(act, assessment_id, CHANGED, By(role))


def _last_step(connection: Connection, assessment_id: int) -> tuple[str, str] | None:
    """The newest step of the draft and who took it; None where there is none."""
    newest = (
        select(AssessmentStep.step, AssessmentStep.account)
        .where(AssessmentStep.assessment_id == assessment_id)
        .order_by(AssessmentStep.step_id.desc())
        .limit(1)
    )
    found = connection.execute(newest).one_or_none()
    return None if found is None else (found.step, found.account)


def draft(connection: Connection, assessment_id: int) -> Row:
    """The draft's row of assessments; raises StoreError where there is none or it is no draft."""
    statement = select(Assessment.__table__).where(Assessment.assessment_id == assessment_id)
    found = connection.execute(statement).one_or_none()
    if found is None:
        raise StoreError(f"There is no assessment {assessment_id}; choose another draft.")
    if found.state != DRAFT:
        raise StoreError(
            f"Assessment {assessment_id} is {found.state}; only a draft can be changed. Begin a "
            "new draft for a correction."
        )
    return found


def _fact_table(table_name: str) -> Table:
    if table_name not in FACT_TABLES:
        raise StoreError(
            f"There are no facts called {table_name}; known are {', '.join(FACT_TABLES)}."
        )
    return FACT_TABLES[table_name]


def _key_columns(table: Table) -> list[str]:
    return [one.name for one in table.primary_key.columns if one.name != ASSESSMENT_KEY]


def _own_columns(table: Table) -> list[str]:
    return [one.name for one in table.columns if one.name not in GIVEN]


def _keyed(table: Table, rows: pd.DataFrame) -> Rows:
    """Each row with every column of the table but those that the draft gives, by its key."""
    if rows.empty:
        return {}
    whole = plain_rows(table, rows.reindex(columns=_own_columns(table)).astype("object"))
    key = _key_columns(table)
    return {tuple(row[name] for name in key): row for row in whole}


def _current(connection: Connection, table: Table, assessment_id: int, keys: set[tuple]) -> Rows:
    """The rows of the draft that have one of these keys."""
    names = _key_columns(table)
    statement = select(*(table.columns[name] for name in _own_columns(table))).where(
        table.columns[ASSESSMENT_KEY] == assessment_id,
        table.columns[names[0]].in_(sorted({key[0] for key in keys})),
    )
    rows = [dict(row._mapping) for row in connection.execute(statement)]
    by_key = {tuple(row[name] for name in names): row for row in rows}
    return {key: row for key, row in by_key.items() if key in keys}


def _is(table: Table, assessment_id: int, values: tuple) -> ColumnElement[bool]:
    named = zip(_key_columns(table), values, strict=True)
    return and_(
        table.columns[ASSESSMENT_KEY] == assessment_id,
        *(table.columns[name] == value for name, value in named),
    )


def _must_be_as_read(current: Rows, change: Change) -> None:
    other = [
        key
        for key in sorted(change.keys)
        # What stands there already was sent twice, over a link that breaks.
        if current.get(key) not in (change.before.get(key), change.after.get(key))
    ]
    if not other:
        return
    held = [current[key] for key in other if key in current]
    count = "1 row was" if len(other) == 1 else f"{len(other)} rows were"
    raise DraftChanged(
        f"Nothing was stored: {count} changed on another screen since they were read here.",
        held=pd.DataFrame(held),
        gone=len(other) - len(held),
    )


def _written(rows: Rows) -> list[dict[str, Any]]:
    return [written(row) for row in rows.values()]


def written(row: dict[str, Any]) -> dict[str, Any]:
    """A row as the audit keeps it, its days in words."""
    return {
        name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()
    }
