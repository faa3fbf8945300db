"""At which gaps did each decision aim, and have they moved since?"""

from dataclasses import replace
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
COLUMNS = [
    *("decision_code", *GAP, "horizon", "side", "then_on", "now_on"),
    *("points_before", "points_after", "change_low", "change_high", "moved"),
]


def aims(
    connection: Connection, decisions: pd.DataFrame, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per decision and gap it aimed at, with COLUMNS; none where it aimed at no gap.

    points_before is the gap (0-100, as printed) as the store said it at the decision's revision
    and date, points_after as the chosen filters say it; then_on and now_on are these dates.
    change_low and change_high: ends of the interval of the change (-1 to 1) over the draws;
    moved is one of scoring.moved. Method note, section 10.
    """
    parts = [_of_one(connection, row, chosen, viewer) for row in decisions.itertuples(index=False)]
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


def _of_one(
    connection: Connection, decision: tuple, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    then = _aimed(decision)
    if not (then.missions or then.areas):
        return pd.DataFrame(columns=COLUMNS)
    now = replace(then, as_of=chosen.as_of, revision=chosen.revision)
    before, after = (queries.gaps.mission_gaps(connection, one, viewer) for one in (then, now))
    rows = before[[*GAP, "gap"]].merge(
        after[[*GAP, "gap"]], how="outer", on=GAP, suffixes=("_before", "_after")
    )
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
    ends = _interval(connection, rows, (then, now), viewer)
    rows = pd.concat([rows, ends.set_index(rows.index)], axis=1)
    return rows.assign(moved=moved.moved(rows))


def _aimed(decision: tuple) -> Filters:
    """The filters of the gaps aimed at: the decision's own mission and area, else those chosen."""
    then = replace(taken_on(decision), dimensions=(), threats=())
    if isinstance(decision.mission_code, str):
        then = replace(then, missions=(decision.mission_code,))
    if isinstance(decision.area_code, str):
        then = replace(then, areas=(decision.area_code,))
    return then


def _interval(
    connection: Connection, rows: pd.DataFrame, both: tuple[Filters, Filters], viewer: Viewer
) -> pd.DataFrame:
    """Ends of the interval of each change; missing where no draws are kept."""
    before, after = (_drawn(connection, rows, one, viewer) for one in both)
    return moved.change_interval(
        before,
        after,
        low=reference.parameter("interval_low"),
        high=reference.parameter("interval_high"),
    )


def _drawn(
    connection: Connection, rows: pd.DataFrame, chosen: Filters, viewer: Viewer
) -> np.ndarray:
    kept = draws.gap_draws(connection, chosen, viewer)
    return stability.matched(rows, kept.rows, kept.gaps)
