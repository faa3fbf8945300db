"""How firm is the choice of each option over the draws?"""

import pandas as pd

CORE, BORDERLINE, EXTERIOR = "core", "borderline", "exterior"


def firmness(share: pd.Series, *, core_share: float, exterior_share: float) -> pd.Series:
    """Core, borderline or exterior, by the index of `share`.

    `share` (0-1) is the share of draws in which each option was chosen: core from core_share on,
    exterior up to exterior_share. Method note, section 11.
    """
    kinds = pd.Series(BORDERLINE, index=share.index, dtype="object")
    return kinds.mask(share <= exterior_share, EXTERIOR).mask(share >= core_share, CORE)
