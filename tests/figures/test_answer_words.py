"""Are answers and requirements said as an assessor would say them?"""

import pandas as pd
import pytest

from unpol_data.figures import answer_words

ANSWER = {
    "item_code": "COM-PER-1",
    "weight": 0.35,
    "dimension_code": "personnel",
    "question": "How many posts are filled?",
    "answer_type": "count",
    "unit": "posts",
    "value_at_none": None,
    "value_at_full": None,
    "level_anchors": None,
    "state": "answered",
    "value": 4.0,
    "needed": 8.0,
    "value_now": 7.0,
    "required_now": 0.8,
    "value_emerging": 8.0,
    "required_emerging": 1.0,
    "attainment": 0.625,
    "is_stale": False,
    "evidence_grade": "inspected",
    "answered_on": pd.Timestamp("2026-03-05"),
    "modality": "in_person",
    "respondent_role": "ICT officer",
    "cause": "staff",
    "note": None,
    "assessment_id": 7.0,
    "round_label": "2026",
    "reference": None,
}
LEVEL = {"answer_type": "level", "level_anchors": "0 = none; 1 = some; 3 = most; 4 = all"}


def said(**more) -> dict:
    """One answer in words."""
    return answer_words.table(pd.DataFrame([ANSWER | more])).iloc[0].to_dict()


def test_a_count_says_what_there_is_of_what_is_needed():
    row = said()
    assert row["answer"] == "4 of 8 posts"
    assert row["required_now"] == "at least 7 of 8 posts"
    assert row["required_emerging"] == "all 8 posts"
    assert row["attained"] == "63 %"
    assert row["evidence"] == "Inspected on site, 5 Mar 2026"
    assert row["assessment"] == "2026, no. 7"


def test_a_level_is_said_by_its_meaning():
    row = said(**LEVEL, value=1.0, value_now=3.0, value_emerging=4.0)
    assert row["answer"] == "1 of 4: some"
    assert row["required_now"] == "at least 3 of 4: most"
    assert row["required_emerging"] == "4 of 4: all"


def test_where_less_is_better_a_measure_is_required_at_most():
    latency = {"answer_type": "measure", "unit": "hours", "value_at_none": 90, "value_at_full": 0}
    row = said(**latency, value=61.0, value_now=22.5)
    assert (row["answer"], row["required_now"]) == ("61 hours", "at most 23 hours")


@pytest.mark.parametrize(("value", "word"), [(0.0, "no"), (0.5, "partly"), (1.0, "yes")])
def test_yes_partly_and_no_are_words(value, word):
    assert said(answer_type="yes_partly_no", value=value, value_now=1.0)["answer"] == word


def test_an_unknown_is_no_zero():
    row = said(state="unknown", value=None, needed=None, attainment=None)
    assert (row["answer"], row["attained"]) == ("Unknown", "not enough evidence")
    assert row["required_now"] == "80 % of the posts needed"


def test_what_does_not_apply_is_not_counted():
    assert said(state="not_applicable", value=None, attainment=None)["attained"] == "not counted"


def test_a_stale_answer_is_marked():
    assert said(is_stale=True)["evidence"].endswith("· stale")


def test_notes_have_a_column_only_where_there_are_any():
    without = answer_words.table(pd.DataFrame([ANSWER]))
    noted = answer_words.table(pd.DataFrame([ANSWER | {"note": "Two rotate out in May."}]))
    assert "note" not in answer_words.headings(without)
    assert "note" in answer_words.headings(noted)


def test_what_the_sums_are_repeated_with_stands_beside_the_words():
    told = said()
    assert (told["item_code"], told["weight"], told["attainment"]) == ("COM-PER-1", 0.35, 0.625)


def test_the_document_an_answer_was_taken_from_stands_beside_its_assessment():
    row = said(reference="SPC end-of-mission report, 14 Mar 2025")
    assert row["assessment"] == "2026, no. 7, from SPC end-of-mission report, 14 Mar 2025"
