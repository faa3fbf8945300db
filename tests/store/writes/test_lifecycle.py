"""From draft to what counts, or counts no more: each step, and each one that is refused."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from tests import lifecycle
from unpol_data.store import StoreError, reading, tables
from unpol_data.store.writes import (
    LONGEST_REASON,
    By,
    Description,
    Place,
    acting,
    approve_assessment,
    comment_on_answer,
    correction_of,
    record_assessment,
    return_assessment,
    review_assessment,
    submit_assessment,
    withdraw_assessment,
)

NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
REVIEWER = By("reviewer")
WITH_REASON = By("reviewer", "Two sites are missing")


@pytest.fixture
def draft(engine) -> int:
    """The number of a draft."""
    visited = date(2026, 2, 20)
    description = Description("UNMISS", visited, visited, "Invented for tests", "d1")
    return record_assessment(engine, description, facts={}, account="ada").assessment_id


@pytest.fixture
def take(engine):
    """Take one step as an act of its own; what the audit says of it."""

    def taken(step, assessment_id, *, account="bo", **said):
        by = said.pop("by", REVIEWER)
        with acting(engine, act="test", subject="", account=account, recorded_at=NOON) as act:
            step(act, assessment_id, by=by, **said)
        return act.before, act.after

    return taken


@pytest.fixture
def kept(engine):
    """What the store says of an assessment."""

    def row(assessment_id=1):
        with reading(engine) as connection:
            return connection.execute(
                select(tables.Assessment.__table__).where(
                    tables.Assessment.assessment_id == assessment_id
                )
            ).one()

    return row


@pytest.fixture
def counting(engine, draft) -> int:
    """The number of an assessment that counts from March."""
    with acting(engine, act="test", subject="", account="bo") as act:
        lifecycle.made_to_count(act, draft, MARCH)
    return draft


@pytest.fixture
def corrected(engine, counting, take) -> int:
    """The number of its correction, which counts from April."""
    with acting(engine, act="test", subject="", account="ada") as act:
        number = correction_of(act, counting, role="assessor")
    with acting(engine, act="test", subject="", account="bo") as act:
        lifecycle.made_to_count(act, number, APRIL)
    return number


def _steps(engine, assessment_id):
    columns = ("step", "account", "role", "reason")
    with reading(engine) as connection:
        return connection.execute(
            select(*(getattr(tables.AssessmentStep, name) for name in columns))
            .where(tables.AssessmentStep.assessment_id == assessment_id)
            .order_by(tables.AssessmentStep.step_id)
        ).all()


def test_each_step_names_who_took_it_and_when(engine, draft, take, kept):
    take(submit_assessment, draft, account="ada", by=By("assessor"))
    assert (kept().submitted_by, kept().submitted_at) == ("ada", NOON)
    take(review_assessment, draft)
    assert (kept().state, kept().reviewed_by, kept().reviewed_at) == ("reviewed", "bo", NOON)
    before, after = take(approve_assessment, draft, published_on=MARCH)
    assert (kept().state, kept().approved_by, kept().published_on) == ("approved", "bo", MARCH)
    assert before == {"state": "reviewed", "published_on": None}
    assert after == {"assessment_id": 1, "state": "approved", "published_on": "2026-03-01"}
    assert _steps(engine, draft) == [
        ("record", "ada", None, None),
        ("submit", "ada", "assessor", None),
        ("review", "bo", "reviewer", None),
        ("approve", "bo", "reviewer", None),
    ]


@pytest.mark.parametrize("reviewed", [False, True])
def test_what_is_sent_back_is_a_draft_again_and_keeps_the_reason(
    engine, draft, take, kept, reviewed
):
    take(submit_assessment, draft)
    if reviewed:
        take(review_assessment, draft)
    _, after = take(return_assessment, draft, by=WITH_REASON)
    assert after["reason"] == "Two sites are missing"
    assert (kept().state, kept().submitted_by, kept().reviewed_by) == ("draft", None, None)
    assert _steps(engine, draft)[-1] == ("return", "bo", "reviewer", "Two sites are missing")


@pytest.mark.parametrize("step", [return_assessment, withdraw_assessment])
@pytest.mark.parametrize("reason", [None, "  ", "x" * (LONGEST_REASON + 1)])
def test_sending_back_and_withdrawing_need_a_reason_of_some_length(draft, take, step, reason):
    take(submit_assessment, draft)
    with pytest.raises(StoreError, match="with a reason|at most 500"):
        take(step, draft, by=By("reviewer", reason))


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ((), "Assessment 1 is a draft; it has to be submitted and reviewed first"),
        ((submit_assessment,), "Assessment 1 is submitted; it has to be reviewed first"),
    ],
)
def test_approving_says_what_has_to_happen_first(draft, take, steps, sentence):
    for step in steps:
        take(step, draft)
    with pytest.raises(StoreError, match=sentence):
        take(approve_assessment, draft, published_on=MARCH)


def test_a_draft_cannot_be_reviewed_or_sent_back(draft, take):
    with pytest.raises(StoreError, match="is draft; only one that is submitted can become"):
        take(review_assessment, draft)
    with pytest.raises(StoreError, match="submitted or reviewed can become a draft again"):
        take(return_assessment, draft, by=WITH_REASON)


def test_what_counts_cannot_be_approved_again(counting, take):
    with pytest.raises(StoreError, match="is approved; only one that is reviewed"):
        take(approve_assessment, counting, published_on=MARCH)


@pytest.mark.parametrize(
    "steps", [(), (submit_assessment,), (submit_assessment, review_assessment)]
)
def test_anything_can_be_withdrawn_before_it_counts(draft, take, kept, steps):
    for step in steps:
        take(step, draft)
    take(withdraw_assessment, draft, by=WITH_REASON)
    assert (kept().state, kept().withdrawn_by, kept().withdrawn_at) == ("withdrawn", "bo", NOON)


def test_what_is_withdrawn_stays_withdrawn(counting, take):
    take(withdraw_assessment, counting, by=WITH_REASON)
    for step in (submit_assessment, review_assessment, withdraw_assessment, return_assessment):
        with pytest.raises(StoreError, match="Assessment 1 is withdrawn; only one that is"):
            take(step, counting, by=WITH_REASON)


def test_an_assessment_that_is_not_there_takes_no_step(engine, take):
    with pytest.raises(StoreError, match="There is no assessment 7"):
        take(submit_assessment, 7)


def test_open_comments_hold_back_review_and_approval(engine, draft, take):
    def asked():
        with acting(engine, act="test", subject="", account="bo") as act:
            comment_on_answer(act, Place(draft), "Which sites?", role="reviewer")

    take(submit_assessment, draft)
    asked()
    with pytest.raises(StoreError, match="1 comment is open on assessment 1; it can be reviewed"):
        take(review_assessment, draft)
    asked()
    with pytest.raises(StoreError, match="2 comments are open"):
        take(review_assessment, draft)


def test_an_approved_correction_supersedes_what_it_corrects(engine, counting, corrected, kept):
    former = kept(counting)
    assert (former.state, former.superseded_on) == ("superseded", APRIL)
    assert kept(corrected).replaces == counting
    assert _steps(engine, counting)[-1] == (
        *("supersede", "bo", "reviewer"),
        f"corrected by no. {corrected}",
    )


def test_a_correction_does_not_count_before_what_it_corrects(engine, counting, take):
    with acting(engine, act="test", subject="", account="ada") as act:
        number = correction_of(act, counting, role="assessor")
    take(submit_assessment, number)
    take(review_assessment, number)
    with pytest.raises(StoreError, match="counts from 2026-03-01; let the correction count"):
        take(approve_assessment, number, published_on=date(2026, 2, 28))


def test_what_counts_is_over_and_not_still_to_come(draft, take, kept):
    take(submit_assessment, draft)
    take(review_assessment, draft)
    with pytest.raises(StoreError, match="was made up to 2026-02-20; let it count from that day"):
        take(approve_assessment, draft, published_on=date(2026, 2, 19))
    with pytest.raises(StoreError, match="cannot count from 2026-04-02, which is still to come"):
        take(approve_assessment, draft, published_on=date(2026, 4, 2))
    assert kept().state == "reviewed"
    take(approve_assessment, draft, published_on=date(2026, 2, 20))
    assert kept().published_on == date(2026, 2, 20)


def test_what_is_superseded_is_neither_corrected_again_nor_withdrawn(engine, corrected, take):
    with pytest.raises(StoreError, match="superseded by a correction; correct or withdraw"):
        take(withdraw_assessment, 1, by=WITH_REASON)
    with (
        pytest.raises(StoreError, match="Assessment 1 is superseded; only an approved one"),
        acting(engine, act="test", subject="", account="ada") as act,
    ):
        correction_of(act, 1, role="assessor")


def test_withdrawing_a_correction_lets_what_it_corrected_count_again(
    engine, counting, corrected, take, kept
):
    take(withdraw_assessment, corrected, by=WITH_REASON)
    former = kept(counting)
    assert (former.state, former.superseded_on, former.published_on) == ("approved", None, MARCH)
    assert _steps(engine, counting)[-1].reason == f"its correction, no. {corrected}, was withdrawn"
