"""Do the benchmarks run?"""

from tests.benchmarks.calibration import coverage


def test_rank_intervals_of_a_made_up_world_contain_most_true_ranks():
    # The figure of docs/method.md is of many more worlds and draws.
    assert coverage(worlds=1, draw_count=100) > 0.6
