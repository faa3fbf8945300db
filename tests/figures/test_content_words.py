"""The rows of one assessment as text."""

import pandas as pd

from unpol_data.figures import content_words as said

DAY = pd.Timestamp("2026-03-24")


NOT_REPLACED = pd.DataFrame()


def answered(*said_of: tuple, **more) -> pd.DataFrame:
    """One row per answer: state, value, needed, grade, role, cause and note."""
    return pd.DataFrame(
        [
            {
                "site": "Birao",
                "site_code": "MINUSCA-BIRAO",
                "item_code": f"COM-PER-{number}",
                "side": "unpol",
                "area_code": "communications",
                "dimension_code": "personnel",
                "question": "How many posts are filled?",
                "answer_type": "count",
                "unit": "posts",
                "level_anchors": None,
                "state": state,
                "value": value,
                "needed": needed,
                "evidence_grade": grade,
                "answered_on": DAY,
                "modality": "remote",
                "respondent_role": role,
                "cause": cause,
                "note": note,
            }
            | more
            for number, (state, value, needed, grade, role, cause, note) in enumerate(said_of)
        ]
    )


POSTS = ("answered", 3.0, 4.0, "inspected", "ICT officer", "staff", "Two on leave")
UNKNOWN = ("unknown", None, None, None, None, None, None)


def test_what_was_answered_before_stands_beneath_the_answer_that_counts():
    call = ("answered", 1.0, 4.0, "remote", "ICT officer", None, None)
    replaced = pd.concat([answered(UNKNOWN, turn=2), answered(call, turn=1)])
    told = said.answers(answered(POSTS, UNKNOWN), replaced)
    assert list(told["answer"]) == [
        "3 of 4 posts",
        "Answered before: 1 of 4 posts",
        "Answered before: Unknown",
        "Unknown",
    ]


def test_an_answer_is_told_with_its_role_and_what_holds_it_back():
    rows = answered(POSTS, UNKNOWN)
    told = said.answers(rows, NOT_REPLACED).to_dict("records")
    assert told[0]["about"] == "Communications · Personnel"
    assert told[0]["answer"] == "3 of 4 posts"
    assert told[0]["evidence"] == "Inspected on site"
    assert told[0]["role"] == "ICT officer"
    assert told[0]["how"] == "Remote"
    assert told[0]["remark"].endswith("Two on leave")
    assert told[1]["answer"] == "Unknown"
    assert (told[1]["evidence"], told[1]["role"], told[1]["remark"]) == ("–", "–", "–")


def test_measurements_carry_their_unit_and_ratings_their_scale():
    measured = pd.DataFrame(
        [{"site": "Birao", "measure": "downlink_mbps", "measured_on": DAY, "value": 4.0}]
    )
    assert list(said.measurements(measured)["value"]) == ["4 Mbit/s"]
    rated = pd.DataFrame(
        [
            {
                "threat_code": "ieds",
                "level_now": 3.0,
                "level_emerging": None,
                "rated_on": DAY,
                "source": "JMAC",
            }
        ]
    )
    told = said.threats(rated).iloc[0]
    assert (told["level_now"], told["level_emerging"]) == ("3 of 4", "not rated")


def test_equipment_keeps_its_counts():
    lines = pd.DataFrame(
        [
            {
                "site": "Birao",
                "name": "Radio",
                "required": 4,
                "held": 3,
                "serviceable": 2,
                "evidence_grade": None,
                "counted_on": DAY,
            }
        ]
    )
    told = said.equipment(lines).iloc[0]
    assert [told["required"], told["held"], told["serviceable"]] == [4, 3, 2]
    assert told["counted_on"] == "24 Mar 2026"
