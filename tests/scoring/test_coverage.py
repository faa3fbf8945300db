"""Was enough of what is needed there to print a figure?"""

import pandas as pd

from unpol_data.scoring.coverage import is_enough


def test_two_of_three_are_two_thirds_however_the_threshold_is_written():
    shares = pd.Series([2 / 3, 0.66, 1.0])
    assert is_enough(shares, 0.6667).tolist() == [True, False, True]
    assert is_enough(shares, 2 / 3).tolist() == [True, False, True]


def test_a_share_nobody_knows_is_not_enough():
    assert not is_enough(pd.Series([None], dtype="float64"), 0.0).any()
