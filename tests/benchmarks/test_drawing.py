"""Does the benchmark of the draws run?"""

from tests.benchmarks.drawing import measured


def test_draws_over_a_thousand_answers_are_measured():
    count, seconds, megabytes = measured(answer_count=1000, draw_count=50)
    assert count == 1000
    assert seconds > 0
    assert megabytes >= 0
