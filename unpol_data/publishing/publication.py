"""What happens to the figures when an assessment is approved or withdrawn?"""

from collections.abc import Callable
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
from unpol_data.publishing.life import acting_on_assessment, found, must_judge_others
from unpol_data.publishing.periods import EVERYTHING, counts_now, periods
from unpol_data.publishing.rules import rules_in_force
from unpol_data.publishing.signal_search import write_signals
from unpol_data.queries.gaps import mission_gaps
from unpol_data.store import writes

Tell = Callable[[str, float], None]
FIGURE = ["side", "horizon", "area_code"]
Change = Callable[[writes.Act, int], None]
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
    """Let a reviewed assessment count from `published_on`, and write every figure it changes.

    What it corrects counts up to that day. All happens in one transaction, as one revision;
    `tell` hears of each step. Raises NotPermitted where the viewer may not approve or has
    brought it, StoreError where there is no such assessment for this viewer, or it is not
    reviewed.
    """
    name = "approve_assessment"
    viewer.must(name)
    with acting_on_assessment(engine, name, assessment_id, viewer, now) as (act, described):
        work = approval(act, described, viewer, published_on)
        return changed(work, tell=tell)


def withdraw(
    engine: Engine,
    assessment_id: int,
    *,
    reason: str,
    viewer: Viewer,
    now: datetime | None = None,
    tell: Tell = quiet,
) -> Publication:
    """Let an assessment count no more, with a reason, and write every figure anew.

    The figures before its publication stay as they are, and what was stored can still be
    read at its revision; what it had corrected counts again. Raises NotPermitted where the
    viewer may not withdraw, StoreError where there is no such assessment for this viewer, or
    no reason is given.
    """
    name = "withdraw_assessment"
    viewer.must(name)
    with acting_on_assessment(engine, name, assessment_id, viewer, now) as (act, described):
        return changed(withdrawal(act, described, viewer, reason), tell=tell)


@dataclass(frozen=True)
class Work:
    """One change to be made within an act: what, to which assessment, for whom, from when."""

    act: writes.Act
    described: pd.Series
    viewer: Viewer
    change: Change
    state: str
    from_on: date | None

    @property
    def assessments(self) -> list[pd.Series]:
        """The assessment, and the one it corrects: the facts of both begin or cease to count."""
        replaced = self.described["replaces"]
        if pd.isna(replaced):
            return [self.described]
        return [self.described, found(self.act.connection, int(replaced), EVERYTHING)]


def approval(act: writes.Act, described: pd.Series, viewer: Viewer, published_on: date) -> Work:
    """What approving amounts to; raises NotPermitted where the viewer has brought it."""
    name = "approve_assessment"
    must_judge_others(act.connection, name, int(described["assessment_id"]), viewer)
    by = writes.By(viewer.role_for(name))
    change = partial(writes.approve_assessment, by=by, published_on=published_on)
    return Work(act, described, viewer, change, "approved", published_on)


def withdrawal(act: writes.Act, described: pd.Series, viewer: Viewer, reason: str) -> Work:
    """What withdrawing amounts to; no figure changes where it never counted."""
    by = writes.By(viewer.role_for("withdraw_assessment"), reason)
    change = partial(writes.withdraw_assessment, by=by)
    from_on = described["published_on"].date() if described["state"] == "approved" else None
    return Work(act, described, viewer, change, "withdrawn", from_on)


def changed(work: Work, *, tell: Tell, rehearsal: bool = False) -> Publication:
    """Change the assessment's state, and the figures of its mission from `from_on` on.

    In a rehearsal neither draws nor signals are written: nobody will read them.
    """
    act, described, viewer, from_on = work.act, work.described, work.viewer, work.from_on
    mission_code, assessment_id = described["mission_code"], int(described["assessment_id"])
    sites, changes = set(), NO_CHANGES
    if from_on is None:
        work.change(act, assessment_id)
    else:
        tell("Reading what counts now", 0.1)
        numbers = [int(one["assessment_id"]) for one in work.assessments]
        sites = set().union(*(sites_of(act.connection, number) for number in numbers))
        before = _gaps(act.connection, mission_code, viewer, from_on)
        after = _publish(work, sites, from_on, tell=tell, rehearsal=rehearsal)
        after = after.loc[after["clearance"] == viewer.clearance, [*FIGURE, "gap"]]
        changes = before.merge(after, on=FIGURE, how="outer", suffixes=("_before", "_after"))
    return Publication(
        assessment_id,
        mission_code,
        work.state,
        act.revision,
        from_on,
        tuple(sorted(sites)),
        changes,
    )


def _publish(
    work: Work, sites: set[str], from_on: date, *, tell: Tell, rehearsal: bool
) -> pd.DataFrame:
    """Make the change and write the figures from the day on; the mission's gaps then.

    The draws behind rank intervals are written too where answers or sites change, and last
    the signals, which rest on all of these.
    """
    act, mission_code, rules = work.act, work.described["mission_code"], rules_in_force()
    draws = any(one["kind"] in KINDS for one in work.assessments)
    of_sites = (act.connection, mission_code, sites, rules)
    counts_before = counts_now(*of_sites, from_on=from_on)
    work.change(act, int(work.described["assessment_id"]))
    tell("Computing the figures it touches", 0.3)
    found_now = periods(*of_sites, from_on=from_on, counts_before=counts_before)
    figures = {"mission_code": mission_code, "revision": act.revision}
    writes.publish(act.connection, **figures, periods=found_now, site_codes=sorted(sites))
    if draws and not rehearsal:
        tell("Drawing what else they could be", 0.6)
        drawn = draw_periods(act.connection, mission_code, rules, from_on=from_on)
        writes.publish(act.connection, **figures, periods=drawn)
    if not rehearsal:
        tell("Looking for signals", 0.9)
        write_signals(act, mission_code, from_on=from_on)
        tell("Keeping them", 0.95)
    return found_now[0][2]["mission_gaps"]


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
