"""How does a person say of a signal that it was seen, is no concern, or is one again?"""

from datetime import date, datetime

from sqlalchemy import Connection, Engine

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.store import writes
from unpol_data.store.errors import StoreError
from unpol_data.store.writes import LONGEST_REASON
from unpol_data.views import signals as view
from unpol_data.views.signal_rows import BETWEEN

# From which states each is reached; a resolved signal has resolved itself.
ALLOWED = {"seen": ("new",), "dismissed": ("new", "seen"), "new": ("seen", "dismissed")}


def mark_signal_seen(
    engine: Engine, signal_code: str, *, viewer: Viewer, as_of: date, now: datetime | None = None
) -> None:
    """Say that a new signal has been seen.

    Raises NotPermitted where the viewer may not, StoreError where this viewer sees no such
    signal on the as-of date, or it is not new.
    """
    viewer.must("mark_signal_seen")
    _change(engine, "mark_signal_seen", signal_code, ("seen", None), viewer, as_of, now)


def dismiss_signal(
    engine: Engine,
    signal_code: str,
    *,
    reason: str,
    viewer: Viewer,
    as_of: date,
    now: datetime | None = None,
) -> None:
    """Say why a signal is no concern; it stays dismissed until reopened or raised anew.

    Raises NotPermitted where the viewer may not, StoreError where the reason is empty or too
    long, or this viewer sees no such open signal on the as-of date.
    """
    viewer.must("dismiss_signal")
    given = " ".join(reason.split())
    if not given:
        raise StoreError("A signal is dismissed with a reason; say why it is no concern.")
    if len(given) > LONGEST_REASON:
        raise StoreError(
            f"The reason has {len(given):,} characters; at most {LONGEST_REASON} are kept."
        )
    _change(engine, "dismiss_signal", signal_code, ("dismissed", given), viewer, as_of, now)


def reopen_signal(
    engine: Engine, signal_code: str, *, viewer: Viewer, as_of: date, now: datetime | None = None
) -> None:
    """Let a signal that was seen or dismissed count as new again; what was said is kept.

    Raises NotPermitted where the viewer may not, StoreError where this viewer sees no such
    signal on the as-of date, or it is new or resolved.
    """
    viewer.must("reopen_signal")
    _change(engine, "reopen_signal", signal_code, ("new", None), viewer, as_of, now)


def _change(
    engine: Engine,
    name: str,
    signal_code: str,
    becomes: tuple[str, str | None],
    viewer: Viewer,
    as_of: date,
    now: datetime | None,
) -> None:
    """Keep the new state, with its reason, of one signal this viewer sees; in one act."""
    state, reason = becomes
    with writes.acting(
        engine, act=name, subject=signal_code, account=viewer.account, recorded_at=now
    ) as act:
        signal = _named(signal_code)
        before = _state(act.connection, signal_code, signal, viewer, as_of)
        if before not in ALLOWED[state]:
            raise StoreError(
                f"The signal {signal_code} is {before}; only one that is "
                f"{' or '.join(ALLOWED[state])} can become {state}."
            )
        writes.record_signal_state(
            act, signal, state=state, before=before, reason=reason, clearance=viewer.clearance
        )


def _named(signal_code: str) -> writes.SignalName:
    parts = signal_code.split(BETWEEN)
    try:
        *names, raised_on = parts
        return writes.SignalName(*names, date.fromisoformat(raised_on))
    except (TypeError, ValueError) as error:
        raise _unknown(signal_code) from error


def _state(
    connection: Connection,
    signal_code: str,
    signal: writes.SignalName,
    viewer: Viewer,
    as_of: date,
) -> str:
    """The state of the signal as this viewer sees it on the as-of date."""
    chosen = Filters(missions=viewer.missions_of((signal.mission_code,)), as_of=as_of)
    if not chosen.missions:
        raise _unknown(signal_code)
    found = view.every_side_and_horizon(connection, chosen, viewer)
    rows = found[found["signal_code"] == signal_code]
    if rows.empty:
        raise _unknown(signal_code)
    return str(rows["state"].iloc[0])


def _unknown(signal_code: str) -> StoreError:
    return StoreError(
        f"There is no signal {signal_code} on this date; see the Signals page for those there are."
    )
