"""What is missing, what is merely broken, and what would it cost to close?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

COUNTS = ["required", "held", "serviceable"]
SHORTAGES = ["never_held", "unserviceable", "short", "cost_to_close_usd"]


def equipment_shortages(lines: pd.DataFrame, equipment: pd.DataFrame) -> pd.DataFrame:
    """The same lines with what each is short of; 0 where it has all it needs.

        never_held    = max(0, required - held)
        unserviceable = max(0, min(held, required) - min(serviceable, required))
        short         = max(0, required - serviceable) = never_held + unserviceable
        cost_to_close_usd = short x unit cost

    `lines` has one row per site, side and equipment_code, with required, held and
    serviceable; `equipment` has equipment_code and unit_cost_usd. A line with a count
    missing has all four missing. Never below 0, so a surplus offsets nothing.
    Method note, section 7.
    """
    rows = lines.reset_index(drop=True)
    counts = rows[COUNTS].astype("float64")
    required, serviceable = counts["required"], counts["serviceable"]
    # More cannot be in order than is held; a count that says so is read as held.
    held = counts["held"].clip(lower=serviceable)
    complete = counts.notna().all(axis=1)
    never_held = (required - held).clip(lower=0).where(complete)
    short = (required - serviceable).clip(lower=0).where(complete)
    costs = equipment.set_index("equipment_code")["unit_cost_usd"].astype("float64")
    return rows.assign(
        never_held=never_held,
        unserviceable=short - never_held,
        short=short,
        cost_to_close_usd=short * rows["equipment_code"].map(costs).astype("float64"),
    )


def equipment_totals(lines: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """One row per group: counts, shortages and cost summed, and sites_short.

    Sums over the lines with all counts known; where there is none, all are missing.
    Shortages are summed line by line, so a surplus at one site offsets nothing at another.
    Method note, section 7.
    """
    complete = lines[COUNTS].notna().all(axis=1)
    rows = lines.assign(**{name: lines[name].where(complete) for name in COUNTS})
    rows = rows.sort_values([*by, "site_code", "equipment_code"])
    groups = rows.groupby(list(by))
    totals = groups[[*COUNTS, *SHORTAGES]].sum(min_count=1)
    short = rows[rows["short"] > 0].groupby(list(by))["site_code"].nunique()
    totals["sites_short"] = short.reindex(totals.index).fillna(0).astype("int64")
    return totals.reset_index()


def readiness(lines: pd.DataFrame, equipment: pd.DataFrame, *, by: Sequence[str]) -> pd.Series:
    """Readiness of each group, indexed by `by`: 0 nothing in order, 1 all that is required.

        readiness = sum(v min(1, serviceable / required)) / sum(v),  v = criticality

    Lines of which nothing is required, or a count is missing, leave both sums.
    Method note, section 7.
    """
    criticality = equipment.set_index("equipment_code")["criticality"].astype("float64")
    rows = lines.sort_values([*by, "equipment_code"])
    required = rows["required"].astype("float64")
    ready = (rows["serviceable"].astype("float64") / required.where(required > 0)).clip(upper=1)
    value = rows["equipment_code"].map(criticality).astype("float64").where(ready.notna(), 0.0)
    keys = [rows[column] for column in by]
    weighted = (value * ready.fillna(0.0)).groupby(keys).sum()
    weights = value.groupby(keys).sum()
    return (weighted / weights.replace(0.0, np.nan)).rename("readiness")
