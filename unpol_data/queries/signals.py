"""Which early-warning signals held up to a date, and what did people make of them?"""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.facts import COUNTED
from unpol_data.queries.frames import frame
from unpol_data.queries.summaries import said_at, seen_missions
from unpol_data.store.tables import Assessment, Signal, SignalSearch, SignalState
from unpol_data.store.tables.signals import ANY, IDENTITY

SHOWN = [
    column
    for column in Signal.__table__.columns
    if column.name not in ("clearance", "revision_from", "revision_to")
]
SAID = ("state", "reason", "account", "recorded_at")


def signals(
    connection: Connection, chosen: Filters, viewer: Viewer, *, since: date
) -> pd.DataFrame:
    """One row per signal and period up to the as-of date that reaches beyond `since`.

    Of the chosen missions, side and horizon, as computed for the viewer's clearance, as the store
    said at the chosen revision or says now. to_on is missing for a period that still goes on.
    """
    statement = (
        select(*SHOWN)
        .where(
            *_counting(viewer.clearance, chosen.revision),
            seen_missions(Signal.mission_code, chosen.missions, viewer),
            Signal.side.in_((chosen.side, ANY)),
            Signal.horizon.in_((chosen.horizon, ANY)),
            Signal.from_on <= chosen.as_of,
            Signal.raised_on <= chosen.as_of,
            or_(
                Signal.to_on.is_(None),
                # One that was to be raised after its period ended was never raised.
                and_(Signal.to_on > since, Signal.to_on > Signal.raised_on),
            ),
        )
        .order_by(Signal.mission_code, *(Signal.__table__.c[name] for name in IDENTITY))
        .order_by(Signal.from_on)
    )
    return frame(connection, statement)


def holding(connection: Connection, mission_code: str, *, on: date, clearance: int) -> pd.DataFrame:
    """One row per signal of the mission that holds on a day, of all sides and horizons."""
    statement = select(*SHOWN).where(
        *_counting(clearance),
        Signal.mission_code == mission_code,
        Signal.holds,
        Signal.raised_on <= on,
        Signal.from_on <= on,
        or_(Signal.to_on.is_(None), Signal.to_on > on),
    )
    return frame(connection, statement)


def signal_states(
    connection: Connection, viewer: Viewer, *, revision: int | None = None
) -> pd.DataFrame:
    """One row per signal about which somebody said something: the newest of it.

    Only what was said by people who may see no more than this viewer, and by the revision.
    """
    names = [SignalState.mission_code, *(getattr(SignalState, name) for name in IDENTITY)]
    newest = func.row_number().over(partition_by=names, order_by=SignalState.signal_state_id.desc())
    said = [getattr(SignalState, name) for name in SAID]
    ranked = (
        select(*names, *said, newest.label("newest"))
        .where(
            SignalState.clearance <= viewer.clearance,
            *(() if revision is None else (SignalState.recorded_revision <= revision,)),
            seen_missions(SignalState.mission_code, (), viewer),
        )
        .subquery()
    )
    columns = [ranked.c[column.name] for column in (*names, *said)]
    return frame(connection, select(*columns).where(ranked.c.newest == 1))


def not_searched(connection: Connection, missions: Sequence[str], viewer: Viewer) -> list[str]:
    """The missions among these that hold something approved and were never searched.

    None given: all the viewer may see.
    """
    statement = (
        select(Assessment.mission_code)
        .where(
            Assessment.state.in_(COUNTED),
            Assessment.sensitivity <= viewer.clearance,
            seen_missions(Assessment.mission_code, missions, viewer),
            Assessment.mission_code.not_in(select(SignalSearch.mission_code)),
        )
        .distinct()
        .order_by(Assessment.mission_code)
    )
    return list(connection.scalars(statement))


def _counting(clearance: int, revision: int | None = None) -> tuple[ColumnElement[bool], ...]:
    return Signal.clearance == clearance, said_at(Signal, revision)
