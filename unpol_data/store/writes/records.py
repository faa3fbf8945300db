"""How does a record of the programme get its next version, and how does it go out of use?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, Row, and_, func, select

from unpol_data import reference
from unpol_data.store.engine import writing
from unpol_data.store.errors import StoreError
from unpol_data.store.tables import RECORDS
from unpol_data.store.writes.acts import Act, acting_on
from unpol_data.store.writes.rows import FIGURE_DECIMALS, store_rows

Key = tuple[str, ...]
IN_FORCE = {"retired": False, "retired_reason": None}


@dataclass(frozen=True)
class Versions:
    """Which records of a kind are new, which changed, and which were the same before.

    `rows` are the next versions of those new and changed; `before` is what each replaces.
    """

    kind: str
    new: tuple[Key, ...]
    changed: tuple[Key, ...]
    same: tuple[Key, ...]
    rows: pd.DataFrame
    before: Mapping[Key, dict[str, Any]]


def next_versions(connection: Connection, kind: str, rows: pd.DataFrame) -> Versions:
    """What recording these rows would change; nothing is changed.

    `rows` has the columns of the kind, cells as the table keeps them. A record that was
    retired is one that changes. Raises StoreError for a key that stands there twice.
    """
    names, key = reference.records.column_names(kind), reference.records.key(kind)
    held = _newest(connection, kind)
    found: dict[str, list[Key]] = {"new": [], "changed": [], "same": []}
    versions: dict[Key, int] = {}
    places: list[bool] = []
    for cells in rows[list(names)].itertuples(index=False, name=None):
        wanted = dict(zip(names, map(_plain, cells), strict=True)) | IN_FORCE
        code = tuple(str(wanted[column]) for column in key)
        if code in versions:
            raise StoreError(f"{kind}: {' / '.join(code)} stands there twice; keep one of them.")
        before = held.get(code)
        became = "new" if before is None else "changed" if before.said != wanted else "same"
        found[became].append(code)
        versions[code] = 1 if before is None else before.version + 1
        places.append(became != "same")
    numbered = rows[list(names)].assign(version=list(versions.values()))
    return Versions(
        kind,
        *(tuple(found[became]) for became in ("new", "changed", "same")),
        rows=numbered.loc[np.array(places, dtype=bool)],
        before={code: held[code].said for code in found["changed"]},
    )


def record_versions(act: Act, kind: str, rows: pd.DataFrame) -> Versions:
    """Keep the rows that differ as the next version of their record; the rest stays as it is.

    The audit entry holds, by key, what each changed record said before and says now.
    """
    versions = next_versions(act.connection, kind, rows)
    _store(act, kind, versions.rows, **IN_FORCE)
    names, key = reference.records.column_names(kind), reference.records.key(kind)
    after = {}
    for cells in versions.rows[list(names)].itertuples(index=False, name=None):
        said = dict(zip(names, map(_plain, cells), strict=True))
        after[_spelled([str(said[column]) for column in key])] = _for_audit(said)
    act.before = {_spelled(code): _for_audit(said) for code, said in versions.before.items()}
    act.after = after
    return versions


def record_programme(
    engine: Engine,
    tables: Mapping[str, pd.DataFrame],
    *,
    account: str,
    recorded_at: datetime | None = None,
) -> dict[str, Versions]:
    """Keep rows of several kinds in one transaction; one act for each kind that changes.

    `tables`: one frame per kind, as for `next_versions`. A kind in which nothing differs makes no
    revision.
    """
    found = {}
    with writing(engine) as connection:
        for kind in (kind for kind in reference.records.kinds() if kind in tables):
            found[kind] = next_versions(connection, kind, tables[kind])
            if not found[kind].rows.empty:
                told = {"account": account, "recorded_at": recorded_at}
                with acting_on(connection, act=f"record_{kind}", subject=kind, **told) as act:
                    found[kind] = record_versions(act, kind, tables[kind])
    return found


def retire_record(
    act: Act,
    kind: str,
    key: Sequence[str],
    reason: str,
    *,
    hidden: Mapping[str, set[Key]] | None = None,
) -> int:
    """Take a record out of use and say why; the number of the version that says so.

    Raises StoreError where there is no such record in force, where no reason is given, or
    where records in force still refer to it; the keys in `hidden`, by kind, are not named.
    """
    code = tuple(key)
    before = _newest(act.connection, kind).get(code)
    named = f"{reference.name('record_kind', kind)} {' / '.join(code)}"
    if before is None or before.said["retired"]:
        raise StoreError(f"There is no {named} in force; choose one of the list.")
    if not reason.strip():
        raise StoreError(f"Say why {named} goes out of use; others will read it.")
    _refuse_where_used(act.connection, kind, code, named, hidden or {})
    said = {name: before.said[name] for name in reference.records.column_names(kind)}
    row = pd.DataFrame([said | {"version": before.version + 1}], dtype="object")
    _store(act, kind, row, retired=True, retired_reason=reason.strip())
    act.before = {_spelled(code): _for_audit(said)}
    act.after = {_spelled(code): {"retired": True, "reason": reason.strip()}}
    return before.version + 1


def _store(act: Act, kind: str, rows: pd.DataFrame, **same: Any) -> None:
    store_rows(
        act.connection,
        RECORDS[kind].__table__,
        rows,
        **same,
        recorded_at=act.recorded_at,
        recorded_by=act.account,
        recorded_revision=act.revision,
    )


@dataclass(frozen=True)
class _Held:
    version: int
    said: dict[str, Any]


def _newest(connection: Connection, kind: str) -> dict[Key, _Held]:
    """What the newest version of each record of the kind says, by its key."""
    reference.records.known(kind)
    table = RECORDS[kind].__table__
    key = [table.c[name] for name in reference.records.key(kind)]
    newest = select(*key, func.max(table.c.version).label("newest")).group_by(*key).subquery()
    same = [table.c[column.name] == newest.c[column.name] for column in key]
    of_newest = and_(table.c.version == newest.c.newest, *same)
    statement = select(table).join_from(table, newest, of_newest)
    return {
        tuple(getattr(row, column.name) for column in key): _held(kind, row)
        for row in connection.execute(statement)
    }


def _held(kind: str, row: Row) -> _Held:
    names = (*reference.records.column_names(kind), *IN_FORCE)
    return _Held(row.version, {name: _plain(getattr(row, name)) for name in names})


def _refuse_where_used(
    connection: Connection, kind: str, code: Key, named: str, hidden: Mapping[str, set[Key]]
) -> None:
    for other in reference.records.kinds():
        for column in reference.records.columns(other):
            if column.refers_to != kind:
                continue
            users = [
                user
                for user, held in _newest(connection, other).items()
                if held.said[column.column] == code[0] and not held.said["retired"]
            ]
            if users:
                told = [_spelled(user) for user in users if user not in hidden.get(other, set())]
                unseen = [] if len(told) == len(users) else ["others that are not yours to see"]
                raise StoreError(
                    f"{named} is still named by {len(users)} in {reference.records.plural(other)} "
                    f"({', '.join([*told[:3], *unseen])}); change or retire these first."
                )


def _plain(cell: Any) -> Any:
    """A cell as both databases give it back: numbers rounded alike, dates without a time."""
    if cell is None or cell is pd.NaT or cell != cell:
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, bool | str | date):
        return cell
    return round(float(cell), FIGURE_DECIMALS)


def _for_audit(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in said.items()
    }


def _spelled(code: Sequence[str]) -> str:
    return " / ".join(code)
