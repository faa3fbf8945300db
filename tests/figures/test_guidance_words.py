"""Is what guidance says told in words, and what is not known told as such?"""

import pandas as pd

from unpol_data.figures import guidance_words as said


def test_what_documents_say_of_an_area_is_counted():
    row = pd.DataFrame(
        [{"adequate": 0, "mentioned": 0, "needs_update": 1, "absent": 2, "not_read": 0}]
    )
    assert said.counts(next(row.itertuples())) == "1 needs update, 2 absent"


def test_a_review_says_its_state_and_day_and_what_is_missing():
    common = {"document_code": "A", "title": "Course", "document_state": "draft"}
    rows = pd.DataFrame(
        [
            common | {"reviewer": "gender_adviser", "state": "cleared", "state_on": "2026-05-04"},
            common | {"reviewer": "legal_adviser", "state": "requested", "state_on": "2026-06-01"},
            common | {"reviewer": "human_rights_focal_point", "state": "not_asked"},
        ]
    )
    rows["state_on"] = pd.to_datetime(rows["state_on"])
    told = said.queue(rows).iloc[0]
    assert told["title"] == "Course (draft)"
    assert told["legal_adviser"] == "Requested, 1 Jun 2026"
    assert told["human_rights_focal_point"] == "Not asked yet"
    assert told["missing"] == "legal adviser and human rights focal point"


def test_nobody_counted_is_not_zero():
    rows = pd.DataFrame(
        {
            "mission_code": ["UNMISS", "UNMIK"],
            "trainings": [1, 0],
            "titles": [("Course",), ()],
            "women_trained": [None, None],
            "men_trained": [4.0, None],
            "counted": [0, 0],
        }
    )
    told = said.trained(rows)
    assert told["women"].tolist() == ["not counted"]
    assert told["men"].tolist() == ["4"]
    assert told["titles"].tolist() == ["Course"]
    assert said.not_trained(rows) == "No training on record: UNMIK."


def test_a_gap_that_cannot_be_ranked_says_so():
    row = {"mission_code": "UNMIK", "area_name": "Power", "gap_class": "large", "gap_points": 60.0}
    counts = {"adequate": 0, "mentioned": 0, "needs_update": 0, "absent": 1, "not_read": 3}
    told = said.unanswered(pd.DataFrame([row | counts | {"priority": None}])).iloc[0]
    assert told["priority"] == "not ranked"
    assert told["guidance"] == "1 absent, 3 not read yet"
