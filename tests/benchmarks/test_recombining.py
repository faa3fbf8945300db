"""Does the benchmark of recombining run?"""

from tests.benchmarks.recombining import milliseconds
from unpol_data.store import reading


def test_recombining_is_measured_for_each_choice_of_weights(sample_store):
    with reading(sample_store) as connection:
        took = milliseconds(connection, runs=1)
    assert len(took) == 1
    assert all(part > 0 for part in took[0])
