"""Which assumption does the order in scope hang on most?"""

from datetime import date

from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.publishing.assumptions import assumption_shares
from unpol_data.scoring.sensitivity import GROUPS
from unpol_data.store.engine import reading


def test_every_assumption_has_its_share_of_what_moves_the_order(sample_store):
    chosen = Filters(missions=("UNISFA", "UNMIK"), as_of=date(2026, 4, 1))
    with reading(sample_store) as connection:
        found = assumption_shares(connection, chosen, LOCAL, sample_count=8)
    assert sorted(found["assumption"]) == sorted(GROUPS)
    assert (found["total_order"] > 0).any()
    assert found["total_order"].is_monotonic_decreasing


def test_where_nothing_is_assessed_nothing_matters(engine):
    chosen = Filters(as_of=date(2026, 4, 1))
    with reading(engine) as connection:
        assert assumption_shares(connection, chosen, LOCAL, sample_count=8).empty
