"""What the store refuses to keep about an answer."""

from datetime import date

import pytest

from unpol_data.store.tables import Answer, ReplacedAnswer

ANSWER = {
    "assessment_id": 1,
    "site_code": "UNMISS-BOR",
    "item_code": "COM-PER-1",
    "side": "unpol",
    "state": "answered",
    "value": 3.0,
    "evidence_grade": "inspected",
    "answered_on": date(2026, 2, 3),
}
UNKNOWN = ANSWER | {
    "state": "unknown",
    "value": None,
    "evidence_grade": None,
    "answered_on": None,
}
BROKEN = [
    ({"side": "both"}, "known_side"),
    ({"modality": "by_letter"}, "known_modality"),
    ({"state": "maybe", "value": None}, "known_state"),
    ({"value": None}, "value_exactly_when_answered"),
    ({"state": "unknown"}, "value_exactly_when_answered"),
    ({"evidence_grade": None}, "answered_with_grade_and_date"),
    ({"answered_on": None}, "answered_with_grade_and_date"),
    ({"value": -1.0}, "value_in_range"),
    ({"needed": -1.0}, "needed_in_range"),
]


@pytest.mark.parametrize("row", [ANSWER, UNKNOWN])
def test_a_sound_answer_is_kept(keep, row):
    keep(Answer, row)


@pytest.mark.parametrize(("changed", "rule"), BROKEN)
def test_an_answer_that_breaks_a_rule_is_refused_by_name(refused, changed, rule):
    assert f"the rule {rule};" in refused(Answer, ANSWER | changed)


def test_an_item_is_answered_once_in_an_assessment(keep, refused):
    keep(Answer, ANSWER)
    said = refused(Answer, ANSWER | {"value": 1.0})
    assert "answers.item_code" in said or "pk_answers" in said


REPLACED = ANSWER | {"turn": 1, "modality": "remote"}


def test_answers_that_were_replaced_are_kept_turn_by_turn(keep, refused):
    keep(ReplacedAnswer, REPLACED)
    keep(ReplacedAnswer, REPLACED | {"turn": 2})
    said = refused(ReplacedAnswer, REPLACED | {"value": 1.0})
    assert "replaced_answers.turn" in said or "pk_replaced_answers" in said


@pytest.mark.parametrize(("changed", "rule"), [*BROKEN, ({"turn": 0}, "turns_from_1")])
def test_a_replaced_answer_that_breaks_a_rule_is_refused_by_name(refused, changed, rule):
    assert f"the rule {rule};" in refused(ReplacedAnswer, REPLACED | changed)


@pytest.mark.parametrize("changed", [{"site_code": "UNMISS-X"}, {"assessment_id": 9}])
def test_an_answer_belongs_to_a_known_site_and_assessment(refused, changed):
    said = refused(Answer, ANSWER | changed)
    assert "FOREIGN KEY" in said or "fk_answers_" in said
