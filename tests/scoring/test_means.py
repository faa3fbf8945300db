"""What is the weighted mean of those values that are known?"""

import pandas as pd
import pytest

from unpol_data.scoring.means import weighted_means


def mean(values: list, weights: list) -> float:
    rows = pd.DataFrame({"value": values, "weight": weights}).astype("float64").assign(place="x")
    return weighted_means(rows, ["value"], weight="weight", by=["place"])["value"].iloc[0]


def test_what_is_missing_leaves_numerator_and_denominator():
    # (1 x 0.2 + 3 x 0.6) / 4 = 0.5; the value without weight and the weight without value count not
    assert mean([0.2, 0.6, None, 0.9], [1, 3, 5, None]) == pytest.approx(0.5)


def test_where_nothing_is_left_there_is_no_mean():
    assert pd.isna(mean([None, 0.9], [1, None]))
    assert pd.isna(mean([0.9], [0]))
