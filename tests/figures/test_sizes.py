"""Does a chart with the whole sample in it stay small on a slow link?"""

from datetime import date

import pytest

from tests.benchmarks.pages import chart_bytes
from unpol_data.filters import Filters
from unpol_data.store import reading

MOST_BYTES = 25_000
MISSION_BY_AREA = "capability_gaps: mission by area"


@pytest.fixture(scope="module")
def sizes(sample_store):
    with reading(sample_store) as connection:
        return chart_bytes(connection, Filters(as_of=date(2026, 3, 31)))


def test_no_chart_of_the_sample_is_large(sizes):
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_page_with_charts_is_measured(sizes):
    pages = {name.partition(":")[0] for name in sizes}
    assert pages >= {"overview", "mission", "connectivity", "equipment", "ranking", "sources"}
    assert MISSION_BY_AREA in sizes
