"""What the store refuses in the steps and comments of an assessment."""

import pytest

from tests.store.conftest import NOON
from unpol_data.store.tables import AnswerComment, AssessmentStep

STEP = {
    "assessment_id": 1,
    "step": "submit",
    "account": "tester",
    "role": "assessor",
    "reason": None,
    "recorded_at": NOON,
    "recorded_revision": 2,
}
COMMENT = {
    "assessment_id": 1,
    "site_code": "UNMISS-BOR",
    "item_code": "COM-PER-1",
    "side": "unpol",
    "words": "Counted twice?",
    "account": "tester",
    "role": "reviewer",
    "commented_at": NOON,
    "recorded_revision": 2,
}


def test_a_step_and_a_comment_are_kept(keep):
    keep(AssessmentStep, STEP)
    keep(AnswerComment, COMMENT)


def test_a_comment_may_be_on_the_whole_assessment(keep):
    keep(AnswerComment, COMMENT | {"site_code": None, "item_code": None, "side": None})


def test_a_step_nobody_knows_is_refused(refused):
    assert "known_step" in refused(AssessmentStep, STEP | {"step": "bless"})


@pytest.mark.parametrize("step", ["return", "withdraw"])
@pytest.mark.parametrize("reason", [None, " "])
def test_returning_and_withdrawing_need_a_reason(refused, step, reason):
    said = refused(AssessmentStep, STEP | {"step": step, "reason": reason})
    assert "returned_and_withdrawn_with_a_reason" in said


def test_a_comment_says_something(refused):
    assert "says_something" in refused(AnswerComment, COMMENT | {"words": "  "})


def test_a_comment_is_on_one_answer_or_on_the_whole(refused):
    assert "one_answer_or_the_whole" in refused(AnswerComment, COMMENT | {"item_code": None})


def test_a_comment_is_resolved_by_somebody(refused):
    assert "resolved_by_somebody" in refused(AnswerComment, COMMENT | {"resolved_at": NOON})
