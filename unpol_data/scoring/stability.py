"""How firm is the order of the priorities, given what could be otherwise?"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from unpol_data.scoring.chance import Chance
from unpol_data.scoring.pressure_draws import KEY, RELEVANCE
from unpol_data.scoring.priority import PARTS

IMPORTANCE_WEIGHTS = "importance_weights"
# Sums of floating-point shares are compared with a threshold after rounding off their noise.
DECIMALS = 9


@dataclass(frozen=True)
class Limits:
    """What is reported: ends of the interval, how many are the top, and where tiers begin."""

    interval_low: float
    interval_high: float
    top_k: int
    tier_robust: float
    tier_contested: float


def weight_draws(
    weights: Mapping[str, float], *, weight_noise: float, chance: Chance
) -> np.ndarray:
    """Draws of the weights of threat, mandate and exposure, in that order, summing to 1.

        weight drawn = w (1 + U(-1, 1) weight_noise), renormalised

    Raises ValueError where the weights are not three numbers from 0 on that sum to 1.
    Method note, section 10.
    """
    check_weights(weights)
    given = np.array([weights[part] for part in PARTS], dtype=np.float32)[:, None]
    drawn = given * (1 + weight_noise * chance.spread(IMPORTANCE_WEIGHTS, PARTS))
    return drawn / drawn.sum(axis=0)


def check_weights(weights: Mapping[str, float]) -> None:
    """Raise ValueError, naming what was found, unless these are weights that sum to 1."""
    if set(weights) != set(PARTS):
        raise ValueError(f"Weights {sorted(weights)} given; needed are {sorted(PARTS)}.")
    numbers = np.array([weights[part] for part in PARTS], dtype="float64")
    if not np.isfinite(numbers).all() or (numbers < 0).any():
        raise ValueError(f"Weights {dict(weights)} given; each has to be a number from 0 to 1.")
    if round(float(numbers.sum()), DECIMALS) != 1:
        raise ValueError(f"Weights sum to {numbers.sum():.4g}; they have to sum to 1.")


def matched(rows: pd.DataFrame, drawn: pd.DataFrame, draws: np.ndarray) -> np.ndarray:
    """The draws in the order of `rows`; missing where `drawn` has no such mission and area.

    `drawn` has one row for each row of `draws`, with mission_code and area_code.
    """
    places = pd.MultiIndex.from_frame(drawn[KEY]).get_indexer(pd.MultiIndex.from_frame(rows[KEY]))
    found = np.full((len(rows), draws.shape[1]), np.nan, dtype=np.float32)
    found[places >= 0] = draws[places[places >= 0]]
    return found


def priority_draws(
    rows: pd.DataFrame,
    gaps: np.ndarray,
    exposures: np.ndarray,
    pressures: np.ndarray,
    *,
    weights: Mapping[str, float],
    weight_noise: float,
    chance: Chance,
) -> np.ndarray:
    """Draws of the priority, 0-100: one row per row of `rows`, one column per draw.

        priority = 100 gap (w_threat pressure + w_mandate mu + w_exposure exposure)

    with drawn weights and mu drawn as mu (1 + U(-1, 1) weight_noise), at most 1. `rows` has
    mission_code, area_code, mandate_relevance and priority, the point figure; the arrays
    have one row for each. Where the point figure is missing so is every draw: what is not
    ranked has no place in any draw. Method note, sections 9 and 10.
    """
    shapes = {len(rows), *(len(array) for array in (gaps, exposures, pressures))}
    if len(shapes) > 1:
        raise ValueError(f"Draws of {sorted(shapes)} rows; all have to be of the same rows.")
    threat, mandate, exposure = weight_draws(weights, weight_noise=weight_noise, chance=chance)
    names = "mandate/" + rows["mission_code"] + "/" + rows["area_code"]
    relevance = rows["mandate_relevance"].to_numpy(dtype=np.float32)[:, None]
    relevance = relevance * (1 + np.float32(weight_noise) * chance.spread(RELEVANCE, names))
    importance = threat * pressures + mandate * np.minimum(relevance, 1) + exposure * exposures
    drawn = 100 * gaps * importance
    drawn[rows["priority"].isna().to_numpy()] = np.nan
    return drawn


def rank_draws(priorities: np.ndarray) -> np.ndarray:
    """The rank of each row in each draw: 1 sharpest; equal priorities share the better rank.

    0 where a priority is missing, which takes no rank from another. Method note, section 10.
    """
    present = ~np.isnan(priorities)
    falling = np.where(present, -priorities, np.inf).T
    order = np.argsort(falling, axis=1, kind="stable")
    ordered = np.take_along_axis(falling, order, axis=1)
    places = np.broadcast_to(np.arange(falling.shape[1], dtype=np.int16), falling.shape)
    first = np.zeros(falling.shape, dtype=np.int16)
    if falling.shape[1] > 1:
        first[:, 1:] = np.where(ordered[:, 1:] != ordered[:, :-1], places[:, 1:], 0)
    ranks = np.empty(falling.shape, dtype=np.int16)
    np.put_along_axis(ranks, order, np.maximum.accumulate(first, axis=1) + 1, axis=1)
    return np.where(present, ranks.T, 0)


def stability(rows: pd.DataFrame, priorities: np.ndarray, *, limits: Limits) -> pd.DataFrame:
    """One row per row of `rows`: how firm its rank is.

    rank_median, rank_low and rank_high are ranks (1 sharpest) that half, interval_low and
    interval_high of the draws do not exceed; top_share is the share of draws in which it
    is among the first top_k; tier is A from tier_robust on, B from tier_contested on, else
    C. All are missing where the row has a draw without priority. Where there are no more
    than top_k rows, all are the top. Method note, section 10.
    """
    ranked = ~np.isnan(priorities).any(axis=1)
    ranks = np.sort(rank_draws(priorities[ranked]), axis=1)
    top = (ranks <= limits.top_k).mean(axis=1)
    shares = {
        "rank_median": 0.5,
        "rank_low": limits.interval_low,
        "rank_high": limits.interval_high,
    }
    found = rows[KEY].copy()
    for column, share in shares.items():
        found[column] = _filled(_ranks_at(ranks, share), ranked).astype("Int64")
    found["top_share"] = _filled(top, ranked)
    found["tier"] = tiers(found["top_share"], limits=limits)
    return found


def tiers(top_shares: pd.Series, *, limits: Limits) -> pd.Series:
    """The tier of each share of draws in the top; missing where the share is."""
    shares = top_shares.round(DECIMALS)
    found = pd.Series("C", index=top_shares.index, dtype="object")
    found = found.mask(shares >= limits.tier_contested, "B").mask(shares >= limits.tier_robust, "A")
    return found.where(top_shares.notna())


def neighbour_wins(rows: pd.DataFrame, priorities: np.ndarray) -> pd.DataFrame:
    """One row per two neighbours of the ranking: how often the first comes before the second.

    `rows` are in the order of the ranking, those without priority last or left out;
    mission_code and area_code name the one ahead, behind_mission_code and behind_area_code
    the one behind. win_share is the share of draws in which the one ahead has the larger
    priority, a draw in which both are equal counting half. Method note, section 10.
    """
    ranked = np.flatnonzero(~np.isnan(priorities).any(axis=1))
    ahead, behind = priorities[ranked[:-1]], priorities[ranked[1:]]
    share = (ahead > behind).mean(axis=1) + (ahead == behind).mean(axis=1) / 2
    pairs = rows.iloc[ranked[:-1]][KEY].reset_index(drop=True)
    for column in KEY:
        pairs[f"behind_{column}"] = rows[column].to_numpy()[ranked[1:]]
    return pairs.assign(win_share=share)


def _ranks_at(ranks: np.ndarray, share: float) -> np.ndarray:
    """The smallest rank that at least this share of the draws, sorted by rank, do not exceed."""
    place = int(np.ceil(round(share * ranks.shape[1], DECIMALS))) - 1
    return ranks[:, max(place, 0)]


def _filled(values: np.ndarray, ranked: np.ndarray) -> pd.Series:
    """The values of the ranked rows, missing for the others."""
    filled = np.full(len(ranked), np.nan)
    filled[ranked] = values
    return pd.Series(filled)
