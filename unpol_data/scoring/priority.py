"""Which gaps come first, given what presses on them and whom they expose?"""

from collections.abc import Mapping

import pandas as pd

PARTS = {
    "threat": "pressure",
    "mandate": "mandate_relevance",
    "exposure": "exposure_share",
}


def importance(rows: pd.DataFrame, weights: Mapping[str, float]) -> pd.Series:
    """Importance of each gap: 0 none, 1 the greatest there can be.

        importance = w_threat pressure + w_mandate mandate relevance + w_exposure exposure

    `weights` has threat, mandate and exposure, summing to 1. Missing where any of the
    three is. Method note, section 9.
    """
    if set(weights) != set(PARTS):
        raise ValueError(f"Weights {sorted(weights)} given; needed are {sorted(PARTS)}.")
    return sum(weights[part] * rows[column] for part, column in PARTS.items())


def priorities(rows: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Priority of each gap: 0 can wait, 100 act first; and what each part adds to it.

        priority = 100 x gap x importance = threat_part + mandate_part + exposure_part

    `rows` has one row per gap, with gap, pressure, mandate_relevance and exposure_share
    (all 0-1). The same rows come back with importance, priority and the three parts.
    Where any input is missing, priority is missing, not 0: nobody has looked yet.
    Method note, section 9.
    """
    found = importance(rows, weights)
    priority = 100 * rows["gap"] * found
    parts = {
        f"{part}_part": (100 * rows["gap"] * weights[part] * rows[column]).where(priority.notna())
        for part, column in PARTS.items()
    }
    return rows.assign(importance=found, priority=priority, **parts)
