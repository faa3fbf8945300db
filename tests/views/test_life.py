"""The life of one assessment, as the page tells it."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete

from tests import lifecycle
from unpol_data import publishing
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading, writing
from unpol_data.store.tables import AssessmentStep
from unpol_data.store.writes import Description, Place, acting, record_assessment
from unpol_data.views import life as view

ON = date(2026, 3, 31)
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
BO = Viewer("bo", None, 2, frozenset({"reviewer"}))


@pytest.fixture
def engine():
    """An empty store."""
    store = open_store("sqlite://")
    yield store
    store.dispose()


@pytest.fixture
def counting(engine) -> int:
    """The number of an assessment without facts that counts."""
    described = Description("UNMISS", ON, ON, "Invented for tests", "d1")
    number = record_assessment(
        engine, described, facts={}, account="ada", role="assessor", recorded_at=NOON
    ).assessment_id
    with acting(engine, act="test", subject="", account="bo") as act:
        lifecycle.made_to_count(act, number, ON)
    return number


def of(engine, number: int, viewer=LOCAL) -> view.Life:
    with reading(engine) as connection:
        return view.life(connection, Filters(), viewer, assessment_id=number)


def test_every_step_is_told_with_who_brought_it(engine, counting):
    found = of(engine, counting)
    assert list(found.steps["step"]) == ["record", "submit", "review", "approve"]
    assert found.brought_by == {"ada", "bo"}
    assert found.open_comments == 0


def test_steps_from_before_steps_were_kept_are_told_by_the_assessment(engine, counting):
    with writing(engine) as connection:
        connection.execute(delete(AssessmentStep))
    found = of(engine, counting)
    assert list(found.steps["step"]) == ["record", "submit", "review", "approve"]
    assert list(found.steps["account"]) == ["ada", "bo", "bo", "bo"]


def test_versions_name_each_other(engine, counting):
    number = publishing.correct(engine, counting, viewer=LOCAL)
    assert (of(engine, counting).replaced_by, of(engine, number).replaces) == (number, counting)
    publishing.withdraw(engine, number, reason="Not needed", viewer=LOCAL)
    assert of(engine, counting).replaced_by is None


def test_comments_are_counted_while_they_are_open(engine, counting):
    publishing.comment(engine, Place(counting), "Which sites?", viewer=BO)
    assert of(engine, counting).open_comments == 1
    publishing.resolve(engine, Place(counting), viewer=BO)
    found = of(engine, counting)
    assert (found.open_comments, len(found.comments)) == (0, 1)


def test_who_may_not_see_it_is_told_nothing(engine, counting):
    stranger = Viewer("eve", ("BINUH",), 2, frozenset({"viewer"}))
    found = of(engine, counting, stranger)
    assert found.steps.empty
    assert found.comments.empty
    assert not found.brought_by
