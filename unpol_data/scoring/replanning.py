"""What is the evidence worth after a visit that is made in another way than planned?"""

import pandas as pd

from unpol_data.scoring.confidence import capability_confidence
from unpol_data.scoring.mission import mission_dimension_gaps

DIMENSION = ["area_code", "dimension_code"]


def renewed(dimensions: pd.DataFrame, evidence_weight: pd.Series) -> pd.DataFrame:
    """The same rows with the confidence after the visit: 0 none, 1 measured on the day.

        confidence = coverage_share x evidence weight    at a site that is visited
                   = as it is                            at any other

    `dimensions` has one row per site, area and dimension, with coverage_share and confidence
    faded up to the day of the visit; `evidence_weight` is by site_code, and names the sites that
    are visited. What is answered today is answered anew, no more and no less. Method note,
    section 5.
    """
    weight = dimensions["site_code"].map(evidence_weight).astype("float64")
    anew = dimensions["coverage_share"] * weight
    return dimensions.assign(confidence=anew.fillna(dimensions["confidence"]))


def area_confidence(
    dimensions: pd.DataFrame, weights: pd.DataFrame, *, coverage_needed: float
) -> pd.Series:
    """Confidence in the mission's figure of each area, 0-1, by area_code.

    `dimensions` as in `renewed`, with served and the figures of a dimension; `weights` has
    area_code, dimension_code and weight. Sites weigh as they serve police. Method note,
    sections 3 and 5.
    """
    mission = mission_dimension_gaps(dimensions, by=DIMENSION, coverage_needed=coverage_needed)
    return capability_confidence(mission, weights, by=["area_code"])


def allowance(confidence: pd.Series, *, floor: float, span: float) -> pd.Series:
    """How far an answer may be off in the draws, in shares of full attainment, up and down.

        allowance = floor + span (1 - confidence)

    The larger it is, the wider the rank ranges. Method note, section 10.
    """
    return floor + span * (1 - confidence)
