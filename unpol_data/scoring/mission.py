"""How large is the gap of a whole mission, where is it worst, and how many serve there?"""

from collections.abc import Sequence

import pandas as pd

from unpol_data.scoring.coverage import is_enough
from unpol_data.scoring.means import weighted_means

FIGURES = ["gap", "gap_low", "gap_high", "coverage_share", "confidence"]


def mission_gaps(
    gaps: pd.DataFrame, *, by: Sequence[str], large_gap: float, coverage_needed: float
) -> pd.DataFrame:
    """Gap of each capability of each mission: 0 requirement met, 1 nothing there.

        gap            = sum(n gap of the site) / sum(n)       over the sites with a figure
        exposure_share = sum(n at sites with gap > large_gap) / sum(n)       over the same

    `gaps` has one row per site and capability, with site_code, served (n) and the figures
    of site_gaps; `by` names one capability of one mission. A site whose n is not known
    is left out of the means; where no n is known, or all are 0, every site weighs the
    same. Gap and exposure are missing where the sites with a figure carry less than
    coverage_needed of the weight. worst_site_code is the site with the largest gap,
    whatever its n. Method note, sections 3, 4 and 9.
    """
    rows = _weighted(gaps, by=by)
    rows["exposed"] = (rows["gap"] > large_gap).astype("float64").where(rows["gap"].notna())
    figures = _served_means(rows, by=by, coverage_needed=coverage_needed)
    groups = rows.groupby(list(by))
    exposed = weighted_means(rows, ["exposed"], weight="served_weight", by=by)["exposed"]
    figures["exposure_share"] = exposed.where(figures["gap"].notna())
    figures["worst_site_code"] = _worst_sites(rows, by=by).reindex(figures.index)
    figures["served"] = groups["served"].sum(min_count=1)
    figures["sites_scored"] = groups["gap"].count()
    figures["sites_total"] = groups.size()
    return figures.reset_index()


def mission_dimension_gaps(
    gaps: pd.DataFrame, *, by: Sequence[str], coverage_needed: float
) -> pd.DataFrame:
    """Gap of each dimension of each capability of each mission: 0 met, 1 nothing there.

    As mission_gaps, from one row per site and dimension with a printed gap (see
    printed_dimension_gaps) and served; `by` names one dimension of one mission.
    Method note, sections 3 and 4.
    """
    rows = _weighted(gaps, by=by)
    return _served_means(rows, by=by, coverage_needed=coverage_needed).reset_index()


def overall_gaps(
    gaps: pd.DataFrame, relevance: pd.DataFrame, *, by: Sequence[str], areas_needed: float
) -> pd.DataFrame:
    """Gap over all given capabilities of each mission or site: 0 met, 1 nothing there.

        gap = sum(mu gap) / sum(mu)   over the areas with a figure, mu = mandate relevance

    `gaps` has one row per capability asked, with mission_code and area_code; `relevance`
    has mission_code, area_code and relevance. The gap is missing where the areas with a
    figure carry less than areas_needed of the mandate relevance asked for, and so is that
    of a mission without any mandate relevance. coverage_share is the share they carry;
    areas_scored and areas_total count them. Method note, section 3.
    """
    keys = ["mission_code", "area_code"]
    mandated = relevance[[*keys, "relevance"]].rename(columns={"relevance": "served_weight"})
    rows = gaps.merge(mandated, on=keys, how="left").sort_values([*by, "area_code"])
    rows["coverage_share"] = rows["gap"].notna().astype("float64")
    figures = _served_means(rows, by=by, coverage_needed=areas_needed)
    groups = rows.groupby(list(by))
    figures["areas_scored"] = groups["gap"].count()
    figures["areas_total"] = groups.size()
    return figures.reset_index()


def _weighted(gaps: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """The same rows with served_weight: n, or 1 each where no n of the group counts."""
    rows = gaps.sort_values([*by, "site_code"]).reset_index(drop=True)
    served = rows["served"].astype("float64")
    counted = served.groupby([rows[column] for column in by]).transform("sum") > 0
    return rows.assign(served=served, served_weight=served.where(counted, 1.0))


def _served_means(rows: pd.DataFrame, *, by: Sequence[str], coverage_needed: float) -> pd.DataFrame:
    """One row per group: the weighted mean of every figure.

    A row without a figure of its own may stand anywhere: its bounds count as 0 and 1.
    """
    known = rows["gap"].notna()
    rows = rows.assign(
        known=known.astype("float64"),
        gap_low=rows["gap_low"].where(known, 0.0),
        gap_high=rows["gap_high"].where(known, 1.0),
    )
    figures = weighted_means(rows, [*FIGURES, "known"], weight="served_weight", by=by)
    enough = is_enough(figures["known"], coverage_needed)
    figures["gap"] = figures["gap"].where(enough)
    return figures[FIGURES]


def _worst_sites(rows: pd.DataFrame, *, by: Sequence[str]) -> pd.Series:
    """The site with the largest gap per group; of equal gaps the one where more serve."""
    scored = rows[rows["gap"].round(9) > 0]
    scored = scored.assign(gap=scored["gap"].round(9)).sort_values(
        [*by, "gap", "served", "site_code"],
        ascending=[True] * len(by) + [False, False, True],
    )
    return scored.drop_duplicates(list(by)).set_index(list(by))["site_code"]
