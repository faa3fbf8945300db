"""Which answer would reach what is required?"""

import numpy as np
import pandas as pd

# Products of floating-point numbers are compared after rounding off their noise.
DECIMALS = 9


def required_values(items: pd.DataFrame, *, level_top: float) -> pd.Series:
    """The least answer whose attainment is 1, on the scale of the answer itself.

        level:         the next whole level from required x level_top
        yes_partly_no: 1/2 up to a requirement of 1/2, else 1
        count:         the next whole number from required x needed
        measure:       at_none + required x (at_full - at_none)

    `items` has answer_type, required (0-1), needed, value_at_none and value_at_full. Missing
    where the requirement is, or for a count of which nobody said how many are needed. The
    reverse of the attainment in section 1 of the method note.
    """
    required = items["required"].astype("float64")
    at_none = items["value_at_none"].astype("float64")
    choices = {
        "level": _up(required * level_top),
        "yes_partly_no": _up(2 * required) / 2,
        "count": _up(required * items["needed"].astype("float64")),
        "measure": at_none + required * (items["value_at_full"].astype("float64") - at_none),
    }
    kinds = items["answer_type"]
    unknown = sorted(set(kinds.dropna()) - set(choices))
    if unknown:
        raise ValueError(f"Unknown answer types {unknown}; known are {list(choices)}.")
    found = np.select([kinds == kind for kind in choices], list(choices.values()), np.nan)
    return pd.Series(found, index=items.index, dtype="float64")


def _up(values: pd.Series) -> pd.Series:
    return np.ceil(values.round(DECIMALS))
