"""Do requests say who could answer, and services whether they are cleared?"""

import pandas as pd

from unpol_data.figures import advice_words as said

COLUMNS = ["request_code", "holder", "role", "women", "men", "available_from", "is_in_time"]
REQUEST = {
    "request_code": "R",
    "mission_code": "UNISFA",
    "area_name": "Power",
    "asked_on": pd.Timestamp("2026-6-15"),
    "waiting_days": 1.0,
    "serving_in": ("UNMISS", "BINUH"),
}


def matches(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[*COLUMNS, "promised"])


def test_a_request_nobody_can_answer_says_where_such_officers_serve():
    rows = pd.DataFrame([REQUEST, REQUEST | {"serving_in": ()}])
    told = said.waiting(rows, matches())
    assert told["answer"].tolist() == [
        "Nobody who can be sent. Such officers serve in UNMISS and BINUH.",
        "Nobody who can be sent. No such officers are on record.",
    ]
    assert told["waiting"].tolist() == ["1 day", "1 day"]


def test_who_could_answer_says_from_when_and_to_whom_they_are_promised():
    january = pd.Timestamp("2027-1-11")
    found = matches(
        ("R", "spc", "Adviser", 1, 0, pd.NaT, True, ()),
        ("R", "spt", "Engineer", 1, 2, january, False, ("MINUSCA",)),
    )
    assert said.waiting(pd.DataFrame([REQUEST]), found)["answer"].iloc[0] == (
        "Standing Police Capacity: Adviser, 1 officer; Specialised police team: Engineer, "
        "3 officers, only from 11 Jan 2027; promised to MINUSCA"
    )


def test_a_deployment_that_is_over_is_to_be_closed():
    rows = pd.DataFrame([REQUEST | {"state": "deployed", "holder": "spc"}] * 2).assign(
        from_on=pd.Timestamp("2026-6-1"),
        to_on=pd.Timestamp("2026-8-31"),
        is_over=[True, False],
    )
    assert said.answered(rows)["period"].tolist() == [
        "1 Jun 2026 to 31 Aug 2026: over, close it",
        "1 Jun 2026 to 31 Aug 2026",
    ]
    assert said.answered(rows)["holder"].tolist() == ["Standing Police Capacity"] * 2


def test_a_service_without_clearance_says_so_in_words_and_by_a_mark():
    rows = pd.DataFrame(
        {
            "alarm": ["under_way", "planned", ""],
            "hrddp_status": ["not_assessed", "under_assessment", "cleared"],
        }
    )
    assert [said.clearance(row) for row in rows.itertuples()] == [
        "▲ Runs without clearance: not assessed",
        "△ Not cleared: under assessment",
        "Cleared",
    ]
