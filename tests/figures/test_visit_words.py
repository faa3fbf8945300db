"""Each visit with its team, sites and reason, and each site with when it was last seen."""

import pandas as pd

from unpol_data.figures import visit_words


def told(**more) -> dict:
    row = {
        "mission_code": "UNMISS",
        "state": "planned",
        "modality": "in_person",
        "modality_reason": None,
        "planned_from": pd.Timestamp("2026-07-06"),
        "planned_to": pd.Timestamp("2026-07-17"),
        "made_from": pd.NaT,
        "made_to": pd.NaT,
        "assessors_new_york": 1,
        "assessors_brindisi": 1,
        "site_codes": "UNMISS-JUBA UNMISS-BOR",
    }
    names = {"UNMISS-JUBA": "Juba"}
    return visit_words.visits(pd.DataFrame([row | more]), names).iloc[0].to_dict()


def test_a_visit_tells_who_goes_where_and_when():
    assert told() == {
        "visit": "UNMISS",
        "state": "Planned",
        "how": "In person",
        "planned": "6 Jul 2026 – 17 Jul 2026",
        "made": "–",
        "team": "New York 1, Brindisi 1",
        "sites": "Juba and UNMISS-BOR",
    }


def test_a_visit_not_made_in_person_says_why():
    assert told(modality="hybrid", modality_reason="No flights")["how"] == "Hybrid: No flights"


def test_a_visit_under_way_has_no_last_day():
    begun = pd.Timestamp("2026-07-07")
    assert told(made_from=begun)["made"] == "since 7 Jul 2026"
    ended = told(made_from=begun, made_to=pd.Timestamp("2026-07-08"))
    assert ended["made"] == "7 Jul 2026 – 8 Jul 2026"


def test_what_is_not_settled_yet_is_said_to_be():
    found = told(site_codes=None, assessors_new_york=0, assessors_brindisi=0)
    assert (found["sites"], found["team"]) == ("not chosen yet", "none named")
    assert told(assessors_new_york=0)["team"] == "Brindisi 1"


def test_a_site_tells_when_and_how_it_was_seen_and_is_seen_next():
    rows = pd.DataFrame(
        {
            "site_name": ["Bor", "Juba"],
            "mission_code": "UNMISS",
            "seen_on": pd.to_datetime([None, "2026-07-17"]),
            "modality": [None, "in_person"],
            "next_on": pd.to_datetime(["2026-12-01", None]),
            "next_modality": ["remote", None],
        }
    )
    found = visit_words.sites(rows, months=12)
    assert found["seen"].tolist() == ["not in 12 months", "17 Jul 2026"]
    assert found["how"].tolist() == ["–", "In person"]
    assert found["next"].tolist() == ["1 Dec 2026, remote", "–"]
