"""How large is the gap in one dimension of a capability, and how much of it was answered?"""

from collections.abc import Sequence

import pandas as pd

from unpol_data.scoring.attainment import is_applicable
from unpol_data.scoring.coverage import is_enough
from unpol_data.scoring.means import weighted_means


def dimension_gaps(answers: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """Gap of each dimension: 0 requirement met, 1 nothing there; with coverage and bounds.

        gap            = 1 - sum(w a) / sum(w)   over the answered items
        coverage_share = sum(w answered) / sum(w applicable)
        gap_low        = coverage gap,  gap_high = coverage gap + (1 - coverage)
        confidence     = coverage sum(w c) / sum(w)

    `answers` has one row per item asked, with item_code, dimension_code, state, weight,
    attainment and confidence, and the columns of `by`, which name one capability at one
    place. One row per dimension of which anything applies comes back; where nothing was
    answered the gap is missing, its bounds are 0 and 1, and its confidence is 0.
    Method note, sections 2, 4 and 5.
    """
    keys = [*by, "dimension_code"]
    rows = answers[is_applicable(answers["state"])].sort_values([*keys, "item_code"])
    rows = rows.assign(
        answered=rows["attainment"].notna().astype("float64"),
        confidence=rows["confidence"].where(rows["attainment"].notna()),
    )
    means = weighted_means(rows, ["attainment", "answered", "confidence"], weight="weight", by=keys)
    gap, coverage = 1 - means["attainment"], means["answered"].fillna(0.0)
    return pd.DataFrame(
        {
            "gap": gap,
            "gap_low": (coverage * gap).fillna(0.0),
            "gap_high": (coverage * gap + (1 - coverage)).fillna(1.0),
            "coverage_share": coverage,
            "confidence": (coverage * means["confidence"]).fillna(0.0),
        }
    ).reset_index()


def printed_dimension_gaps(gaps: pd.DataFrame, *, coverage_needed: float) -> pd.DataFrame:
    """The same rows, the gap missing where too little was answered to print it by itself.

    The bounds stay; gap_low / coverage_share is the gap of what was answered.
    Method note, section 4.
    """
    return gaps.assign(
        gap=gaps["gap"].where(is_enough(gaps["coverage_share"], coverage_needed)),
    )
