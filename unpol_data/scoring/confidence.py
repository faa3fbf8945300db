"""How far can a figure be trusted, given how it was seen and how long ago?"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from unpol_data.scoring.means import weighted_means

DAYS_PER_MONTH = 365.25 / 12
# Sums of floating-point numbers are compared after rounding off their noise.
DECIMALS = 9


def age_months(dates: pd.Series, on: date | pd.Series) -> pd.Series:
    """Age of each date on the given day, in months of 30.44 days; 0 for a later date.

    `on` is one day for all, or a day for each row. A missing date has a missing age.
    Method note, section 5.
    """
    days = (pd.to_datetime(on) - pd.to_datetime(dates)).dt.days
    return (days / DAYS_PER_MONTH).clip(lower=0)


def answer_confidence(
    evidence_weight: pd.Series, age: pd.Series, half_life_months: pd.Series
) -> pd.Series:
    """Confidence in each answer: 0 none, 1 measured today.

        confidence = evidence weight x 2^(-age / half-life)

    Missing where the evidence or its date is. Method note, section 5.
    """
    return decayed(evidence_weight, age, half_life_months)


def decayed(
    confidence: pd.Series, months: pd.Series | float, half_life_months: pd.Series | float
) -> pd.Series:
    """Confidence after so many more months: halved with every half-life.

    Exact for the mean of answers that share one half-life, as those of a dimension do.
    Method note, section 5.
    """
    return confidence * 2.0 ** (-(months / half_life_months))


def capability_confidence(
    gaps: pd.DataFrame, weights: pd.DataFrame, *, by: Sequence[str]
) -> pd.Series:
    """Confidence in each capability, indexed by `by`: the weighted mean of its dimensions'.

    `gaps` has one row per dimension with area_code, dimension_code and confidence.
    Method note, section 5.
    """
    keys = ["area_code", "dimension_code"]
    rows = gaps.merge(weights[[*keys, "weight"]], on=keys)
    rows = rows.sort_values([*by, "dimension_code"])
    return weighted_means(rows, ["confidence"], weight="weight", by=by)["confidence"]


def confidence_classes(confidence: pd.Series, *, high: float, low: float) -> pd.Series:
    """ "high" from `high` up, "low" below `low`, else "medium"; missing where nothing is known.

    Method note, section 5.
    """
    rounded = confidence.round(DECIMALS)
    classes = pd.Series("medium", index=confidence.index, dtype="object")
    classes = classes.mask(rounded >= high, "high").mask(rounded < low, "low")
    return classes.where(confidence.notna())


def is_stale(age: pd.Series, half_life_months: pd.Series | float, *, after: float) -> pd.Series:
    """Whether each age in months exceeds `after` half-lives; a missing age does not.

    Method note, section 5.
    """
    return age > after * half_life_months
