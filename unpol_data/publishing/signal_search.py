"""Which days of a mission have still to be searched for signals?

An approval or a withdrawal searches the days from its own on. A mission whose figures are older
than the signals themselves is searched over all its days: at its next approval, or before that
by `python -m unpol_data init` and by every start.
"""

from datetime import date, datetime

from sqlalchemy import Engine

from unpol_data.publishing.periods import EVERYTHING
from unpol_data.publishing.signals import signal_periods
from unpol_data.queries import signals
from unpol_data.queries.facts import publication_dates
from unpol_data.store import writes
from unpol_data.store.engine import reading


def write_signals(act: writes.Act, mission_code: str, *, from_on: date) -> None:
    """Write the mission's signals from a day on, or of all days where they were never sought.

    Part of the act that changed the mission's figures, after these are written.
    """
    if mission_code in signals.not_searched(act.connection, (mission_code,), EVERYTHING):
        from_on = min([from_on, *publication_dates(act.connection, mission_code)])
    writes.publish(
        act.connection,
        mission_code=mission_code,
        revision=act.revision,
        periods=signal_periods(act.connection, mission_code, from_on=from_on),
    )
    writes.record_signal_search(act, mission_code)


def search_missing(engine: Engine, *, account: str, now: datetime | None = None) -> tuple[str, ...]:
    """Search every mission that was never searched, each in an act of its own; their codes.

    Nothing happens where all have been. What a search finds is what approvals would have.
    """
    with reading(engine) as connection:
        missing = signals.not_searched(connection, (), EVERYTHING)
    for mission_code in missing:
        with writes.acting(
            engine,
            act="search_signals",
            subject=mission_code,
            account=account,
            recorded_at=now,
        ) as act:
            from_on = min(publication_dates(act.connection, mission_code), default=date.max)
            write_signals(act, mission_code, from_on=from_on)
            act.after = {"mission_code": mission_code, "from_on": from_on.isoformat()}
    return tuple(missing)
