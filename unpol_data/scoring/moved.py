"""Has a gap moved by more than the evidence can be wrong by?"""

import numpy as np
import pandas as pd

SMALLER, LARGER, NOT_CLEAR = "smaller", "larger", "not_clear"
SAME, NO_FIGURE, NO_DRAWS = "same", "no_figure", "no_draws"


def change_interval(
    before: np.ndarray, after: np.ndarray, *, low: float, high: float
) -> pd.DataFrame:
    """Ends of the interval of each change, change_low and change_high, -1 to 1.

        change of draw k = after(k) - before(k)

    Both have one row per gap and one column per draw; draw k of both rests on the same
    assumptions, so what was not answered anew does not widen the interval. Missing where
    either has no draws.
    """
    count = min(before.shape[1], after.shape[1])
    ends = np.full((len(before), 2), np.nan)
    if count:
        changes = after[:, :count].astype("float64") - before[:, :count]
        known = np.isfinite(changes).all(axis=1)
        ends[known] = np.quantile(changes[known], (low, high), axis=1).T
    return pd.DataFrame(ends, columns=["change_low", "change_high"])


def moved(rows: pd.DataFrame) -> pd.Series:
    """How each gap moved: clearly smaller or larger, not clearly, not at all, or not known.

    `rows`: points_before and points_after as printed, change_low and change_high. Clearly
    where the whole interval lies on one side of 0.
    """
    change = (rows["points_after"] - rows["points_before"]).astype("float64")
    told = pd.Series(NOT_CLEAR, index=rows.index, dtype="str")
    told[(change < 0) & (rows["change_high"] < 0)] = SMALLER
    told[(change > 0) & (rows["change_low"] > 0)] = LARGER
    told[rows["change_low"].isna()] = NO_DRAWS
    told[change == 0] = SAME
    told[change.isna()] = NO_FIGURE
    return told
