"""Does the benchmark of the choice of options run?"""

from tests.benchmarks.portfolios import measured


def test_choices_over_a_few_draws_are_measured():
    count, choices, seconds = measured(draw_count=2, step_count=3)
    assert (count, choices) == (66, 6)
    assert seconds > 0
