"""Is what needs to be done about help told in plain sentences, the most pressing first?"""

import pandas as pd

from unpol_data.figures import help_words as said

AREAS = pd.DataFrame(
    [
        ("surveillance", 5, 5),
        ("biometrics", 5, 4),
        ("power", 1, 1),
        ("cyber", 6, 0),
        ("safety", 0, 0),
    ],
    columns=["area_code", "severe", "unhelped"],
)
NONE = pd.DataFrame(columns=["mission_code", "area_code", "title", "hrddp_status"])


def findings(**found) -> list[tuple[str, str]]:
    nothing = {"requests": NONE, "unmatched": NONE, "uncleared": NONE, "unserved": NONE}
    return said.findings(**{"areas": AREAS.iloc[3:], "severe_of_host": None} | nothing | found)


def services(*titles: str) -> pd.DataFrame:
    rows = {"title": titles, "mission_code": "BINUH", "hrddp_status": "not_assessed"}
    return pd.DataFrame(rows)


def test_areas_with_large_gaps_and_nobody_stand_first():
    heads = [head for head, _ in findings(areas=AREAS, uncleared=services("Phones"))]
    assert heads[0] == (
        "Large gaps and nobody who can help: Surveillance and UAS (5 missions) and Power and "
        "facilities ICT (1 mission)."
    )
    assert findings(areas=AREAS)[1] == (
        "Some missions are left without help",
        "in Biometrics and identity (4 of 5 missions).",
    )


def test_where_nothing_is_wrong_nothing_is_said():
    assert findings() == []


def test_requests_that_find_nobody_are_named_with_their_wait():
    rows = pd.DataFrame(
        {"mission_code": ["UNISFA"], "area_code": ["power"], "waiting_days": [165.0]}
    )
    assert findings(requests=pd.concat([rows, rows]), unmatched=rows) == [
        (
            "1 of 2 open requests find nobody to send:",
            "UNISFA, Power and facilities ICT (165 days).",
        )
    ]


def test_services_planned_without_clearance_are_named_and_the_rest_counted():
    assert findings(uncleared=services("A", "B", "C", "D")) == [
        (
            "4 planned services are not cleared on human rights:",
            "A (BINUH, not assessed); B (BINUH, not assessed); C (BINUH, not assessed); 1 more.",
        )
    ]


def test_gaps_of_host_state_police_without_advice_are_counted():
    rows = pd.DataFrame({"mission_code": ["UNMISS"], "area_code": ["power"]})
    assert findings(unserved=rows, severe_of_host=3) == [
        (
            "1 of 3 large gaps of host-State police have no advice,",
            "first UNMISS, Power and facilities ICT.",
        )
    ]
    assert findings(unserved=rows.iloc[:0], severe_of_host=3) == []


def test_what_runs_without_clearance_is_to_be_paused():
    assert said.running_without_clearance(services()) == ""
    one = said.running_without_clearance(services("Phones"))
    assert one.startswith("1 service to host-State police runs without clearance")
    assert one.endswith("Phones (BINUH, not assessed). Pause it until the assessment is done.")
    assert "2 services run" in said.running_without_clearance(services("A", "B"))


def test_who_can_help_here_is_told_in_one_line():
    counts = {"serving": 0, "can_be_sent": 0, "requests": 0, "partners": 0, "lessons": 0}
    assert said.here(**counts) == "Nobody with the expertise on the spot, nobody can be sent."
    counts |= {"serving": 1, "can_be_sent": 2, "requests": 1, "lessons": 3}
    assert said.here(**counts) == (
        "1 officer with the expertise on the spot, 2 can be sent; 1 open request; "
        "3 lessons published."
    )
    assert said.about("UNMISS", ("cyber",)) == "UNMISS, Cyber investigation"
    assert said.about("UNMISS", ("cyber", "power")).startswith("UNMISS, the 2 areas")


def test_an_entry_says_what_kind_it_is_and_from_when():
    pool = {"holder": "spc", "role": "Examiner", "officers": 2, "is_available": True}
    assert said.entry("expertise", pool | {"available_from": None}) == "Examiner: 2 officers"
    later = pool | {"is_available": False, "available_from": pd.Timestamp("2027-1-11")}
    assert said.entry("expertise", later) == "Examiner: 2 from 11 Jan 2027"
    assert said.entry("engagements", {"partner": "A university"}) == "Partner: A university"
    assert said.entry("lessons", {"title": "Spare batteries"}) == "Lesson: Spare batteries"


def test_an_entry_that_is_too_long_for_a_phone_is_cut():
    told = said.entry("lessons", {"title": "A very long title " * 5})
    assert len(told) <= said.LONGEST
    assert told.endswith("…")


def test_how_many_were_found_is_said_and_whether_all_are_shown():
    assert said.shown(1, most=10) == "1 record found."
    assert said.shown(12, most=10) == "The first 10 of 12 records. Add a word to see fewer."
