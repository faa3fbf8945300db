"""Who may take which step of an assessment, and what becomes of figures that are corrected."""

from datetime import date

import pytest
from sqlalchemy import select

from tests import lifecycle
from unpol_data import publishing, queries
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.store import StoreError, reading, writing
from unpol_data.store.tables import Answer, Assessment, AuditEntry
from unpol_data.store.writes import Place

FIRST, SECOND, FIXED = date(2024, 10, 31), date(2025, 10, 31), date(2026, 2, 1)
LATER = date(2030, 1, 1)
ADA = Viewer("ada", None, 2, frozenset({"assessor", "reviewer"}))
BO = Viewer("bo", None, 2, frozenset({"reviewer"}))
EVE = Viewer("eve", None, 2, frozenset({"viewer"}))


def state(desk, number: int) -> str:
    with reading(desk.engine) as connection:
        return connection.scalars(
            select(Assessment.state).where(Assessment.assessment_id == number)
        ).one()


def set_answers(desk, number: int, share: float) -> None:
    """Let every level of a draft be this share of the full one, as an entry page would."""
    with writing(desk.engine) as connection:
        own = Answer.__table__.update().where(Answer.assessment_id == number)
        connection.execute(own.values(value=Answer.value * share))


def correct(desk, number: int, on: date, share: float) -> publishing.Publication:
    """Correct an assessment to a share of what was said, and let the correction count."""
    corrected = publishing.correct(desk.engine, number, viewer=LOCAL)
    set_answers(desk, corrected, share)
    return lifecycle.approved(desk.engine, corrected, on)


@pytest.mark.parametrize("step", [publishing.review, publishing.submit])
def test_who_has_no_role_for_a_step_takes_none(desk, step):
    number = desk.recorded(1.0, FIRST)
    with pytest.raises(NotPermitted, match="eve may not"):
        step(desk.engine, number, viewer=EVE)
    assert state(desk, number) == "draft"


def test_a_reviewer_does_not_review_what_they_submitted(desk):
    number = desk.recorded(1.0, FIRST)
    publishing.submit(desk.engine, number, viewer=ADA)
    with pytest.raises(NotPermitted, match="ada may not review assessments that came from ada"):
        publishing.review(desk.engine, number, viewer=ADA)
    publishing.review(desk.engine, number, viewer=BO)
    with pytest.raises(NotPermitted, match="somebody else with one of the roles administrator"):
        publishing.approve(desk.engine, number, viewer=ADA, published_on=FIRST)
    assert publishing.approve(desk.engine, number, viewer=BO, published_on=FIRST)


def test_what_was_sent_back_is_still_not_judged_by_who_had_submitted_it(desk):
    number = desk.recorded(1.0, FIRST)
    publishing.submit(desk.engine, number, viewer=ADA)
    publishing.send_back(desk.engine, number, reason="One site is missing", viewer=BO)
    publishing.submit(desk.engine, number, viewer=LOCAL)
    with pytest.raises(NotPermitted):
        publishing.review(desk.engine, number, viewer=ADA)


def test_nobody_in_particular_may_take_every_step(desk):
    number = desk.recorded(1.0, FIRST)
    assert lifecycle.approved(desk.engine, number, FIRST).state == "approved"


def test_each_step_is_one_act_of_the_audit(desk):
    number = desk.recorded(1.0, FIRST)
    lifecycle.approved(desk.engine, number, FIRST)
    with reading(desk.engine) as connection:
        acts = list(connection.scalars(select(AuditEntry.act).order_by(AuditEntry.revision)))
        steps = queries.assessments.steps(connection, LOCAL, assessment_id=number)
    names = ["record", "submit", "review", "approve"]
    assert acts == [f"{name}_assessment" for name in names]
    assert list(steps["step"]) == names


def test_who_sees_nothing_of_a_mission_takes_no_step_in_it(desk):
    number = desk.recorded(1.0, FIRST)
    stranger = Viewer("ada", ("BINUH",), 2, frozenset({"assessor"}))
    with pytest.raises(StoreError, match="There is no assessment"):
        publishing.submit(desk.engine, number, viewer=stranger)


