"""Weights follow from how much each part would be worth lifting first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpol_data.scoring.swing import percentages

SWINGS = st.integers(0, 100)


def test_weights_are_in_proportion_to_the_swings():
    # Example 22: 100, 60 and 40 of 200 are 50, 30 and 20 per cent.
    assert percentages({"threat": 100, "mandate": 60, "exposure": 40}) == {
        "threat": 50,
        "mandate": 30,
        "exposure": 20,
    }
    # 100 of 190 is 52.63, 60 is 31.58, 30 is 15.79: rounded down 52, 31 and 15, and the two
    # that are left go to the remainders .79 and .63.
    assert percentages({"threat": 100, "mandate": 60, "exposure": 30}) == {
        "threat": 53,
        "mandate": 31,
        "exposure": 16,
    }


def test_equal_swings_give_the_odd_one_to_the_first():
    assert percentages({"threat": 7, "mandate": 7, "exposure": 7}) == {
        "threat": 34,
        "mandate": 33,
        "exposure": 33,
    }


def test_one_part_alone_weighs_everything():
    assert percentages({"threat": 0, "mandate": 3, "exposure": 0})["mandate"] == 100


def test_where_nothing_is_worth_lifting_there_are_no_weights():
    with pytest.raises(ValueError, match="All three are 0"):
        percentages({"threat": 0, "mandate": 0, "exposure": 0})


@pytest.mark.parametrize("swing", [-1, float("nan"), float("inf")])
def test_a_swing_that_is_no_number_from_0_on_is_refused_by_name(swing):
    with pytest.raises(ValueError, match="mandate"):
        percentages({"threat": 1, "mandate": swing, "exposure": 1})


@given(SWINGS, SWINGS, SWINGS)
def test_weights_sum_to_100_and_lie_within_one_of_their_share(threat, mandate, exposure):
    swings = {"threat": threat, "mandate": mandate, "exposure": exposure}
    total = sum(swings.values())
    if total:
        found = percentages(swings)
        assert sum(found.values()) == 100
        assert all(abs(found[part] - 100 * swings[part] / total) < 1 for part in swings)


@given(SWINGS, SWINGS, SWINGS)
def test_weights_taken_as_swings_again_stay_what_they_are(threat, mandate, exposure):
    swings = {"threat": threat, "mandate": mandate, "exposure": exposure}
    if sum(swings.values()):
        found = percentages(swings)
        assert percentages(found) == found
