"""Earlier answers, in words."""

import pandas as pd

from unpol_data.figures import earlier_words as said

ROW = {
    "question": "How many posts are filled?",
    "answer_type": "count",
    "unit": "posts",
    "level_anchors": None,
    "state": "answered",
    "value": 3.0,
    "needed": 4.0,
    "modality": "remote",
    "evidence_grade": "inspected",
    "answered_on": pd.Timestamp("2026-03-05"),
    "respondent_role": None,
    "assessment_id": 4,
    "round_label": "Mar 2026",
    "published_on": pd.Timestamp("2026-03-31"),
    "approved_by": "bo",
}


def test_an_earlier_answer_says_how_when_and_who_approved():
    told = said.table(pd.DataFrame([ROW])).to_dict("records")[0]
    assert told["answer"] == "3 of 4 posts"
    assert (told["how"], told["counted"], told["approved"]) == ("Remote", "31 Mar 2026", "bo")
    assert told["evidence"] == "Inspected on site, 5 Mar 2026"
    assert (told["assessment"], told["told_by"]) == ("Mar 2026, no. 4", "–")


def test_without_earlier_answers_the_table_is_empty():
    assert list(said.table(pd.DataFrame(columns=list(ROW))).columns) == list(said.HEADINGS)
