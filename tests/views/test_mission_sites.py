"""The sites and equipment lines a template is prepared with."""

from datetime import date

import pytest

from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import mission_sites

CHOSEN = Filters(missions=("UNMISS",), as_of=date(2026, 4, 1))
ELSEWHERE = Viewer("ada", ("MINUSCA",), 2, frozenset({"assessor"}))


@pytest.fixture(scope="module")
def connection(sample_store):
    with reading(sample_store) as connection:
        yield connection


def test_only_open_sites_of_the_mission_are_listed(connection):
    sites = mission_sites.open_sites(connection, CHOSEN, LOCAL)
    assert len(sites)
    assert set(sites["mission_code"]) == {"UNMISS"}
    assert not sites["closed"].any()


def test_who_may_not_see_the_mission_gets_none_of_its_sites(connection):
    assert mission_sites.open_sites(connection, CHOSEN, ELSEWHERE).empty
    assert mission_sites.equipment_lines(connection, CHOSEN, ELSEWHERE).empty


def test_equipment_counted_before_is_listed_once_for_each_site_and_side(connection):
    lines = mission_sites.equipment_lines(connection, CHOSEN, LOCAL)
    assert len(lines)
    assert not lines.duplicated().any()
    assert list(lines.columns) == ["site_code", "side", "equipment_code"]


def test_nothing_is_known_where_nothing_was_approved(empty_store):
    with reading(empty_store) as connection:
        assert mission_sites.open_sites(connection, CHOSEN, LOCAL).empty
        assert mission_sites.equipment_lines(connection, CHOSEN, LOCAL).empty
