"""From which day on is so much of the evidence stale that it needs a look?"""

from collections.abc import Mapping
from math import floor

import numpy as np
import pandas as pd

from unpol_data.scoring.classes import printed
from unpol_data.scoring.confidence import DAYS_PER_MONTH
from unpol_data.scoring.signals import ANY, candidates

STALE = ["holds_from", "value", "value_on", "counted"]


def stale_evidence(
    counts: pd.DataFrame,
    half_lives: pd.Series,
    *,
    on: pd.Timestamp,
    after: float,
    stale_pct: float,
    needed_at_least: float,
) -> pd.DataFrame:
    """From which day on `stale_pct` of the answers needed in each area are stale.

    `counts` has one row per side, area_code, dimension_code, state and answered_on with
    answer_count; needed is what was answered or is unknown. An answer is stale when older than
    `after` half-lives (`half_lives`, months by dimension). holds_from is that day, which may lie
    in the past or the future; value the printed share on it, or on `on` where that is later;
    value_on that on `on`; counted the answers needed. Answers whose dates never make it so
    raise nothing. The columns are those of signals.COLUMNS.
    """
    needed = counts[counts["state"].isin(["answered", "unknown"])]
    limits = after * needed["dimension_code"].map(half_lives).astype("float64") * DAYS_PER_MONTH
    days = limits.map(lambda limit: pd.NA if pd.isna(limit) else floor(limit) + 1)
    stale_on = pd.to_datetime(needed["answered_on"]) + pd.to_timedelta(
        days.astype("float64"), unit="D"
    )
    needed = needed.assign(stale_on=stale_on.where(needed["state"] == "answered"))
    found = [
        {
            "side": side,
            "area_code": area_code,
            **_stale(of_area, pd.Timestamp(on), stale_pct, needed_at_least),
        }
        for (side, area_code), of_area in needed.groupby(["side", "area_code"])
    ]
    found = pd.DataFrame(found, columns=["side", "area_code", "holds", *STALE])
    areas = found["area_code"]
    return candidates(found.assign(horizon=ANY, subject=areas, area_codes=areas))


def _stale(
    rows: pd.DataFrame, on: pd.Timestamp, stale_pct: float, needed_at_least: float
) -> Mapping[str, object]:
    """When the share of one area's answers that are stale reaches the threshold, if ever."""
    total = float(rows["answer_count"].sum())
    by_day = rows.dropna(subset="stale_on").groupby("stale_on")["answer_count"].sum().cumsum()
    shares = printed(by_day / total).astype("float64")
    reached = shares[shares >= stale_pct]
    holds = total >= needed_at_least and len(reached) > 0
    holds_from = reached.index[0] if holds else pd.NaT
    seen = on if pd.isna(holds_from) else max(on, holds_from)
    return {
        "holds": holds,
        "holds_from": holds_from,
        "value": _share_on(shares, seen),
        "value_on": _share_on(shares, on),
        "counted": total if total else np.nan,
    }


def _share_on(shares: pd.Series, day: pd.Timestamp) -> float:
    past = shares[shares.index <= day]
    return float(past.iloc[-1]) if len(past) else 0.0
