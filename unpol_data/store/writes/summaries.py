"""How do new figures take the place of old ones without the old ones being lost?

Figures have two times. A row held in the world over [from_on, to_on), and the store said
so over [revision_from, revision_to). Publishing never changes what a row says: it ends
the row's second time and adds rows. What the store said at any revision about any day can
therefore always be read again:

    from_on <= day < to_on  and  revision_from <= revision < revision_to

A missing end stands for "still".
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    insert,
    literal,
    or_,
    select,
    update,
)

from unpol_data.store.errors import StoreError
from unpol_data.store.tables import SUMMARIES
from unpol_data.store.writes.rows import store_rows

SUMMARY_TABLES = {table.__tablename__: table.__table__ for table in SUMMARIES}
Period = tuple[date, date | None, Mapping[str, pd.DataFrame]]


def publish(
    connection: Connection,
    *,
    mission_code: str,
    revision: int,
    periods: Iterable[Period],
    site_codes: Sequence[str] | None = None,
) -> None:
    """Let the given figures of one mission hold over the given periods.

    Each period is (from_on, to_on, frames by table name), half-open, to_on None for
    "still"; periods must not overlap. A frame has the columns of its table except
    mission_code and the four of the two times, and replaces, over its period, everything
    that was current for that mission in that table, for all clearances, sides and
    horizons; an empty frame leaves nothing. With `site_codes`, tables of sites are
    replaced for these sites only, and every site row must belong to one of them; tables
    of the mission are replaced whole. Tables that a period does not name are left as
    they are.

    Of an older row that reaches beyond the period, the parts before and after it are
    written again under this revision, so the current rows of one figure never overlap.
    """
    periods = list(periods)
    _check_periods(periods)
    for from_on, to_on, frames in periods:
        for table_name, frame in frames.items():
            table = _summary_table(table_name)
            scope = _scope(table, mission_code, site_codes)
            _check_sites(table, frame, site_codes)
            _make_room(connection, table, scope, (from_on, to_on), revision)
            store_rows(
                connection,
                table,
                frame,
                mission_code=mission_code,
                from_on=from_on,
                to_on=to_on,
                revision_from=revision,
                revision_to=None,
            )


def _summary_table(table_name: str) -> Table:
    if table_name not in SUMMARY_TABLES:
        raise StoreError(
            f"There is no summary called {table_name}; known are {', '.join(SUMMARY_TABLES)}."
        )
    return SUMMARY_TABLES[table_name]


def _check_periods(periods: list[Period]) -> None:
    last_end: date | None = date.min
    for from_on, to_on, _ in sorted(periods, key=lambda period: period[0]):
        if last_end is None or from_on < last_end:
            raise StoreError(f"The period from {from_on} overlaps the one before it.")
        if to_on is not None and to_on <= from_on:
            raise StoreError(f"The period from {from_on} ends on {to_on}, before it begins.")
        last_end = to_on


def _check_sites(table: Table, frame: pd.DataFrame, site_codes: Sequence[str] | None) -> None:
    if site_codes is None or "site_code" not in table.columns or frame.empty:
        return
    strangers = sorted(set(frame["site_code"]) - set(site_codes))
    if strangers:
        raise StoreError(
            f"{table.name} holds figures of {', '.join(strangers[:5])}, which "
            f"{'is' if len(strangers) == 1 else 'are'} not among the sites being published."
        )


def _scope(
    table: Table, mission_code: str, site_codes: Sequence[str] | None
) -> ColumnElement[bool]:
    """The current rows that may be replaced."""
    current = and_(table.c.mission_code == mission_code, table.c.revision_to.is_(None))
    if site_codes is not None and "site_code" in table.columns:
        return and_(current, table.c.site_code.in_(list(site_codes)))
    return current


def _make_room(
    connection: Connection,
    table: Table,
    scope: ColumnElement[bool],
    period: tuple[date, date | None],
    revision: int,
) -> None:
    """End the current rows within the period, keeping what reaches beyond it.

    Rows of this same revision have been seen by nobody yet: they are shortened or
    deleted, not ended.
    """
    from_on, to_on = period
    overlapping = [scope, or_(table.c.to_on.is_(None), table.c.to_on > from_on)]
    if to_on is not None:
        overlapping.append(table.c.from_on < to_on)
        reaching_after = or_(table.c.to_on.is_(None), table.c.to_on > to_on)
        after = {"from_on": to_on, "revision_from": revision}
        _write_again(connection, table, and_(*overlapping, reaching_after), after)
    inside = and_(*overlapping)
    older, own = table.c.revision_from < revision, table.c.revision_from == revision
    starting_before = table.c.from_on < from_on
    before = {"to_on": from_on, "revision_from": revision}
    _write_again(connection, table, and_(inside, older, starting_before), before)
    connection.execute(update(table).where(inside, own, starting_before).values(to_on=from_on))
    connection.execute(delete(table).where(inside, own))
    connection.execute(update(table).where(inside, older).values(revision_to=revision))


def _write_again(
    connection: Connection, table: Table, rows: ColumnElement[bool], changed: dict[str, Any]
) -> None:
    """Copy rows with some columns changed; a key the database numbers gets a new number."""
    names = [column.name for column in table.columns if column is not table.autoincrement_column]
    values = [
        literal(changed[name], table.c[name].type) if name in changed else table.c[name]
        for name in names
    ]
    connection.execute(insert(table).from_select(names, select(*values).where(rows)))
