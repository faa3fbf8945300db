"""At which gaps did each decision aim, and have they moved since?"""

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters, from_query
from unpol_data.queries import draws
from unpol_data.scoring import classes, moved, stability

GAP = ["mission_code", "area_code"]
ENDS = ["change_low", "change_high"]
COLUMNS = [
    *("decision_code", *GAP, "horizon", "side", "then_on", "now_on"),
    *("points_before", "points_after", *ENDS, "moved"),
]


def aims(
    connection: Connection, decisions: pd.DataFrame, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per decision and gap it aimed at, with COLUMNS; none where it aimed at no gap.

    points_before is the gap (0-100, as printed) as the store said it at the decision's revision
    and date, points_after as the chosen filters say it; then_on and now_on are these dates.
    change_low and change_high: ends of the interval of the change (-1 to 1) over the draws,
    missing where the printed figures are the same or none are kept; moved is one of
    scoring.moved. Method note, section 10.
    """
    known = _Gaps(connection, viewer)
    parts = [_of_one(known, row, chosen) for row in decisions.itertuples(index=False)]
    found = [part for part in parts if len(part)]
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(found, ignore_index=True)[COLUMNS]


def taken_on(decision: tuple) -> Filters:
    """The filters a decision was taken with, its revision and the date of its figures too."""
    said, _ = from_query(query_of(decision))
    as_of = said.as_of or decision.decided_on.date()
    return replace(said, as_of=as_of, revision=int(decision.store_revision), scenario=None)


def query_of(decision: tuple) -> dict[str, list[str]]:
    """What was chosen on the page, by URL parameter, as it is kept."""
    kept = decision.link_query
    return parse_qs(kept) if isinstance(kept, str) else {}


@dataclass
class _Gaps:
    """The gaps of a day and revision, read once for all decisions that need them."""

    connection: Connection
    viewer: Viewer
    read: dict[Filters, pd.DataFrame] = field(default_factory=dict)

    def of(self, aimed: Filters) -> pd.DataFrame:
        """The gaps of the missions and areas aimed at (none named: all of them)."""
        whole = replace(aimed, missions=(), areas=())
        if whole not in self.read:
            self.read[whole] = queries.gaps.mission_gaps(self.connection, whole, self.viewer)
        rows = self.read[whole][[*GAP, "gap"]]
        for name, codes in (("mission_code", aimed.missions), ("area_code", aimed.areas)):
            rows = rows[rows[name].isin(codes)] if codes else rows
        return rows

    def drawn(self, rows: pd.DataFrame, aimed: Filters) -> np.ndarray:
        """The draws of the gaps of these rows; missing where none are kept."""
        missions, areas = (tuple(dict.fromkeys(rows[name])) for name in GAP)
        alone = replace(aimed, missions=missions, areas=areas)
        kept = draws.gap_draws(self.connection, alone, self.viewer)
        return stability.matched(rows, kept.rows, kept.gaps)


def _of_one(known: _Gaps, decision: tuple, chosen: Filters) -> pd.DataFrame:
    then = _aimed(decision)
    if not (then.missions or then.areas):
        return pd.DataFrame(columns=COLUMNS)
    now = replace(then, as_of=chosen.as_of, revision=chosen.revision)
    suffixes = ("_before", "_after")
    rows = known.of(then).merge(known.of(now), how="outer", on=GAP, suffixes=suffixes)
    if rows.empty:
        return pd.DataFrame(columns=COLUMNS)
    rows = rows.assign(
        decision_code=decision.decision_code,
        horizon=then.horizon,
        side=then.side,
        then_on=pd.Timestamp(then.as_of),
        now_on=pd.Timestamp(now.as_of),
        points_before=classes.printed(rows["gap_before"]).astype("float64"),
        points_after=classes.printed(rows["gap_after"]).astype("float64"),
    )
    rows = rows.join(_interval(known, rows, then, now))
    return rows.assign(moved=moved.moved(rows))


def _aimed(decision: tuple) -> Filters:
    """The filters of the gaps aimed at: the decision's own mission and area, else those chosen."""
    then = replace(taken_on(decision), dimensions=(), threats=())
    if isinstance(decision.mission_code, str):
        then = replace(then, missions=(decision.mission_code,))
    if isinstance(decision.area_code, str):
        then = replace(then, areas=(decision.area_code,))
    return then


def _interval(known: _Gaps, rows: pd.DataFrame, then: Filters, now: Filters) -> pd.DataFrame:
    """Ends of the interval of each change that is printed; missing where no draws are kept."""
    change = rows["points_after"] - rows["points_before"]
    changed = rows[change.notna() & (change != 0)]
    if changed.empty:
        return pd.DataFrame(columns=ENDS, index=rows.index, dtype="float64")
    ends = moved.change_interval(
        known.drawn(changed, then),
        known.drawn(changed, now),
        low=reference.parameter("interval_low"),
        high=reference.parameter("interval_high"),
    )
    return ends.set_index(changed.index).reindex(rows.index)
