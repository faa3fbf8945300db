"""Which records of the programme are in force, and what did they say before?

A record is seen by those who may see its newest version: its sensitivity and its mission
decide, and those of the records it refers to. A record that names no mission concerns all
missions. The figures kept with a decision are blank for a reader who may not see all of them.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, Subquery, func, or_, select, tuple_

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.kept_figures import kept_figures
from unpol_data.queries.frames import frame
from unpol_data.store.tables import RECORDS, Record

FILTERED = {"mission_code": "missions", "area_code": "areas", "threat_code": "threats"}
VERSIONED = ("version", "recorded_at", "recorded_by", "recorded_revision")
NEWEST = "newest"
DECISIONS, FIGURES = "decisions", "figures"


def records(
    connection: Connection,
    kind: str,
    chosen: Filters,
    viewer: Viewer,
    *,
    as_of: date | None = None,
) -> pd.DataFrame:
    """One row per record of a kind in force, by its key, with the columns of the kind.

    Besides: version, recorded_at, recorded_by, recorded_revision. Of the chosen missions,
    areas and threats as far as the kind names them; what names none concerns all of them.
    With `as_of` the store's state at the end of that day (UTC), and where a revision is chosen
    its state then, else as it is now.
    """
    table = _table(kind)
    shown = _newest(table, as_of, chosen.revision)
    names = (*reference.records.column_names(kind), *VERSIONED)
    statement = (
        select(*(shown.c[name] for name in names))
        .where(
            shown.c.newest == 1,
            ~shown.c.retired,
            _visible(kind, shown, viewer),
            *_of_choice(shown, chosen),
        )
        .order_by(*(shown.c[name] for name in reference.records.key(kind)))
    )
    if as_of is not None or chosen.revision is not None:
        statement = statement.where(_key(kind, shown).in_(visible_keys(kind, viewer)))
    return _with_figures_seen(frame(connection, statement), viewer)


def versions(connection: Connection, kind: str, key: Sequence[str], viewer: Viewer) -> pd.DataFrame:
    """One row per version of one record, the newest first; none where it may not be seen.

    Columns as in `records`, and retired, retired_reason.
    """
    table = _table(kind)
    every = select(table.__table__).subquery()
    names = (*reference.records.column_names(kind), *VERSIONED, "retired", "retired_reason")
    statement = (
        select(*(every.c[name] for name in names))
        .where(
            *(every.c[name] == code for name, code in _named(kind, key)),
            _visible(kind, every, viewer),
            _key(kind, every).in_(visible_keys(kind, viewer)),
        )
        .order_by(every.c.version.desc())
    )
    return _with_figures_seen(frame(connection, statement), viewer)


def visible_keys(kind: str, viewer: Viewer) -> Select:
    """The keys of the records whose newest version the viewer may see, retired ones too."""
    newest = _newest(_table(kind))
    columns = [newest.c[name] for name in reference.records.key(kind)]
    return select(*columns).where(newest.c.newest == 1, _visible(kind, newest, viewer))


def hidden_keys(connection: Connection, kind: str, viewer: Viewer) -> set[tuple[str, ...]]:
    """The keys that are taken by records this viewer may not see, and so may not change."""
    table = _table(kind).__table__
    columns = [table.c[name] for name in reference.records.key(kind)]
    taken = connection.execute(select(*columns).distinct()).all()
    seen = {tuple(row) for row in connection.execute(visible_keys(kind, viewer))}
    return {tuple(row) for row in taken} - seen


def retired(connection: Connection, kind: str, viewer: Viewer) -> pd.DataFrame:
    """One row per record out of use that the viewer may see, with the columns of the kind."""
    newest = _newest(_table(kind))
    names = reference.records.column_names(kind)
    statement = select(*(newest.c[name] for name in names)).where(
        newest.c.newest == 1, newest.c.retired, _visible(kind, newest, viewer)
    )
    return frame(connection, statement)


def hidden_figures(connection: Connection, viewer: Viewer) -> dict[str, str]:
    """The figures kept with decisions in force that are blank for this viewer, by decision."""
    newest = _newest(_table(DECISIONS))
    statement = select(newest.c.decision_code, newest.c.figures).where(
        newest.c.newest == 1, ~newest.c.retired, newest.c.figures.is_not(None)
    )
    return {
        code: text
        for code, text in connection.execute(statement)
        if not kept_figures(text).seen_by(viewer.missions, viewer.clearance)
    }


def _table(kind: str) -> type[Record]:
    reference.records.known(kind)
    return RECORDS[kind]


def _named(kind: str, key: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(reference.records.key(kind), key, strict=True))


def _newest(
    table: type[Record], as_of: date | None = None, revision: int | None = None
) -> Subquery:
    """All versions known at a day's end and revision, numbered from each record's newest (1)."""
    columns = table.__table__.columns
    key = [columns[name] for name in reference.records.key(table.__tablename__)]
    turn = func.row_number().over(partition_by=key, order_by=columns["version"].desc())
    statement = select(*columns, turn.label(NEWEST))
    if as_of is not None:
        end = datetime.combine(as_of + timedelta(days=1), time(), tzinfo=UTC)
        statement = statement.where(columns["recorded_at"] < end)
    if revision is not None:
        statement = statement.where(columns["recorded_revision"] <= revision)
    return statement.subquery()


def _key(kind: str, rows: Subquery) -> ColumnElement:
    columns = [rows.c[name] for name in reference.records.key(kind)]
    return columns[0] if len(columns) == 1 else tuple_(*columns)


def _visible(kind: str, rows: Subquery, viewer: Viewer) -> ColumnElement[bool]:
    """Cleared for it, of the viewer's missions or of none, and of records that may be seen."""
    condition = rows.c.sensitivity <= viewer.clearance
    if viewer.missions is not None and "mission_code" in rows.c:
        condition &= or_(rows.c.mission_code.is_(None), rows.c.mission_code.in_(viewer.missions))
    for column in reference.records.columns(kind):
        if column.refers_to:
            named = rows.c[column.column]
            # An option's parent is of its own mission; asking on would never end.
            seen = _cleared if column.refers_to == kind else visible_keys
            condition &= or_(named.is_(None), named.in_(seen(column.refers_to, viewer)))
    return condition


def _cleared(kind: str, viewer: Viewer) -> Select:
    """The keys of the records of which the newest version is within the viewer's clearance."""
    newest = _newest(_table(kind))
    columns = [newest.c[name] for name in reference.records.key(kind)]
    return select(*columns).where(newest.c.newest == 1, newest.c.sensitivity <= viewer.clearance)


def _of_choice(rows: Subquery, chosen: Filters) -> list[ColumnElement[bool]]:
    return [
        or_(rows.c[name].is_(None), rows.c[name].in_(getattr(chosen, field)))
        for name, field in FILTERED.items()
        if name in rows.c and getattr(chosen, field)
    ]


def _with_figures_seen(rows: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
    """The same rows without kept figures of missions or evidence that are not the viewer's."""
    if FIGURES not in rows:
        return rows
    seen = [kept_figures(text).seen_by(viewer.missions, viewer.clearance) for text in rows[FIGURES]]
    return rows.assign(**{FIGURES: rows[FIGURES].where(seen, None)})
