"""What counted at a revision is told as it was then, whatever has happened since."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests import lifecycle
from unpol_data import queries
from unpol_data.queries.revisions import current_revision
from unpol_data.store import reading
from unpol_data.store.writes import By, acting, withdraw_assessment
from unpol_data.store.writes.corrections import correction_of

FEBRUARY, MARCH, APRIL = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)
NOW = datetime(2026, 4, 2, tzinfo=UTC)


@pytest.fixture
def newest(store):
    """The newest revision of the store."""

    def found() -> int:
        with reading(store) as connection:
            return current_revision(connection)

    return found


@pytest.fixture
def counting(store, chosen, viewer):
    """The assessments that count on the as-of date, as said at a revision."""

    def found(revision=None, **more) -> list[int]:
        with reading(store) as connection:
            filters = chosen(revision=revision, **more)
            rows = queries.assessments.assessments(
                connection, filters, viewer(), counting_on=filters.as_of
            )
        return sorted(rows["assessment_id"])

    return found


@pytest.fixture
def rounds(store, viewer):
    """The rounds of the store as said at a revision."""

    def found(revision=None) -> list[int]:
        with reading(store) as connection:
            rows = queries.assessments.rounds(connection, viewer(), APRIL, revision=revision)
        return rows["assessment_id"].tolist()

    return found


def test_a_later_approval_does_not_count_at_an_earlier_revision(record, newest, counting, rounds):
    first = record(published_on=FEBRUARY)
    then = newest()
    second = record(published_on=MARCH)
    assert counting() == rounds() == [first, second]
    assert counting(then) == rounds(then) == [first]
    assert counting(0) == []


def test_what_was_withdrawn_later_still_counts_at_an_earlier_revision(
    store, record, newest, counting, rounds
):
    number = record(published_on=FEBRUARY)
    then = newest()
    with acting(store, act="test", subject="", account="ada") as act:
        withdraw_assessment(act, number, by=By("reviewer", "double"))
    assert counting() == rounds() == []
    assert counting(then) == rounds(then) == [number]


def test_what_was_corrected_later_counts_whole_at_an_earlier_revision(
    store, record, newest, counting, rounds
):
    former = record(published_on=FEBRUARY)
    then = newest()
    with acting(store, act="test", subject="", account="ada") as act:
        correction = correction_of(act, former, role="assessor")
    with acting(store, act="test", subject="", account="ada") as act:
        lifecycle.made_to_count(act, correction, MARCH)
    assert counting() == [correction]
    assert counting(as_of=MARCH - timedelta(days=1)) == [former]
    assert counting(then) == [former]
    assert rounds() == rounds(then) == [former]
