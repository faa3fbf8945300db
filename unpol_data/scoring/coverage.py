"""Was enough of what is needed there to print a figure?"""

import pandas as pd

# Shares are compared at four decimals, so that two items of three (0.66666...) meet a
# threshold written as 0.6667.
DECIMALS = 4


def is_enough(share: pd.Series, needed: float) -> pd.Series:
    """Whether each share (0-1) reaches the share needed; a missing share does not.

    Method note, section 4.
    """
    return share.round(DECIMALS) >= round(needed, DECIMALS)
