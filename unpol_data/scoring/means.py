"""What is the weighted mean of those values that are known?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd


def weighted_means(
    rows: pd.DataFrame, columns: Sequence[str], *, weight: str, by: Sequence[str]
) -> pd.DataFrame:
    """One row per group, indexed by `by`: the weighted mean of each named column.

        mean = sum(w v) / sum(w), over the rows where both v and w are known

    A missing value or weight leaves numerator and denominator; a group in which nothing
    is left, or the weights sum to 0, has a missing mean.
    """
    values = rows[list(columns)].to_numpy("float64", na_value=np.nan)
    weights = rows[[weight]].to_numpy("float64", na_value=np.nan)
    known = ~(np.isnan(values) | np.isnan(weights))
    terms = np.hstack([np.where(known, values * weights, 0.0), np.where(known, weights, 0.0)])
    groups = [rows[name] for name in by]
    sums = pd.DataFrame(terms, index=rows.index).groupby(groups).sum()
    weighted, weight_sums = np.hsplit(sums.to_numpy(), 2)
    means = weighted / np.where(weight_sums > 0, weight_sums, np.nan)
    return pd.DataFrame(means, index=sums.index, columns=list(columns))
