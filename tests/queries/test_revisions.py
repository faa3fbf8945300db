"""The revision of the store and the date pages show by default."""

from datetime import date

from unpol_data.queries import revisions
from unpol_data.store import reading

MARCH, APRIL, TODAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 11, 24)


def _default(store, viewer) -> date:
    with reading(store) as connection:
        return revisions.default_as_of(connection, viewer, today=TODAY)


def test_the_revision_counts_every_change(store, record):
    with reading(store) as connection:
        assert revisions.current_revision(connection) == 0
    record(published_on=MARCH)
    with reading(store) as connection:
        assert revisions.current_revision(connection) == 2


def test_an_empty_store_is_read_as_of_today(store, viewer):
    assert _default(store, viewer()) == TODAY


def test_a_sample_is_read_as_of_the_day_its_newest_part_was_published(store, record, viewer):
    record(published_on=APRIL, illustrative=True)
    record(published_on=MARCH, illustrative=True)
    record(illustrative=False)
    assert _default(store, viewer()) == APRIL


def test_as_soon_as_one_real_assessment_is_approved_today_is_the_default(store, record, viewer):
    record(published_on=APRIL, illustrative=True)
    record("MINUSCA", published_on=MARCH, sensitivity=1)
    assert _default(store, viewer()) == TODAY
    assert _default(store, viewer(clearance=0)) == APRIL
    assert _default(store, viewer("UNMISS")) == APRIL


def test_a_revision_is_dated_and_one_never_used_by_the_one_before(store, record):
    record()
    with reading(store) as connection:
        newest = revisions.current_revision(connection)
        days = [revisions.recorded_at(connection, each) for each in (newest, newest + 5)]
    assert days[0] == days[1]
