"""Comments on single answers, answered and settled."""

import pytest
from sqlalchemy import select

from tests.store.writes.test_assessments import ANSWER, FACTS, NOON, ROUND
from unpol_data.store import StoreError, reading, tables
from unpol_data.store.writes import (
    Place,
    acting,
    comment_on_answer,
    record_assessment,
    resolve_comments,
)
from unpol_data.store.writes.comments import LONGEST_COMMENT

PLACE = Place(1, ANSWER["site_code"], ANSWER["item_code"], ANSWER["side"])


@pytest.fixture
def say(engine):
    """Comment on an answer of an assessment, in an act of its own; the comment's number."""
    record_assessment(engine, ROUND, facts=FACTS, account="ada")

    def said(words, place=PLACE, account="bo"):
        with acting(engine, act="test", subject="", account=account, recorded_at=NOON) as act:
            return comment_on_answer(act, place, words, role="reviewer")

    return said


def _settle(engine, place=PLACE) -> int:
    with acting(engine, act="test", subject="", account="cy", recorded_at=NOON) as act:
        return resolve_comments(act, place)


def _kept(engine):
    columns = ("item_code", "words", "account", "role", "resolved_by")
    with reading(engine) as connection:
        return connection.execute(
            select(*(getattr(tables.AnswerComment, name) for name in columns)).order_by(
                tables.AnswerComment.comment_id
            )
        ).all()


def test_a_comment_is_answered_and_both_are_settled_together(engine, say):
    say("  Was this counted twice?\n")
    say("No, once.", account="ada")
    say("Which sites?", Place(1))
    assert _settle(engine) == 2
    assert _kept(engine) == [
        ("COM-PER-1", "Was this counted twice?", "bo", "reviewer", "cy"),
        ("COM-PER-1", "No, once.", "ada", "reviewer", "cy"),
        (None, "Which sites?", "bo", "reviewer", None),
    ]


def test_what_is_settled_is_settled_once(engine, say):
    say("Was this counted twice?")
    _settle(engine)
    with pytest.raises(StoreError, match="No comment is open there"):
        _settle(engine)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(" ", "The comment is empty"), ("x" * (LONGEST_COMMENT + 1), "at most 1,000 are kept")],
)
def test_a_comment_says_something_and_not_too_much(say, words, sentence):
    with pytest.raises(StoreError, match=sentence):
        say(words)


def test_there_is_no_comment_on_an_answer_that_was_not_given(say):
    with pytest.raises(StoreError, match="holds no answer to COM-PER-2 at UNMISS-BOR"):
        say("Why?", Place(1, "UNMISS-BOR", "COM-PER-2", "unpol"))
