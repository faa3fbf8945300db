"""Can a site connect as it needs to, and what holds it back?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from unpol_data.scoring.coverage import is_enough
from unpol_data.scoring.means import weighted_means

SAME_FOR_ALL = ["latency_ms", "availability_pct", "radio_coverage_pct", "power_hours_per_day"]


def recent_values(measurements: pd.DataFrame, *, window_days: float) -> pd.DataFrame:
    """One row per site and measure: the mean of the days up to its newest measurement.

    `measurements` has site_code, measure, measured_on and value; those more than
    window_days older than the newest of the same site and measure do not count.
    measured_on is the newest. Method note, section 6.
    """
    keys = ["site_code", "measure"]
    rows = measurements[measurements["value"].notna()].sort_values([*keys, "measured_on", "value"])
    rows = rows.assign(measured_on=pd.to_datetime(rows["measured_on"]))
    newest = rows.groupby(keys)["measured_on"].transform("max")
    rows = rows[newest - rows["measured_on"] <= pd.Timedelta(days=window_days)]
    return (
        rows.groupby(keys)
        .agg(value=("value", "mean"), measured_on=("measured_on", "max"))
        .reset_index()
    )


def monthly_means(measurements: pd.DataFrame) -> pd.DataFrame:
    """One row per site, measure and month (its first day): mean_value, measurement_count."""
    rows = measurements[measurements["value"].notna()]
    measured_on = pd.to_datetime(rows["measured_on"])
    rows = rows.assign(month=measured_on.dt.to_period("M").dt.to_timestamp())
    keys = ["site_code", "measure", "month"]
    groups = rows.sort_values([*keys, "measured_on", "value"]).groupby(keys)["value"]
    return groups.agg(mean_value="mean", measurement_count="size").reset_index()


def site_requirements(sites: pd.DataFrame, requirements: pd.DataFrame) -> pd.DataFrame:
    """One row per site, horizon and measure: what the site itself requires.

        downlink = users x Mbit/s per user x share on line at once;  uplink = a share of it

    `sites` has site_code, site_kind and users; `requirements` one row per site kind and
    horizon. Where users is not known both bandwidths are missing. Method note, section 6.
    """
    profile = requirements.drop(columns="source", errors="ignore")
    rows = sites[["site_code", "site_kind", "users"]].merge(profile, on="site_kind")
    shared = rows["mbps_per_user"] * rows["concurrency_share"]
    rows["downlink_mbps"] = rows["users"].astype("float64") * shared
    rows["uplink_mbps"] = rows["downlink_mbps"] * rows["uplink_share"]
    return rows.melt(
        id_vars=["site_code", "horizon"],
        value_vars=["downlink_mbps", "uplink_mbps", *SAME_FOR_ALL],
        var_name="measure",
        value_name="required",
    )


def measure_attainments(
    values: pd.DataFrame, required: pd.DataFrame, measures: pd.DataFrame
) -> pd.DataFrame:
    """One row per row of `required`: value, measured_on and attainment, 0 nothing, 1 as required.

        attainment = min(1, value / required),  or min(1, required / value) where lower is better

    A measure without value or without requirement has no attainment.
    Method note, section 6.
    """
    rows = required.merge(values, on=["site_code", "measure"], how="left")
    lower = rows["measure"].map(measures.set_index("measure")["lower_is_better"]) == "yes"
    have = rows["value"].where(~lower, rows["required"]).astype("float64")
    need = rows["required"].where(~lower, rows["value"]).astype("float64")
    reached = (have / need.where(need > 0)).clip(upper=1).mask(need <= 0, 1.0)
    return rows.assign(attainment=reached.where(rows["value"].notna() & rows["required"].notna()))


def site_connectivity(
    attainments: pd.DataFrame, *, by: Sequence[str], coverage_needed: float
) -> pd.DataFrame:
    """Connectivity gap of each site: 0 as required, 1 nothing; and its limiting factor.

        gap = 1 - min of the attainments of its measures;  limiting_factor = the lowest

    `by` names one site. Further measures can only widen a gap, so a gap that is known
    stands; but where less than coverage_needed of the measures is known and they show no
    gap, the gap is missing. No gap, no limiting factor. measured_on is the newest.
    Method note, section 6.
    """
    rows = attainments.sort_values([*by, "attainment", "measure"])
    groups = rows.groupby(list(by))
    found = pd.DataFrame(
        {
            "gap": (1 - groups["attainment"].min()).clip(0, 1),
            "coverage_share": groups["attainment"].count() / groups.size(),
            "measured_on": groups["measured_on"].max(),
        }
    )
    short = found["gap"].round(9) > 0
    found["gap"] = found["gap"].where(short | is_enough(found["coverage_share"], coverage_needed))
    lowest = rows.drop_duplicates(list(by)).set_index(list(by))["measure"]
    found["limiting_factor"] = lowest.reindex(found.index).where(short)
    return found.reset_index()


def mission_connectivity(
    sites: pd.DataFrame, *, by: Sequence[str], large_gap: float
) -> pd.DataFrame:
    """One row per mission: its personnel-weighted connectivity gap, and whom it leaves out.

    gap is the served-weighted mean over the sites with a figure; exposure_share the share
    of those serving there whose site's gap exceeds large_gap; coverage_share the share of
    all serving whose site has a figure. `sites` has gap and served; where nobody's number
    is known all three are missing. Method note, section 6.
    """
    known = sites["gap"].notna()
    rows = sites.assign(
        served=sites["served"].astype("float64"),
        exposure_share=np.where(known, (sites["gap"] > large_gap).astype("float64"), np.nan),
        coverage_share=known.astype("float64"),
    ).sort_values([*by, "site_code"])
    columns = ["gap", "exposure_share", "coverage_share"]
    return weighted_means(rows, columns, weight="served", by=by).reset_index()
