"""How far does each answer reach what is required of it?"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpol_data.scoring.attainment import attainment, raw_attainment


def answer(answer_type: str, value: float | None, required: float = 1.0, **more) -> pd.DataFrame:
    """One answer, one row."""
    row = {
        "answer_type": answer_type,
        "state": "answered",
        "value": value,
        "needed": None,
        "value_at_none": None,
        "value_at_full": None,
        "required": required,
    }
    return pd.DataFrame([row | more])


def reached(*given, **more) -> float:
    """The attainment of one answer."""
    return attainment(answer(*given, **more), level_top=4).iloc[0]


def test_a_level_is_held_against_its_requirement():
    # Example 1: 2/4 = 0.5; 0.5 / 0.75 = 2/3
    assert reached("level", 2, 0.75) == pytest.approx(2 / 3)


def test_a_count_is_a_share_of_what_is_needed():
    # Example 2: 6/8 = 0.75; 0.75 / 0.9 = 0.8333
    assert reached("count", 6, 0.9, needed=8) == pytest.approx(0.8333, abs=1e-4)


def test_partly_is_half_way():
    # Example 2: 0.5 / 1
    assert reached("yes_partly_no", 0.5) == 0.5


def test_more_than_needed_counts_as_enough_and_no_more():
    # Example 2: min(1, 12/8) = 1
    assert raw_attainment(answer("count", 12, needed=8), level_top=4).iloc[0] == 1
    assert reached("count", 12, 0.9, needed=8) == 1


def test_a_measure_where_lower_is_better_runs_from_its_worse_end_to_its_better():
    # Example 3: (15 - 48) / (4 - 48) = 0.75; 0.75 / 0.75 = 1
    hours = {"value_at_none": 48, "value_at_full": 4}
    assert raw_attainment(answer("measure", 15, **hours), level_top=4).iloc[0] == 0.75
    assert reached("measure", 15, 0.75, **hours) == 1


def test_a_measure_beyond_its_ends_stays_within_0_and_1():
    hours = {"value_at_none": 48, "value_at_full": 4}
    assert reached("measure", 90, **hours) == 0
    assert reached("measure", 0, **hours) == 1


@pytest.mark.parametrize("state", ["unknown", "not_applicable", "not_provided"])
def test_a_state_other_than_answered_has_no_attainment_and_is_not_zero(state):
    assert pd.isna(reached("level", 3, state=state))


def test_an_answer_without_its_numbers_is_missing_and_not_zero():
    assert pd.isna(reached("level", None))
    assert pd.isna(reached("count", 5, needed=None))
    assert pd.isna(reached("count", 0, needed=0))


def test_an_answer_type_nobody_knows_is_refused_by_name():
    with pytest.raises(ValueError, match="'stars'.*yes_partly_no"):
        raw_attainment(answer("stars", 3), level_top=4)


@given(
    st.floats(0, 1e6, allow_subnormal=False),
    st.floats(0, 1e6, allow_subnormal=False),
    st.integers(1, 1000),
    st.floats(0.01, 1),
)
def test_more_is_never_worth_less(one, other, needed, required):
    low, high = sorted([one, other])
    assert (
        0
        <= reached("count", low, required, needed=needed)
        <= reached("count", high, required, needed=needed)
        <= 1
    )