def test_a_correction_counts_from_its_day_and_history_stays(desk):
    first = desk.approved(1.0, FIRST)
    before = desk.mission_figures(FIRST)
    done = correct(desk, first.assessment_id, FIXED, 0.0)
    assert desk.mission_figures(FIRST) == before == {0.0}
    assert desk.mission_figures(date(2026, 1, 31)) == {0.0}
    assert desk.mission_figures(FIXED) != {0.0}
    assert desk.mission_figures(FIXED, revision=done.revision - 1) == {0.0}
    assert state(desk, first.assessment_id) == "superseded"


def test_a_row_the_correction_leaves_out_counts_no_more(desk):
    first = desk.approved(1.0, FIRST)
    corrected = publishing.correct(desk.engine, first.assessment_id, viewer=LOCAL)
    with writing(desk.engine) as connection:
        own = Answer.__table__.delete().where(Answer.assessment_id == corrected)
        connection.execute(own)
    lifecycle.approved(desk.engine, corrected, FIXED)
    assert desk.mission_figures(FIRST) == {0.0}
    # Nothing is answered any more, so no area has a figure.
    assert all(gap != gap for gap in desk.mission_figures(FIXED))


def test_correcting_an_older_round_does_not_overrule_the_newer(desk):
    first = desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    correct(desk, first.assessment_id, FIXED, 0.5)
    assert desk.mission_figures(FIXED) == {1.0}


def test_withdrawing_a_correction_brings_back_what_it_corrected(desk):
    first = desk.approved(1.0, FIRST)
    done = correct(desk, first.assessment_id, FIXED, 0.0)
    publishing.withdraw(desk.engine, done.assessment_id, reason="Wrong", viewer=LOCAL)
    assert desk.mission_figures(FIXED) == desk.mission_figures(LATER) == {0.0}
    assert state(desk, first.assessment_id) == "approved"


def test_a_correction_is_no_round_of_its_own(desk):
    first = desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    correct(desk, first.assessment_id, FIXED, 0.5)
    with reading(desk.engine) as connection:
        rounds = queries.assessments.rounds(connection, LOCAL, as_of=FIXED)
        counting = queries.assessments.assessments(connection, Filters(), LOCAL, counting_on=FIXED)
    assert [day.date() for day in rounds["published_on"]] == [FIRST, SECOND]
    assert set(counting["state"]) == {"approved"}


def test_comments_are_made_answered_and_resolved_before_the_review(desk):
    number = desk.recorded(1.0, FIRST)
    publishing.submit(desk.engine, number, viewer=LOCAL)
    with reading(desk.engine) as connection:
        answer = connection.execute(select(Answer.__table__).limit(1)).one()
    place = Place(number, answer.site_code, answer.item_code, answer.side)
    publishing.comment(desk.engine, place, "Inspected, or told?", viewer=BO)
    publishing.comment(desk.engine, place, "Inspected.", viewer=ADA)
    with pytest.raises(StoreError, match="2 comments are open"):
        publishing.review(desk.engine, number, viewer=BO)
    with reading(desk.engine) as connection:
        counts = queries.comments.open_counts(connection, LOCAL)
        said = queries.comments.comments(connection, LOCAL, assessment_id=number)
    assert counts["open_comments"].tolist() == [2]
    assert said["account"].tolist() == ["bo", "ada"]
    assert publishing.resolve(desk.engine, place, viewer=BO) == 2
    publishing.review(desk.engine, number, viewer=BO)


def test_who_only_reads_does_not_comment_and_what_is_over_is_not_commented_on(desk):
    number = desk.recorded(1.0, FIRST)
    with pytest.raises(NotPermitted):
        publishing.comment(desk.engine, Place(number), "Why?", viewer=EVE)
    publishing.withdraw(desk.engine, number, reason="Wrong", viewer=LOCAL)
    with pytest.raises(StoreError, match="is withdrawn; comment on the one"):
        publishing.comment(desk.engine, Place(number), "Why?", viewer=BO)
