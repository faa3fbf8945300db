"""What happens to the figures when an assessment is approved or withdrawn?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import pandas as pd
from sqlalchemy import Connection, Engine

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.drawing import KINDS, draw_periods
from unpol_data.publishing.known import sites_of
from unpol_data.publishing.periods import counts_now, periods
from unpol_data.publishing.rules import rules_in_force
from unpol_data.publishing.signal_search import write_signals
from unpol_data.queries.assessments import assessment
from unpol_data.queries.gaps import mission_gaps
from unpol_data.store import writes
from unpol_data.store.engine import reading
from unpol_data.store.errors import StoreError

Tell = Callable[[str, float], None]
FIGURE = ["side", "horizon", "area_code"]
NO_CHANGES = pd.DataFrame(columns=[*FIGURE, "gap_before", "gap_after"])


def quiet(step: str, share: float) -> None:
    """Nobody waits to hear which step is under way, nor what share of the work is done."""


@dataclass(frozen=True)
class Publication:
    """What approving or withdrawing an assessment has changed.

    `changes` has one row per side, horizon and area of the mission, with gap_before and
    gap_after on the day from which the change holds, as the viewer may see them.
    """

    assessment_id: int
    mission_code: str
    state: str
    revision: int
    from_on: date | None
    site_codes: tuple[str, ...]
    changes: pd.DataFrame


def approve(
    engine: Engine,
    assessment_id: int,
    *,
    viewer: Viewer,
    published_on: date,
    now: datetime | None = None,
    tell: Tell = quiet,
) -> Publication:
    """Let a draft count from `published_on`, and write every figure it changes.

    Both happen in one transaction, as one revision; `tell` hears of each step. Raises
    NotPermitted where the viewer may not approve, StoreError where there is no such draft for
    this viewer.
    """
    viewer.must("approve_assessment")
    change = partial(writes.approve_assessment, published_on=published_on)
    with _acting(engine, "approve_assessment", assessment_id, viewer, now) as (act, described):
        said = {"state": "approved", "from_on": published_on, "tell": tell}
        return _changed(act, described, viewer, change, **said)


def withdraw(
    engine: Engine,
    assessment_id: int,
    *,
    viewer: Viewer,
    now: datetime | None = None,
    tell: Tell = quiet,
) -> Publication:
    """Let a draft or an approved assessment count no more, and write every figure anew.

    The figures before its publication stay as they are, and what was stored can still be
    read at its revision. Raises NotPermitted where the viewer may not withdraw,
    StoreError where there is no such assessment for this viewer.
    """
    viewer.must("withdraw_assessment")
    change = writes.withdraw_assessment
    with _acting(engine, "withdraw_assessment", assessment_id, viewer, now) as (act, described):
        from_on = described["published_on"].date() if described["state"] == "approved" else None
        said = {"state": "withdrawn", "from_on": from_on, "tell": tell}
        return _changed(act, described, viewer, change, **said)


@contextmanager
def _acting(
    engine: Engine, name: str, assessment_id: int, viewer: Viewer, now: datetime | None
) -> Iterator[tuple[writes.Act, pd.Series]]:
    """One act about one assessment, and the assessment as it stands within the act."""
    with reading(engine) as connection:
        described = _described(connection, assessment_id, viewer)
    label = described["round_label"]
    subject = f"{described['mission_code']} {described['kind'] if pd.isna(label) else label}"
    with writes.acting(
        engine, act=name, subject=subject, account=viewer.account, recorded_at=now
    ) as act:
        yield act, _described(act.connection, assessment_id, viewer)


def _described(connection: Connection, assessment_id: int, viewer: Viewer) -> pd.Series:
    found = assessment(connection, assessment_id, viewer)
    if found.empty:
        raise StoreError(
            f"There is no assessment {assessment_id}; see the Assessments page for those there are."
        )
    return found.iloc[0]


def _changed(
    act: writes.Act,
    described: pd.Series,
    viewer: Viewer,
    change: Callable[[writes.Act, int], None],
    *,
    state: str,
    from_on: date | None,
    tell: Tell,
) -> Publication:
    """Change the assessment's state, and the figures of its mission from `from_on` on."""
    mission_code, assessment_id = described["mission_code"], int(described["assessment_id"])
    if from_on is None:
        sites, changes = set(), NO_CHANGES
        change(act, assessment_id)
    else:
        tell("Reading what counts now", 0.1)
        sites = sites_of(act.connection, assessment_id)
        before = _gaps(act.connection, mission_code, viewer, from_on)
        change_it = partial(change, act, assessment_id)
        after = _publish(act, described, sites, change_it, from_on=from_on, tell=tell)
        after = after.loc[after["clearance"] == viewer.clearance, [*FIGURE, "gap"]]
        changes = before.merge(after, on=FIGURE, how="outer", suffixes=("_before", "_after"))
    return Publication(
        assessment_id, mission_code, state, act.revision, from_on, tuple(sorted(sites)), changes
    )


def _publish(
    act: writes.Act,
    described: pd.Series,
    sites: set[str],
    change: Callable[[], None],
    *,
    from_on: date,
    tell: Tell,
) -> pd.DataFrame:
    """Make the change and write the figures from the day on; the mission's gaps then.

    The draws behind rank intervals are written too where answers or sites change, and last
    the signals, which rest on all of these.
    """
    mission_code, rules = described["mission_code"], rules_in_force()
    of_sites = (act.connection, mission_code, sites, rules)
    counts_before = counts_now(*of_sites, from_on=from_on)
    change()
    tell("Computing the figures it touches", 0.3)
    found = periods(*of_sites, from_on=from_on, counts_before=counts_before)
    figures = {"mission_code": mission_code, "revision": act.revision}
    writes.publish(act.connection, **figures, periods=found, site_codes=sorted(sites))
    if described["kind"] in KINDS:
        tell("Drawing what else they could be", 0.6)
        drawn = draw_periods(act.connection, mission_code, rules, from_on=from_on)
        writes.publish(act.connection, **figures, periods=drawn)
    tell("Looking for signals", 0.9)
    write_signals(act, mission_code, from_on=from_on)
    tell("Keeping them", 0.95)
    return found[0][2]["mission_gaps"]


def _gaps(connection: Connection, mission_code: str, viewer: Viewer, on: date) -> pd.DataFrame:
    frames = [
        mission_gaps(
            connection,
            Filters(missions=(mission_code,), side=side, horizon=horizon, as_of=on),
            viewer,
        )
        for side in reference.codes("sides")
        for horizon in reference.codes("horizons")
    ]
    return pd.concat(frames, ignore_index=True)[[*FIGURE, "gap"]]
