"""How is kept what people made of a signal, and that a mission has been searched for them?"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from unpol_data.store.tables import SignalSearch, SignalState
from unpol_data.store.writes.acts import Act


@dataclass(frozen=True)
class SignalName:
    """What a signal is known by, for as long as it holds and after."""

    mission_code: str
    rule_code: str
    side: str
    horizon: str
    subject: str
    raised_on: date


def record_signal_state(
    act: Act, signal: SignalName, *, state: str, before: str, reason: str | None, clearance: int
) -> None:
    """Keep that the signal is now in this state, beside what was kept before; with its audit.

    The store refuses an unknown state and a dismissal without a reason.
    """
    act.connection.execute(
        insert(SignalState).values(
            **vars(signal),
            state=state,
            reason=reason,
            clearance=clearance,
            account=act.account,
            recorded_at=act.recorded_at,
            recorded_revision=act.revision,
        )
    )
    act.before = {"state": before}
    told = vars(signal) | {"raised_on": signal.raised_on.isoformat()}
    act.after = told | {"state": state, "reason": reason}


def record_signal_search(act: Act, mission_code: str) -> None:
    """Keep that all days of the mission have been searched; nothing where that is known."""
    known = select(SignalSearch.mission_code).where(SignalSearch.mission_code == mission_code)
    if act.connection.execute(known).one_or_none() is None:
        act.connection.execute(
            insert(SignalSearch).values(mission_code=mission_code, searched_revision=act.revision)
        )
