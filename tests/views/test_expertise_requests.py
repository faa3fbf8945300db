"""Which requests wait, and who could answer them?"""

from datetime import date

import pytest

from tests.expertise_filing import ON, file_expertise
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import expertise, expertise_requests


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('requests') / 'requests.db'}")
    file_expertise(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def seen(store):
    def found(*, on=ON, **fields) -> expertise_requests.Requests:
        with reading(store) as connection:
            pools = expertise.pools(connection, LOCAL, on=on)
            return expertise_requests.requests(
                connection, Filters(**fields), LOCAL, pools=pools, on=on
            )

    return found


def test_open_requests_come_first_the_longest_wait_first_of_all(seen):
    rows = seen().rows
    assert list(rows["request_code"]) == ["PHONES", "DRONES", "PROMISED", "SENT"]
    # From 11 May and 1 June to 30 September.
    assert rows["waiting_days"].tolist()[:2] == [142, 121]
    assert rows["waiting_days"].isna().tolist() == [False, False, True, True]


def test_a_request_is_answered_by_officers_of_its_area_who_can_be_sent(seen):
    found = seen()
    assert list(found.matches["request_code"]) == ["PHONES"]
    assert list(found.matches["expertise_code"]) == ["SENT"]
    assert list(found.unmatched["request_code"]) == ["DRONES"]


def test_where_nobody_can_be_sent_it_is_known_where_such_officers_serve(seen):
    assert seen().unmatched["serving_in"].tolist() == [("UNMIK",)]


def test_officers_promised_to_another_mission_are_said_to_be_until_they_are_back(seen):
    assert seen().matches["promised"].tolist() == [("MONUSCO",)]
    # The deployment to MONUSCO ends on 1 December.
    assert seen(on=date(2026, 12, 2)).matches["promised"].tolist() == [()]
    # Also where MONUSCO itself is filtered out.
    assert seen(missions=("UNISFA",)).matches["promised"].tolist() == [("MONUSCO",)]


def test_a_deployment_past_its_last_day_is_over(seen):
    rows = seen().rows.set_index("request_code")
    assert rows.at["SENT", "is_over"]
    assert not rows.at["PROMISED", "is_over"]


def test_filters_choose_requests(seen):
    assert list(seen(areas=("power",)).rows["request_code"]) == ["SENT"]
    assert seen(missions=("UNMIK",)).rows.empty
    assert seen(missions=("UNMIK",)).matches.empty
