"""Which assumption does the order hang on most?"""

import numpy as np
import pandas as pd
import pytest

from unpol_data.scoring.chance import Chance
from unpol_data.scoring.sensitivity import COLUMNS, assumption_shares, order_moved

POINT = pd.Series([50.0, 40.0, 30.0, 20.0])
GROUPS = ("loud", "soft", "silent")


def shares(priorities_of, *, sample_count: int = 256) -> pd.DataFrame:
    """The shares of three made-up groups."""
    return assumption_shares(priorities_of, POINT, seed=1, sample_count=sample_count, groups=GROUPS)


def moving(chance: Chance) -> np.ndarray:
    """Priorities that one group moves much, one a little and one not at all."""
    names = ["a", "b", "c", "d"]
    loud, soft = chance.spread("loud", names), chance.spread("soft", names)
    return POINT.to_numpy()[:, None] + 30 * loud + 5 * soft


def test_the_group_that_moves_the_order_most_comes_first():
    found = shares(moving).set_index("assumption")
    assert found.index[0] == "loud"
    assert found.loc["loud", "total_order"] > 0.8
    assert found.loc["soft", "total_order"] < 0.4
    assert found.loc["silent", "total_order"] == 0


def test_each_share_stands_with_its_interval():
    found = shares(moving)
    assert found.columns.tolist() == COLUMNS
    assert (found["total_order_low"] <= found["total_order"]).all()
    assert (found["total_order"] <= found["total_order_high"]).all()


def test_the_same_seed_gives_the_same_shares():
    pd.testing.assert_frame_equal(shares(moving), shares(moving))


def test_where_nothing_moves_the_order_no_assumption_matters():
    def still(chance: Chance) -> np.ndarray:
        """The point priorities in every draw."""
        return np.repeat(POINT.to_numpy()[:, None], chance.draw_count, axis=1)

    assert (shares(still)[COLUMNS[1:]] == 0).all(axis=None)


def test_where_nothing_is_ranked_there_are_no_shares():
    found = assumption_shares(moving, pd.Series([None, None]), seed=1, sample_count=4)
    assert found.columns.tolist() == COLUMNS
    assert found.empty


def test_the_order_moves_by_the_mean_number_of_ranks():
    # In the first draw the first two change places: (1 + 1 + 0 + 0) / 4; what has no point
    # figure is left out, so in the second nothing moves.
    drawn = np.array([[40, 50], [50, 40], [30, 30], [20, 20], [99, 99]], dtype=np.float32)
    points = pd.concat([POINT, pd.Series([None])], ignore_index=True).astype("float64")
    assert order_moved(drawn, points).tolist() == [0.5, 0]


def test_a_sample_that_is_no_power_of_two_is_refused():
    with pytest.raises(ValueError, match="power of 2"):
        shares(moving, sample_count=100)
