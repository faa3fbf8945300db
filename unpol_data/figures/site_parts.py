"""Into how many maps are sites divided that lie around the world?"""

import pandas as pd

# Degrees of longitude without a site that part two maps from each other.
PARTING = 40


def parts(sites: pd.DataFrame) -> list[pd.DataFrame]:
    """The sites, split where no site lies for many degrees of longitude; most sites first.

    Each part deserves a map of its own: on one map, an ocean would take most of the room.
    """
    ordered = sites.sort_values("longitude", kind="stable")
    begins = ordered["longitude"].diff() > PARTING
    groups = [group for _, group in ordered.groupby(begins.cumsum())]
    return sorted(groups, key=len, reverse=True) or [sites]
