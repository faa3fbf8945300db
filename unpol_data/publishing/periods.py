"""From which day on do which figures hold, and for which clearance?"""

from collections.abc import Callable, Collection, Mapping
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.figures import Frames, summary_frames
from unpol_data.publishing.known import counts_of_sites, facts_of_sites, figures_of_others
from unpol_data.publishing.rules import Rules
from unpol_data.queries.assessments import assessments
from unpol_data.queries.facts import COUNTED, publication_dates

CLEARANCES = (0, 1, 2)
EVERYTHING = Viewer("publishing", None, max(CLEARANCES), frozenset())
Period = tuple[date, date | None, Frames]
Counts = Mapping[tuple[date, int], pd.DataFrame]


def starts(connection: Connection, mission_code: str, *, from_on: date) -> list[date]:
    """The day itself and every later day on which what counts for the mission changes."""
    later = publication_dates(connection, mission_code)
    return [from_on, *(day for day in later if day > from_on)]


def counted_assessments(connection: Connection, mission_code: str) -> pd.DataFrame:
    """One row per assessment of the mission that counts on some days, of any sensitivity."""
    rows = assessments(connection, Filters(missions=(mission_code,)), EVERYTHING)
    return rows[rows["state"].isin(COUNTED)]


def counts_now(
    connection: Connection,
    mission_code: str,
    sites: Collection[str],
    rules: Rules,
    *,
    from_on: date,
) -> Counts:
    """The evidence counts of these sites alone, by day and clearance, before a change."""
    return {
        (on, clearance): counts_of_sites(
            connection, mission_code, sites, rules, on=on, clearance=clearance
        )
        for on in starts(connection, mission_code, from_on=from_on)
        for clearance in CLEARANCES
    }


def periods(
    connection: Connection,
    mission_code: str,
    sites: Collection[str],
    rules: Rules,
    *,
    from_on: date,
    counts_before: Counts,
) -> list[Period]:
    """The figures of these sites and of their mission from a day on, after a change.

    One period up to each later publication: (from_on, to_on, frames by summary table,
    with a clearance column); to_on is None for the last. Of the mission's other sites the
    stored figures are taken. A clearance that may see no approved assessment has no rows.
    """
    counted = counted_assessments(connection, mission_code)

    def frames_of(on: date, clearance: int) -> Frames:
        """The figures of one day for one clearance."""
        where = {"on": on, "clearance": clearance}
        known = facts_of_sites(connection, mission_code, sites, **where)
        others = figures_of_others(connection, mission_code, sites, rules, **where)
        before = counts_before[on, clearance]
        taken_off = before.assign(answer_count=-before["answer_count"])
        others["evidence_counts"] = pd.concat(
            [frame for frame in (others["evidence_counts"], taken_off) if not frame.empty]
            or [taken_off]
        )
        return summary_frames(known, rules, on=on, others=others)

    days = starts(connection, mission_code, from_on=from_on)
    return [
        (start, end, all_clearances(counted, start, frames_of))
        for start, end in zip(days, [*days[1:], None], strict=True)
    ]


def all_clearances(
    counted: pd.DataFrame, on: date, frames_of: Callable[[date, int], Frames]
) -> Frames:
    """The figures of one day for all clearances; computed once where they see the same.

    `counted`: as counted_assessments.
    """
    day = pd.Timestamp(on)
    ended = pd.to_datetime(counted["superseded_on"]) <= day
    published = counted[(pd.to_datetime(counted["published_on"]) <= day) & ~ended]
    computed: dict[tuple[int, ...], Frames] = {}
    stacked: dict[str, list[pd.DataFrame]] = {}
    for clearance in CLEARANCES:
        may_see = published[published["sensitivity"] <= clearance]
        seen = tuple(sorted(may_see["assessment_id"]))
        if seen not in computed:
            computed[seen] = frames_of(on, clearance)
        for table_name, frame in computed[seen].items():
            stacked.setdefault(table_name, []).append(frame.assign(clearance=clearance))
    return {name: pd.concat(frames, ignore_index=True) for name, frames in stacked.items()}
