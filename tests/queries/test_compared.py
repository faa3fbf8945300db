"""A file is held against what counts, what waits, and what the last round said."""

from datetime import date

import pytest

from tests.publishing.conftest import Desk
from unpol_data.access import Viewer
from unpol_data.queries import compared
from unpol_data.store import open_store, reading

EARLY, LATE = date(2026, 1, 10), date(2026, 3, 10)
READER = Viewer("reader", None, 2, frozenset({"assessor"}))


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request):
    """An empty store, on each database in turn."""
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    engine = open_store(url)
    yield engine
    engine.dispose()


@pytest.fixture
def desk(store) -> Desk:
    """A desk with an empty store."""
    return Desk(store)


def read(engine, query, *, viewer=READER, on=LATE, **more) -> set[float]:
    """The levels among the answers found."""
    with reading(engine) as connection:
        found = query(connection, viewer, mission_code="UNISFA", on=on, **more)
    rows = found.get("answers")
    return set() if rows is None or rows.empty else set(rows["value"][rows["value"].isin([0, 4])])


def test_what_counts_is_the_newest_approved(desk):
    desk.approved(0.0, EARLY)
    desk.approved(1.0, LATE)
    assert 4.0 in read(desk.engine, compared.in_force)
    assert 4.0 not in read(desk.engine, compared.in_force, on=EARLY)


def test_drafts_wait_and_do_not_count(desk):
    desk.recorded(1.0, EARLY)
    assert read(desk.engine, compared.in_force) == set()
    assert 4.0 in read(desk.engine, compared.waiting)


def test_the_last_round_is_the_newest_approved_of_its_kind(desk):
    desk.approved(1.0, EARLY)
    desk.recorded(0.0, LATE)
    assert 4.0 in read(desk.engine, compared.last_round, kind="assessment")
    assert read(desk.engine, compared.last_round, kind="answers") == set()


def test_nobody_compares_with_what_he_may_not_see(desk):
    desk.approved(1.0, EARLY, sensitivity=2)
    desk.recorded(1.0, LATE, sensitivity=2)
    low = Viewer("low", None, 1, frozenset({"assessor"}))
    elsewhere = Viewer("other", ("UNMISS",), 2, frozenset({"assessor"}))
    for viewer in (low, elsewhere):
        assert read(desk.engine, compared.in_force, viewer=viewer) == set()
        assert read(desk.engine, compared.waiting, viewer=viewer) == set()
        assert read(desk.engine, compared.last_round, viewer=viewer, kind="assessment") == set()
