"""Does what is packed come out again?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpol_data.store.packing import packed, unpacked


@given(st.lists(st.floats(0, 1), max_size=50))
def test_draws_come_out_as_they_went_in(draws):
    found = unpacked(packed(np.array(draws)))
    assert found.dtype == np.float32
    assert found.tolist() == pytest.approx(draws, abs=1e-5)


def test_none_and_all_come_out_exactly():
    assert unpacked(packed(np.array([0, 1, 0.5]))).tolist() == pytest.approx([0, 1, 0.5], abs=1e-5)
    assert unpacked(packed(np.array([0.0, 1.0]))).tolist() == [0, 1]
    assert unpacked(packed(np.array([1 + 1e-7, -1e-7]))).tolist() == [1, 0]


def test_two_thousand_draws_take_less_than_four_kilobytes():
    draws = np.random.default_rng(1).normal(0.4, 0.03, 2000).clip(0, 1)
    assert len(packed(draws)) < 4000


@pytest.mark.parametrize("wrong", [1.1, -0.1, np.nan, np.inf])
def test_what_is_no_share_is_refused(wrong):
    with pytest.raises(ValueError, match="between 0 and 1"):
        packed(np.array([0.5, wrong]))
