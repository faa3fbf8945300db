"""By how much would options close the gaps of sites, each alone and together?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

PLACE = ["site_code", "area_code"]
# Levels are sums of whole per cents, so states that agree to this many decimals are the same.
DECIMALS = 9
# From so many states on, equal ones are looked for and put together.
MANY = 64


@dataclass(frozen=True)
class Levels:
    """`places`: (site_code, area_code) by row of both arrays, `dimensions` by column.

    `levels` (0-1) is missing where nothing is known of a dimension; `weights` sum to 1 over the
    dimensions that are known, and are 0 for the others.
    """

    places: pd.MultiIndex
    dimensions: tuple[str, ...]
    levels: np.ndarray
    weights: np.ndarray
    floor: float

    def gaps(self, rows: np.ndarray, levels: np.ndarray) -> np.ndarray:
        """The gap, 0-1, of each row of levels at the place of the same row number in `rows`."""
        floored = np.maximum(np.where(np.isnan(levels), 1.0, levels), self.floor)
        mean = np.exp((np.log(floored) * self.weights[rows]).sum(axis=-1))
        return np.clip(1 - (mean - self.floor) / (1 - self.floor), 0, 1)


def levels(gaps: pd.DataFrame, weights: pd.DataFrame, *, floor: float) -> Levels:
    """How far each dimension of each capability at each site is reached.

    `gaps` has one row per site, area and dimension with gap_low and coverage_share; the level
    of what was answered is 1 - gap_low / coverage_share. `weights` has area_code,
    dimension_code and weight. Method note, sections 2, 3 and 11.
    """
    dimensions = tuple(sorted(weights["dimension_code"].unique()))
    answered = gaps["coverage_share"].astype("float64").where(gaps["coverage_share"] > 0)
    rows = gaps[[*PLACE, "dimension_code"]].assign(level=1 - gaps["gap_low"] / answered)
    wide = rows.pivot(index=PLACE, columns="dimension_code", values="level")
    wide = wide.reindex(columns=list(dimensions)).sort_index()
    each = weights.pivot(index="area_code", columns="dimension_code", values="weight")
    each = each.reindex(columns=list(dimensions)).reindex(wide.index.get_level_values("area_code"))
    known = np.where(wide.notna(), each.to_numpy("float64"), 0.0)
    sums = known.sum(axis=1, keepdims=True)
    shares = np.divide(known, sums, out=np.zeros_like(known), where=sums > 0)
    return Levels(wide.index, dimensions, wide.to_numpy("float64"), shares, floor)


def rises(gains: pd.DataFrame, sites: pd.DataFrame) -> pd.DataFrame:
    """One row per option, site, area and dimension: rise (0-1) of the attainment there.

    `gains` has option_code, site_code (a site, or a mission for every site of it), area_code,
    dimension_code and attainment_gain_pct (0-100); `sites` has mission_code and site_code.
    What is said of one site goes before what is said of the whole mission.
    """
    known = gains.assign(rise=gains["attainment_gain_pct"].astype("float64") / 100)
    known = known[["option_code", "site_code", "area_code", "dimension_code", "rise"]]
    whole = known.rename(columns={"site_code": "mission_code"}).merge(sites, on="mission_code")
    own = known[known["site_code"].isin(sites["site_code"])]
    rows = pd.concat([own, whole[own.columns]], ignore_index=True)
    return rows.drop_duplicates(
        ["option_code", *PLACE, "dimension_code"], keep="first", ignore_index=True
    )


def single_gains(rises: pd.DataFrame, at: Levels) -> pd.DataFrame:
    """One row per option, site and area: gap_gain (0-1), by how much the gap would fall.

        gap_gain = gap(a) - gap(min(1, a + rise))     of all dimensions it raises there at once

    Exact: the geometric mean makes a rise in the weakest dimension count most. A dimension of
    which nothing is known gains nothing; a place of which nothing is known is left out.
    `rises` as from rises. Method note, section 11.
    """
    keys, rows, raised = _by_option(rises, at)
    before = at.gaps(rows, at.levels[rows])
    after = at.gaps(rows, np.minimum(1, at.levels[rows] + raised))
    return keys.assign(gap_gain=np.maximum(before - after, 0))


def joint_gains(rises: pd.DataFrame, chances: pd.Series, at: Levels) -> pd.DataFrame:
    """One row per site and area: gap_gain (0-1) expected where all these options are taken.

        gap_gain = E[gap(a) - gap(min(1, a + sum of the rises of those that succeed))]

    over every combination of success and failure, options succeeding independently of one
    another with their chance P_tech P_adopt (`chances`, by option_code). Options that raise the
    same dimension share what is left of it, and options that raise different ones help each
    other, so this is not the sum of the single gains. Exact. Method note, section 11.
    """
    keys, rows, raised = _by_option(rises[rises["option_code"].isin(chances.index)], at)
    chance = chances.reindex(keys["option_code"]).to_numpy("float64")
    found = []
    for row in np.unique(rows):
        here = np.flatnonzero(rows == row)
        states, likely = _outcomes(at.levels[row], raised[here], chance[here])
        after = at.gaps(np.full(len(states), row), states)
        before = at.gaps(np.array([row]), at.levels[[row]])[0]
        found.append((*at.places[row], max(before - float(after @ likely), 0.0)))
    return pd.DataFrame(found, columns=[*PLACE, "gap_gain"])


def worth(gains: pd.DataFrame) -> pd.Series:
    """What each gain is worth where it is certain: n I dG, by the index of `gains`.

    `gains` has served (n), importance (I, 0-1) and gap_gain (dG, 0-1). Missing where any of the
    three is: nobody knows it, and it counts nothing. With P_tech P_adopt, and summed over the
    sites and areas of an option, it is the option's value. Method note, section 11.
    """
    parts = gains[["served", "importance", "gap_gain"]].astype("float64")
    return parts.prod(axis=1, skipna=False)


def _outcomes(
    start: np.ndarray, raised: np.ndarray, chance: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The levels that may come about, and how likely each is."""
    states, likely = start[None, :], np.ones(1)
    for rise, share in zip(raised, chance, strict=True):
        states = np.concatenate([states, np.minimum(1, states + rise)])
        likely = np.concatenate([likely * (1 - share), likely * share])
        if len(states) > MANY:
            same, places = np.unique(states.round(DECIMALS), axis=0, return_inverse=True)
            likely = np.bincount(places.ravel(), weights=likely, minlength=len(same))
            states = same
    return states, likely


def _by_option(rises: pd.DataFrame, at: Levels) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Option and place, the row of the place in the levels, and the rise by dimension."""
    wide = rises.pivot_table(
        index=["option_code", *PLACE], columns="dimension_code", values="rise", aggfunc="sum"
    )
    wide = wide.reindex(columns=list(at.dimensions)).fillna(0.0)
    keys = wide.index.to_frame(index=False)
    rows = at.places.get_indexer(pd.MultiIndex.from_frame(keys[PLACE]))
    known = rows >= 0
    known[known] = at.weights[rows[known]].sum(axis=1) > 0
    return keys[known].reset_index(drop=True), rows[known], wide.to_numpy("float64")[known]
