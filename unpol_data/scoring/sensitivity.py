"""Which assumption does the order of the priorities hang on most?

Only the worker that approves assessments may import this module, and only when it needs
it: SALib brings SciPy, which the web process must not load.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from SALib.analyze import sobol as sobol_indices
from SALib.sample import sobol as sobol_sample

from unpol_data.scoring.chance import Chance
from unpol_data.scoring.draws import DIMENSION_WEIGHTS, ITEM_NOISE, MISSING_ITEMS, TYPE_OF_MEAN
from unpol_data.scoring.pressure_draws import RELEVANCE, THREAT_RATINGS
from unpol_data.scoring.stability import IMPORTANCE_WEIGHTS, rank_draws

GROUPS = (
    ITEM_NOISE,
    MISSING_ITEMS,
    DIMENSION_WEIGHTS,
    TYPE_OF_MEAN,
    THREAT_RATINGS,
    RELEVANCE,
    IMPORTANCE_WEIGHTS,
)
COLUMNS = ["assumption", "total_order", "total_order_low", "total_order_high"]


def assumption_shares(
    priorities_of: Callable[[Chance], np.ndarray],
    point_priorities: pd.Series,
    *,
    seed: int,
    sample_count: int,
    groups: Sequence[str] = GROUPS,
) -> pd.DataFrame:
    """One row per group of assumptions, the one that matters most first.

        order moved = mean over the rows of |rank drawn - rank of the point figure|
        total_order = share of the variance of that which remains when all other groups
                      are known: first-order effect and every interaction

    `priorities_of` gives the priority draws for a Chance, one row per row of
    `point_priorities`, so that each group can be varied with the others held still.
    sample_count is a power of 2; (groups + 2) sample_count draws are made. total_order_low
    and _high are ends of a 95 % interval for the size of the sample. Shares may add up to
    more than 1, as interactions count for each group. Where nothing moves the order all are
    0; where no row has a priority there are no rows. Method note, section 10.
    """
    if sample_count < 2 or sample_count & (sample_count - 1):
        raise ValueError(f"sample_count is {sample_count}; it has to be a power of 2, from 2 on.")
    if point_priorities.notna().sum() == 0:
        return pd.DataFrame(columns=COLUMNS)
    problem = {"num_vars": len(groups), "names": list(groups), "bounds": [[0, 1]] * len(groups)}
    points = sobol_sample.sample(problem, sample_count, calc_second_order=False, seed=seed)
    picked = np.minimum((points * sample_count).astype(int), sample_count - 1)
    chance = Chance(
        seed,
        draw_count=len(points),
        picked={group: picked[:, place] for place, group in enumerate(groups)},
    )
    moved = order_moved(priorities_of(chance), point_priorities)
    if np.ptp(moved) == 0:
        shares = pd.DataFrame({"ST": 0.0, "ST_conf": 0.0}, index=list(groups))
    else:
        found = sobol_indices.analyze(problem, moved, calc_second_order=False, seed=seed)
        shares = pd.DataFrame({name: found[name] for name in ("ST", "ST_conf")}, index=list(groups))
    return _in_order(shares)


def order_moved(priorities: np.ndarray, point_priorities: pd.Series) -> np.ndarray:
    """By how many ranks a row stands away from its point rank, in the mean, for each draw.

    Rows without a point figure are left out.
    """
    ranked = point_priorities.notna().to_numpy()
    points = point_priorities.to_numpy(dtype=np.float64)[ranked][:, None]
    return np.abs(rank_draws(priorities[ranked]) - rank_draws(points)).mean(axis=0)


def _in_order(shares: pd.DataFrame) -> pd.DataFrame:
    found = pd.DataFrame(
        {
            "assumption": shares.index,
            "total_order": shares["ST"].to_numpy(),
            "total_order_low": (shares["ST"] - shares["ST_conf"]).clip(lower=0).to_numpy(),
            "total_order_high": (shares["ST"] + shares["ST_conf"]).to_numpy(),
        }
    )
    return found.sort_values(
        ["total_order", "assumption"], ascending=[False, True], ignore_index=True
    )
