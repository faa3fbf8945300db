"""Which early-warning signals hold in a mission from a day on, and which are resolved?"""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.periods import (
    CLEARANCES,
    Period,
    all_clearances,
    counted_assessments,
    starts,
)
from unpol_data.scoring import signals as rules
from unpol_data.scoring.signal_history import KEY, continued
from unpol_data.scoring.staleness import stale_evidence
from unpol_data.views import gaps as rounds

LEVELS = {"today": "level_now", "emerging": "level_emerging"}
CELL = ["side", "horizon", "area_code"]
DAY = timedelta(days=1)
Seen = tuple[Connection, str, date, int]


def signal_periods(connection: Connection, mission_code: str, *, from_on: date) -> list[Period]:
    """The mission's signals from a day on, once all other figures are written.

    One period up to each later publication, as from `periods`; what held the day before is taken
    from the store, so that a signal keeps the day on which it was raised. Method note,
    section 14.
    """
    counted = counted_assessments(connection, mission_code)
    held = {
        clearance: queries.signals.holding(
            connection, mission_code, on=from_on - DAY, clearance=clearance
        )
        for clearance in CLEARANCES
    }
    days = starts(connection, mission_code, from_on=from_on)
    found = []
    for start, end in zip(days, [*days[1:], None], strict=True):
        # Readers who see the same on a day have seen the same before, so held is the same too.
        frames = all_clearances(counted, start, _frames_of(connection, mission_code, held))
        rows = frames["signals"]
        if end is not None:
            rows = rows[rows["raised_on"] < pd.Timestamp(end)]
        held = {
            clearance: rows[rows["holds"].astype(bool) & (rows["clearance"] == clearance)]
            for clearance in CLEARANCES
        }
        found.append((start, end, {"signals": rows}))
    return found


def _frames_of(
    connection: Connection, mission_code: str, held: dict[int, pd.DataFrame]
) -> Callable[[date, int], dict[str, pd.DataFrame]]:
    def frames_of(on: date, clearance: int) -> dict[str, pd.DataFrame]:
        """The signals of one day for one clearance."""
        found = candidates((connection, mission_code, on, clearance))
        return {"signals": continued(held[clearance], found, on=on)}

    return frames_of


def candidates(seen: Seen) -> pd.DataFrame:
    """One row per rule and subject on a day for a clearance, whether or not the rule holds.

    `seen` is connection, mission, day and clearance. Columns: rule_code and those of
    scoring.signals.COLUMNS.
    """
    gaps = _gaps(seen)
    found = {
        "gap_rise": rules.gap_rise(gaps, **reference.thresholds("gap_rise")),
        "threat_rise": rules.threat_rise(
            _ratings(seen),
            gaps[[*CELL, "gap"]],
            reference.table("threat_relevance"),
            **reference.thresholds("threat_rise"),
        ),
        "link_availability": _link_availability(seen),
        "equipment_decline": rules.equipment_decline(
            _counted_twice(seen), **reference.thresholds("equipment_decline")
        ),
        "stale_evidence": _stale_evidence(seen),
    }
    rows = [frame.assign(rule_code=code) for code, frame in found.items() if len(frame)]
    none = rules.candidates(pd.DataFrame()).assign(rule_code=pd.Series(dtype="str"))
    every = pd.concat(rows, ignore_index=True) if rows else none
    return every[[*KEY, *(name for name in every.columns if name not in KEY)]]


def _chosen(seen: Seen) -> tuple[list[Filters], Viewer]:
    """Every side and horizon of the mission on the day, and one who sees what is asked for."""
    _, mission_code, on, clearance = seen
    chosen = [
        Filters(missions=(mission_code,), side=side, horizon=horizon, as_of=on)
        for side in reference.codes("sides")
        for horizon in reference.codes("horizons")
    ]
    return chosen, Viewer("publishing", None, clearance, frozenset())


def _gaps(seen: Seen) -> pd.DataFrame:
    """One row per side, horizon and area: the gap, and that of the round before."""
    connection = seen[0]
    chosen, viewer = _chosen(seen)
    since = rounds.rounds(connection, chosen[0], viewer)
    before_on = rounds.previous_dates(since)
    found = queries.gaps.mission_gaps
    now = pd.concat([found(connection, one, viewer) for one in chosen], ignore_index=True)
    before = pd.concat(
        [found(connection, one, viewer, on=before_on) for one in chosen], ignore_index=True
    )
    before = before[[*CELL, "gap"]].rename(columns={"gap": "gap_before"})
    dates = since.iloc[0] if len(since) else {}
    return (
        now[[*CELL, "gap"]]
        .merge(before, how="left", on=CELL)
        .assign(basis_on=dates.get("published_on"), compared_on=dates.get("previous_published_on"))
    )


def _ratings(seen: Seen) -> pd.DataFrame:
    """One row per horizon and threat: its level, and that of the rating before."""
    connection, mission_code, on, clearance = seen
    rated = queries.earlier.threat_ratings(connection, mission_code, on=on, clearance=clearance)
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "horizon": horizon,
                    "threat_code": rated["threat_code"],
                    "level": rated[column],
                    "level_before": rated[f"{column}_before"],
                    "basis_on": rated["published_on"],
                    "compared_on": rated["rated_on_before"],
                }
            )
            for horizon, column in LEVELS.items()
        ],
        ignore_index=True,
    )


def _link_availability(seen: Seen) -> pd.DataFrame:
    connection = seen[0]
    chosen, viewer = _chosen(seen)
    watched = reference.table("signal_rules").set_index("rule_code")["measure"]
    measure = watched["link_availability"]
    by_horizon = {one.horizon: one for one in chosen}.values()
    found = queries.connectivity
    required = pd.concat(
        [found.site_measures(connection, one, viewer) for one in by_horizon], ignore_index=True
    )
    months = found.monthly_measurements(connection, chosen[0], viewer)
    return rules.link_availability(
        months.loc[months["measure"] == measure, ["site_code", "month", "mean_value"]],
        required.loc[required["measure"] == measure, ["horizon", "site_code", "required"]],
        **reference.thresholds("link_availability"),
    )


def _counted_twice(seen: Seen) -> pd.DataFrame:
    """One row per item counted at an open site, with its area and the count before."""
    connection, mission_code, on, clearance = seen
    where = {"on": on, "clearance": clearance}
    sites = queries.facts.site_facts(connection, mission_code, **where)
    open_sites = sites.loc[~sites["closed"].astype(bool), "site_code"]
    lines = queries.earlier.equipment_counts(connection, mission_code, **where)
    areas = reference.table("equipment").set_index("equipment_code")["area_code"]
    lines = lines[lines["site_code"].isin(open_sites)]
    return lines.assign(area_code=lines["equipment_code"].map(areas))


def _stale_evidence(seen: Seen) -> pd.DataFrame:
    connection, _, on, _ = seen
    chosen, viewer = _chosen(seen)
    by_side = {one.side: one for one in chosen}.values()
    counts = [queries.evidence.evidence_counts(connection, one, viewer) for one in by_side]
    return stale_evidence(
        pd.concat(counts, ignore_index=True),
        reference.table("dimensions").set_index("dimension_code")["half_life_months"],
        on=pd.Timestamp(on),
        after=reference.parameter("stale_after_half_lives"),
        **reference.thresholds("stale_evidence"),
    )
