"""Money, findings and what a visit in another way costs, as sentences and tables."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.figures import plan_words
from unpol_data.views.replanning import Replanned

MONEY = {"left_usd": 190.0, "each_usd": 11_170.0, "lasts": 0, "lacking_usd": 10_980.0}


def test_money_that_ends_says_what_another_visit_needs():
    # 10,980 x 1.13 = 12,407.4
    assert plan_words.finding("money_ends", MONEY) == (
        "**Money runs out:** at USD 11,170 a visit, the USD 190 left pay for none more. Another "
        "visit needs USD 10,980 more, USD 12,407 with programme support."
    )


def test_money_that_lasts_says_for_how_many():
    said = plan_words.finding("money_lasts", {**MONEY, "left_usd": 12_000.0, "lasts": 1})
    assert said == "At USD 11,170 a visit, the USD 12,000 left pay for 1 visit more."


@pytest.mark.parametrize(
    ("kind", "values", "part"),
    [
        ("over_budget", {**MONEY, "left_usd": -500.0}, "costs USD 500 more than there is"),
        ("first_out", {"first": "money", "time": 1, **MONEY}, "would allow 1 more visit"),
        ("first_out", {"first": "time", "time": 0, **MONEY}, "allow no more visit"),
        (
            "overdue",
            {
                "mission_code": "UNISFA",
                "visit_code": "V-1",
                "planned_from": pd.Timestamp("2026-09-07"),
                "state": "under_way",
            },
            "UNISFA was to begin on 7 Sep 2026 and is under way",
        ),
        (
            "beyond_the_plan",
            {"missions": ["UNMISS", "UNISFA"], "last_on": date(2026, 12, 31)},
            "the visit of UNMISS and UNISFA would end after the plan does, on 31 Dec 2026",
        ),
        (
            "unfiled",
            {
                "mission_code": "UNISFA",
                "visit_code": "V-1",
                "made_to": pd.Timestamp("2026-09-23"),
                "due_on": pd.Timestamp("2026-10-23"),
            },
            "visited until 23 Sep 2026; it was due on 23 Oct 2026",
        ),
    ],
)
def test_each_finding_is_a_sentence(kind, values, part):
    assert part in plan_words.finding(kind, values)


def test_programme_support_stands_beneath_the_sum():
    budget = pd.DataFrame(
        {
            "mission_code": ["UNMISS", None],
            "planned_from": pd.to_datetime(["2026-07-06", None]),
            "modality": ["in_person", None],
            "budgeted_usd": [49_300.0, 700.0],
            "committed_usd": [1_000.0, 0.0],
            "spent_usd": [0.0, 0.0],
            "left_usd": [48_300.0, 700.0],
        }
    )
    table = plan_words.money(budget, {"support_share": 0.13})
    assert table["visit"].tolist() == [
        "UNMISS, Jul, in person",
        "For no visit in particular",
        "Visits together",
        "Programme support, 13 %",
        "Total",
    ]
    assert table["budgeted_usd"].tolist() == ["49,300", "700", "50,000", "6,500", "56,500"]


def test_one_more_mission_is_not_priced_before_any_was_made():
    assert "not known" in plan_words.one_more({"each_usd": None, "support_share": 0.13})
    said = plan_words.one_more({"each_usd": 10_000.0, "support_share": 0.13})
    assert "USD 10,000, USD 11,300 with programme support" in said


def test_a_mission_never_assessed_and_not_planned_says_so():
    missions = pd.DataFrame(
        {
            "mission_code": ["UNMIK"],
            "assessed_to": pd.to_datetime([None]),
            "modality": [None],
            "sites_seen": [0],
            "sites_known": [2],
            "in_person": [0],
            "hybrid": [0],
            "remote": [0],
            "next_on": pd.to_datetime([None]),
            "next_modality": [None],
        }
    )
    row = plan_words.coverage(missions).iloc[0].tolist()
    assert row == ["UNMIK", "never", "–", "0 of 2", "none", "none planned"]


def test_grades_stand_strongest_first():
    evidence = pd.DataFrame(
        {"mission_code": ["UNMIK"], "evidence_grade": ["remote"], "answer_count": [81]}
    )
    rows, headings = plan_words.grades(evidence)
    assert list(headings)[:3] == ["mission_code", "measured", "inspected"]
    assert (rows.loc[0, "remote"], rows.loc[0, "measured"]) == (81, 0)


def replanned(modality: str = "remote", **changed) -> Replanned:
    areas = pd.DataFrame(
        {
            "area_code": ["cyber"],
            "now": [0.53],
            "planned": [0.76],
            "instead": [0.38],
            "now_class": ["medium"],
            "planned_class": ["high"],
            "instead_class": ["low"],
        }
    )
    fields = {
        "visit": {"modality": "in_person"},
        "modality": modality,
        "on": date(2026, 12, 11),
        "visited": ("M-HQ",),
        "areas": areas,
        "allowance": {"now": 0.26, "planned": 0.16, "instead": 0.33},
        "falls": ("cyber",),
        "below_medium": ("cyber",),
    }
    return Replanned(**fields | changed)


def test_what_another_way_costs_names_the_areas_under_medium():
    said = plan_words.cost_of_replanning(replanned())
    assert said.startswith("Made remote instead of in person: 1 area falls")
    assert "under medium: Cyber" in said
    assert "off by 33 points of 100, not 16, so this mission's rank ranges are wider" in said


def test_another_way_that_costs_nothing_says_so():
    better = replanned(
        falls=(), below_medium=(), allowance={"now": 0.3, "planned": 0.26, "instead": 0.15}
    )
    said = plan_words.cost_of_replanning(better)
    assert "no area falls" in said
    assert "narrower than planned" in said


def test_the_way_that_is_planned_changes_nothing():
    assert "is planned in person" in plan_words.cost_of_replanning(replanned("in_person"))


def test_confidence_stands_with_its_class():
    row = plan_words.confidence(replanned().areas).iloc[0].tolist()
    assert row[1:] == ["53 medium", "76 high", "38 low"]


def test_the_plan_says_which_records_it_shows_and_from_which_day():
    on = date(2026, 11, 16)
    said = plan_words.recorded(on, chosen=False, sample=True)
    assert said.startswith("Visits and money as recorded now, seen on 16 Nov 2026, the newest day")
    assert plan_words.recorded(on, chosen=False, sample=False).endswith("seen on 16 Nov 2026.")
    assert "recorded by 16 Nov 2026" in plan_words.recorded(on, chosen=True, sample=False)


def test_without_any_visit_it_is_said_what_to_do():
    assert plan_words.no_visit(None, of_missions=False).endswith("import the programme workbook.")
    assert "Clear the mission filter" in plan_words.no_visit(None, of_missions=True)
    said = plan_words.no_visit(date(2026, 1, 1), of_missions=False)
    assert said.startswith("No visit had been recorded here by 1 Jan 2026. Choose a later date")
