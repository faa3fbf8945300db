"""How large is the gap of a capability at one site, and which dimension limits it?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from unpol_data.scoring.coverage import is_enough
from unpol_data.scoring.means import weighted_means


def site_gaps(
    gaps: pd.DataFrame,
    weights: pd.DataFrame,
    *,
    by: Sequence[str],
    floor: float,
    coverage_needed: float,
    dimensions_needed: float,
) -> pd.DataFrame:
    """Gap of each capability at each site: 0 requirement met, 1 nothing there.

        gap = 1 - (prod max(a, floor)^w - floor) / (1 - floor),  a = 1 - gap of a dimension

    the weights summing to 1 over the dimensions of which anything was answered.
    `gaps` has one row per dimension (see dimension_gaps), `weights` area_code,
    dimension_code and weight, and `by` includes area_code. One row per capability comes
    back, with gap_arithmetic and gap_harmonic beside it, bounds, coverage, confidence and
    limiting_dimension. Where too few dimensions were answered the gap, both other means
    and the limiting dimension are missing; the bounds never are. Method note, sections 3
    and 4.
    """
    rows = with_weights(gaps, weights).sort_values([*by, "dimension_code"])
    rows = rows.assign(covered=is_enough(rows["coverage_share"], coverage_needed))
    figures = _means(rows, by=by, floor=floor)
    counts = rows.groupby(list(by))["covered"].agg(["sum", "size"])
    enough = counts["sum"] >= counts["size"].clip(upper=dimensions_needed)
    limiting = limiting_dimensions(rows, by=by)
    figures["limiting_dimension"] = limiting.reindex(figures.index)
    dependent = ["gap", "gap_arithmetic", "gap_harmonic", "limiting_dimension"]
    figures[dependent] = figures[dependent].where(enough)
    return figures.reset_index()


def with_weights(gaps: pd.DataFrame, weights: pd.DataFrame) -> pd.DataFrame:
    """The same rows with the weight of their dimension; raises where one has no weight."""
    keys = ["area_code", "dimension_code"]
    rows = gaps.merge(weights[[*keys, "weight"]], on=keys, how="left")
    without = rows.loc[rows["weight"].isna(), keys].drop_duplicates()
    if len(without):
        raise ValueError(f"No dimension weight for {without.to_records(index=False).tolist()}.")
    return rows


def limiting_dimensions(gaps: pd.DataFrame, *, by: Sequence[str]) -> pd.Series:
    """The dimension with the largest gap, per group; groups without any gap are not listed.

    Of equal gaps the heavier dimension limits, then the first by code.
    Method note, section 3.
    """
    rows = gaps[gaps["gap"].round(9) > 0]
    rows = rows.assign(gap=rows["gap"].round(9)).sort_values(
        [*by, "gap", "weight", "dimension_code"],
        ascending=[True] * len(by) + [False, False, True],
    )
    return rows.drop_duplicates(list(by)).set_index(list(by))["dimension_code"]


def _means(rows: pd.DataFrame, *, by: Sequence[str], floor: float) -> pd.DataFrame:
    """One row per group: the three means and the bounds as gaps, coverage and confidence."""
    level = 1 - rows["gap"]
    floored = level.clip(lower=floor)
    terms = rows[[*by, "weight", "coverage_share", "confidence"]].assign(
        arithmetic=level,
        geometric=np.log(floored),
        harmonic=1 / floored,
        best=np.log((1 - rows["gap_low"]).clip(lower=floor)),
        worst=np.log((1 - rows["gap_high"]).clip(lower=floor)),
    )
    columns = [column for column in terms.columns if column not in [*by, "weight"]]
    means = weighted_means(terms, columns, weight="weight", by=by)
    return pd.DataFrame(
        {
            "gap": _gap(np.exp(means["geometric"]), floor),
            "gap_low": _gap(np.exp(means["best"]), floor),
            "gap_high": _gap(np.exp(means["worst"]), floor),
            "gap_arithmetic": (1 - means["arithmetic"]).clip(0, 1),
            "gap_harmonic": _gap(1 / means["harmonic"], floor),
            "coverage_share": means["coverage_share"],
            "confidence": means["confidence"],
        }
    )


def _gap(floored_mean: pd.Series, floor: float) -> pd.Series:
    """The gap of a mean of floored levels, rescaled so that it reaches both 0 and 1."""
    return (1 - (floored_mean - floor) / (1 - floor)).clip(0, 1)
