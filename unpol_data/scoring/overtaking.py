"""At which weight would two neighbours of the ranking change places?"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from unpol_data.scoring.priority import PARTS
from unpol_data.scoring.stability import KEY, check_weights

# A lead smaller than this is floating-point noise, not an order.
SMALLEST_LEAD = 1e-12


def overtaking(rows: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """One row per two neighbours and weight: where the one behind would overtake.

    While one weight moves to v, the others keep their proportions (where it is 1 now, and
    they are 0, they share the rest alike). Both priorities are then straight lines in v,
    and so is the lead L of the one ahead: L(v) = (1 - v) L(0) + v L(1). They are equal at

        weight_at_swap = L(0) / (L(0) - L(1))

    `rows` has one row per gap in the order of the ranking, with mission_code, area_code,
    gap, pressure, mandate_relevance, exposure_share and priority; those without priority
    are left out. A row names the one ahead (mission_code, area_code), the one behind
    (behind_mission_code, behind_area_code), the part (threat, mandate, exposure) and
    weight_now. swap_side is "above" or "below": on which side of weight_at_swap the one
    behind leads. Both are missing where it leads at no weight from 0 to 1. Method note,
    section 10.
    """
    check_weights(weights)
    ranked = rows[rows["priority"].notna()].reset_index(drop=True)
    pairs = ranked[KEY].iloc[:-1].reset_index(drop=True)
    for column in KEY:
        pairs[f"behind_{column}"] = ranked[column].to_numpy()[1:]
    found = [_of_part(pairs, _leads(ranked, weights, part), weights, part) for part in PARTS]
    return (
        pd.concat(found)
        .rename_axis("pair")
        .sort_index(kind="stable")  # parts of one pair stand together, in the order of PARTS
        .reset_index(drop=True)
    )


def _leads(
    ranked: pd.DataFrame, weights: Mapping[str, float], part: str
) -> tuple[np.ndarray, np.ndarray]:
    """The lead of each row over the next where the part weighs nothing, and where it is all."""
    others = [other for other in PARTS if other != part]
    rest = sum(weights[other] for other in others)
    shares = [weights[other] / rest if rest > 0 else 1 / len(others) for other in others]
    without = sum(share * ranked[PARTS[other]] for share, other in zip(shares, others, strict=True))
    return tuple(
        -np.diff((100 * ranked["gap"] * value).to_numpy(dtype="float64"))
        for value in (without, ranked[PARTS[part]])
    )


def _of_part(
    pairs: pd.DataFrame,
    leads: tuple[np.ndarray, np.ndarray],
    weights: Mapping[str, float],
    part: str,
) -> pd.DataFrame:
    at_none, at_all = leads
    swaps = np.minimum(at_none, at_all) < -SMALLEST_LEAD
    # Where the one behind leads at both ends it leads now too: the two are not neighbours
    # in the order of these weights, and there is no weight at which they change places.
    swaps &= np.maximum(at_none, at_all) > -SMALLEST_LEAD
    fall = np.where(swaps, at_none - at_all, np.nan)
    return pairs.assign(
        part=part,
        weight_now=float(weights[part]),
        weight_at_swap=np.clip(at_none / fall, 0, 1),
        swap_side=pd.Series(
            np.where(swaps, np.where(fall > 0, "above", "below"), None), dtype="object"
        ),
    )
