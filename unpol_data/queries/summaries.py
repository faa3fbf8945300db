"""Which rows of a summary may this viewer see, and hold at the chosen date?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.frames import frame
from unpol_data.store.tables.summary import Summary

INTERNAL = ("evidence_count_id", "clearance", "to_on", "revision_from", "revision_to")
Dates = Mapping[str, date] | None


def in_force(
    connection: Connection,
    table: type[Summary],
    chosen: Filters,
    viewer: Viewer,
    *,
    only: Mapping[str, Sequence[str]] | None = None,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per row of the summary that holds, with the columns of the table.

    Missions, side and horizon are the chosen ones, as far as the table has them; figures
    are those computed for the viewer's clearance. They hold at the chosen as-of date, or
    each mission's at its own date where `on` gives one (missions without are left out);
    as the store said at `revision`, else at the chosen one, else as it says now. `only` names
    codes by column; an empty list of codes stands for all.
    """
    conditions = [
        *_in_scope(table, chosen, viewer, only=only),
        _holding(table, chosen, on),
        said_at(table, chosen.revision if revision is None else revision),
    ]
    shown = [column for column in table.__table__.columns if column.name not in INTERNAL]
    order = [column for column in table.__table__.primary_key.columns if column in shown]
    statement = select(*_mission_first(shown)).where(*conditions).order_by(*order)
    return frame(connection, statement)


def summed(
    connection: Connection,
    table: type[Summary],
    chosen: Filters,
    viewer: Viewer,
    *,
    total: str,
    by: Sequence[str],
    only: Mapping[str, Sequence] | None = None,
    on: Dates = None,
) -> pd.DataFrame:
    """One row per mission and combination of the columns in `by`, with the sum of `total`.

    Of the rows of `in_force`; the database adds them up.
    """
    columns = table.__table__.columns
    groups = [columns[name] for name in ("mission_code", *by)]
    statement = (
        select(*groups, func.sum(columns[total]).label(total))
        .where(
            *_in_scope(table, chosen, viewer, only=only),
            _holding(table, chosen, on),
            said_at(table, chosen.revision),
        )
        .group_by(*groups)
        .order_by(*groups)
    )
    return frame(connection, statement)


def _in_scope(
    table: type[Summary],
    chosen: Filters,
    viewer: Viewer,
    *,
    only: Mapping[str, Sequence] | None,
) -> list[ColumnElement[bool]]:
    """The mission, side and horizon chosen, the viewer's clearance, and the named codes."""
    columns = table.__table__.columns
    picked = [name for name in ("side", "horizon") if name in columns]
    return [
        _missions(table, chosen, viewer),
        table.clearance == viewer.clearance,
        *(columns[name] == getattr(chosen, name) for name in picked),
        *(columns[name].in_(codes) for name, codes in (only or {}).items() if codes),
    ]


def _mission_first(shown: list) -> list:
    return sorted(shown, key=lambda column: column.name != "mission_code")


def _missions(table: type[Summary], chosen: Filters, viewer: Viewer) -> ColumnElement[bool]:
    return seen_missions(table.mission_code, chosen.missions, viewer)


def seen_missions(
    column: ColumnElement[str], missions: Sequence[str], viewer: Viewer
) -> ColumnElement[bool]:
    """Whether the mission is one of the chosen ones (none chosen: all) and may be seen."""
    if missions:
        return column.in_(viewer.missions_of(missions))
    if viewer.missions is not None:
        return column.in_(viewer.missions)
    return column.is_not(None)


def _holding(table: type[Summary], chosen: Filters, on: Dates) -> ColumnElement[bool]:
    if on is not None:
        each = [
            and_(table.mission_code == mission_code, _at(table, day))
            for mission_code, day in on.items()
        ]
        return or_(*each) if each else table.mission_code.is_(None)
    if chosen.as_of is None:
        raise ValueError("The filters have no as-of date; resolve it with default_as_of first.")
    return _at(table, chosen.as_of)


def _at(table: type[Summary], day: date) -> ColumnElement[bool]:
    if isinstance(day, datetime):
        day = day.date()
    return and_(table.from_on <= day, or_(table.to_on.is_(None), table.to_on > day))


def said_at(table: type[Summary], revision: int | None) -> ColumnElement[bool]:
    """Whether the store says so now, or said so at the revision."""
    if revision is None:
        return table.revision_to.is_(None)
    return and_(
        table.revision_from <= revision,
        or_(table.revision_to.is_(None), table.revision_to > revision),
    )
