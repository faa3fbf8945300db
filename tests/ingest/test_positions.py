"""A known site that stands elsewhere in a file stays where it is held until somebody says so."""

import pytest
from sqlalchemy import select

from tests.ingest.test_importing import TODAY
from unpol_data.access import LOCAL
from unpol_data.ingest.importing import import_file
from unpol_data.store import open_store, reading
from unpol_data.store.tables import SiteFacts

HELD, NEAR, FAR = (9.533, 31.66), (9.535, 31.662), (9.533, 31.7513)


@pytest.fixture(params=["sqlite", "postgresql"])
def imported(request, limits, filled):
    """Hands in the workbook with Malakal at a position, to each database in turn."""
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    engine = open_store(url)

    def at(position: tuple[float, float], *, label: str = "First", **more):
        def change(book):
            book["assessment"]["B2"] = label
            book["sites"]["D2"], book["sites"]["E2"] = position

        content = filled(change)
        given = {"engine": engine, "viewer": LOCAL, "settings": limits, "today": TODAY}
        return import_file(content, "malakal.xlsx", **given, **more)

    at.engine = engine
    yield at
    engine.dispose()


def positions(engine) -> list[tuple[float, float]]:
    with reading(engine) as connection:
        rows = connection.execute(
            select(SiteFacts.latitude, SiteFacts.longitude).order_by(SiteFacts.assessment_id)
        )
        return [tuple(row) for row in rows]


def test_a_new_position_is_told_with_its_distance_and_not_taken(imported):
    assert imported(HELD).problems == ()
    report = imported(FAR, label="Second")
    (warning,) = report.problems
    # 0.0913 degrees of longitude at 9.533 north: 6371 x 0.0913 x pi/180 x cos(9.533) = 10.0 km
    assert warning.message == (
        "sheet sites, row 2, column latitude: UNMISS-MALAKAL is held at 9.533, 31.66, but stands "
        "here at 9.533, 31.7513, 10.0 km away; the position held is kept until somebody says that "
        "the new one is right"
    )
    assert (warning.severity, report.assessment_id) == ("warning", 2)
    assert positions(imported.engine) == [HELD, HELD]


def test_a_new_position_is_taken_where_somebody_says_it_is_right(imported):
    imported(HELD)
    imported(FAR, label="Second")
    report = imported(FAR, label="Second", new_positions=True)
    assert [one.rule for one in report.problems] == ["site_moved_taken"]
    assert (report.already_known, report.assessment_id) == (False, 3)
    assert positions(imported.engine) == [HELD, HELD, FAR]


def test_the_change_stands_in_the_difference_only_where_it_is_taken(imported):
    imported(HELD)
    for taken, changes in ((False, 0), (True, 1)):
        report = imported(FAR, label="Second", dry_run=True, new_positions=taken)
        waiting = report.difference_waiting.counts.set_index("sheet")
        assert waiting.at["sites", "changed"] == changes


def test_an_old_file_is_known_again_after_its_site_has_moved(imported):
    imported(HELD)
    imported(FAR, label="Second", new_positions=True)
    for label, position, number in (("First", HELD, 1), ("Second", FAR, 2)):
        again = imported(position, label=label)
        assert (again.already_known, again.assessment_id) == (True, number)


def test_a_position_kept_is_known_again_too(imported):
    imported(HELD)
    imported(FAR, label="Second")
    again = imported(FAR, label="Second")
    assert (again.already_known, again.assessment_id) == (True, 2)


def test_a_position_as_near_as_a_reading_at_the_camp_is_simply_taken(imported):
    imported(HELD)
    assert imported(NEAR, label="Second").problems == ()
    assert positions(imported.engine) == [HELD, NEAR]
