"""Are those who can help named in words, never by codes, and is nobody not zero?"""

import pandas as pd

from unpol_data.figures import expertise_words as said

POOL = {"mission_code": None, "area_code": "cyber", "area_name": "Cyber", "holder": "spc"}
OFFICERS = {"role": "Examiner", "women": 1, "officers": 3, "women_share": 1 / 3}


def test_a_record_is_called_by_what_it_is_about():
    assert said.name("expertise", POOL | OFFICERS) == (
        "Examiner, Standing Police Capacity, for any mission"
    )
    request = {"mission_code": "UNMISS", "area_code": "cyber", "asked_on": pd.Timestamp("2026-5-4")}
    assert said.name("expertise_requests", request) == (
        "UNMISS, Cyber investigation, asked 4 May 2026"
    )
    engagement = {"partner": "A university", "subject": "Phone evidence"}
    assert said.name("engagements", engagement) == "A university: Phone evidence"
    assert said.name("lessons", {"title": "Spare batteries"}) == "Spare batteries"


def test_women_are_told_as_a_share_of_the_officers_and_nobody_as_a_dash():
    rows = pd.DataFrame([OFFICERS, OFFICERS | {"women": 0, "officers": 0, "women_share": None}])
    assert [said.women(row) for row in rows.itertuples()] == ["1 of 3 (33 %)", "–"]


def test_officers_who_come_later_say_when():
    days = {"available_from": [pd.NaT, pd.Timestamp("2027-1-11")], "is_available": [True, False]}
    rows = pd.DataFrame([POOL | OFFICERS] * 2).assign(**days)
    assert said.pools(rows)["available"].tolist() == ["now", "from 11 Jan 2027"]
    assert said.pools(rows)["where"].tolist() == ["any mission", "any mission"]


def test_a_period_says_what_is_not_set():
    rows = pd.DataFrame(
        {
            "from_on": [pd.Timestamp("2026-1-5"), pd.Timestamp("2026-1-5"), pd.NaT],
            "to_on": [pd.Timestamp("2026-2-6"), pd.NaT, pd.NaT],
        }
    )
    assert [said.period(row) for row in rows.itertuples()] == [
        "5 Jan 2026 to 6 Feb 2026",
        "5 Jan 2026, no last day",
        "–",
    ]


def test_a_gap_nobody_can_help_with_says_where_such_officers_serve():
    rows = pd.DataFrame(
        {
            "mission_code": ["UNMISS", "UNMISS"],
            "area_name": ["Power", "Borders"],
            "gap_class": "large",
            "gap_points": 60,
            "officers": [5, 0],
            "elsewhere": [("UNISFA", "BINUH"), ()],
        }
    )
    assert said.unhelped(rows)["elsewhere"].tolist() == [
        "UNISFA and BINUH (5)",
        "nowhere: nobody on record",
    ]


def test_areas_without_officers_show_a_dash_not_zero():
    row = {"area_name": "Power", "severe": 2, "unhelped": 2, "spc": 0, "spt": 0, "deployed": 0}
    rows = pd.DataFrame([row | {"women": 0, "officers": 0, "women_share": None}])
    assert said.areas(rows).iloc[0].tolist() == ["Power", "2", "2", "–", "–", "–", "–"]


def test_lessons_are_counted_by_state_and_partners_by_kind():
    lessons = pd.DataFrame({"state": ["published", "draft", "draft"]})
    assert said.by_state("lessons", lessons) == "1 published and 2 draft"
    partners = pd.DataFrame({"partner_kind": ["academia", "un_entity", "academia"]})
    assert said.by_partner(partners) == "Academia 2 and United Nations entity 1"


def test_what_names_no_mission_area_or_crime_says_so():
    empty = {"mission_code": None, "area_code": None, "threat_code": None}
    rows = pd.DataFrame([empty | {"title": "A", "lesson_kind": "lesson", "state": "draft"}])
    told = said.lessons(rows.assign(recorded_on=pd.Timestamp("2026-8-3"))).iloc[0]
    assert told["where"] == "All missions"
    assert told["area"] == "All areas"
    assert told["threat"] == "–"
    assert told["recorded"] == "3 Aug 2026"
