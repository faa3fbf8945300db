"""Which advice to host-State police lacks clearance, and which gaps has nobody taken up?"""

from datetime import date

import pytest

from tests.expertise_filing import file_expertise
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import expertise_services

AS_OF = date(2026, 3, 31)


def services(engine, **fields) -> expertise_services.Services:
    with reading(engine) as connection:
        chosen = Filters(**{"as_of": AS_OF} | fields)
        return expertise_services.services(connection, chosen, LOCAL)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('services') / 'services.db'}")
    file_expertise(engine)
    yield engine
    engine.dispose()


def test_what_runs_without_clearance_comes_first_then_what_is_planned_without(store):
    rows = services(store).rows
    assert list(rows["service_code"][:2]) == ["RUNNING", "PLANNED"]
    assert rows["alarm"].tolist() == ["under_way", "planned", "", ""]


def test_what_has_ended_raises_no_alarm(store):
    found = services(store)
    assert list(found.alarmed("under_way")["service_code"]) == ["RUNNING"]
    assert list(found.alarmed("planned")["service_code"]) == ["PLANNED"]


def test_a_service_against_no_crime_in_particular_is_shown_whatever_the_crime(store):
    assert list(services(store, threats=("heroin",)).rows["service_code"]) == ["PLANNED"]


def test_where_no_gap_of_host_state_police_is_known_none_is_counted(store):
    found = services(store)
    assert found.severe is None
    assert found.unserved.empty


def test_a_gap_with_a_service_planned_or_under_way_is_taken_up(sample_store):
    found = services(sample_store, missions=("BINUH",))
    left = set(found.unserved["area_code"])
    # Advice on intelligence is under way, on digital forensics planned, on cyber there is none.
    assert not {"intelligence", "digital_forensics"} & left
    assert "cyber" in left
    assert found.severe == len(left) + 2
    assert found.unserved["priority"].is_monotonic_decreasing


def test_the_crime_chosen_changes_which_services_are_shown_and_no_gap_taken_up(sample_store):
    every = services(sample_store, missions=("BINUH",))
    found = services(sample_store, missions=("BINUH",), threats=("gang_violence",))
    assert len(found.rows) < len(every.rows)
    assert set(found.unserved["area_code"]) == set(every.unserved["area_code"])
