"""Do the sentences of the overview read as an adviser would write them?"""

from collections import namedtuple
from datetime import date

import pandas as pd
import pytest

from unpol_data.figures import overview_words as said

Priority = namedtuple(
    "Priority",
    "severe_count sites_total scored_count worst_site worst_points priority confidence_class "
    "rank_low rank_high tier",
)


def priority(severe: int, total: int, scored: int | None = None, worst: str | None = "Bentiu"):
    scored = total if scored is None else scored
    return Priority(severe, total, scored, worst, 81, 69.6, "high", 3, 9, "B")


@pytest.mark.parametrize(
    ("severe", "total", "sentence"),
    [
        (6, 9, "6 of 9 sites have a large or critical gap; the worst is Bentiu (81)."),
        (1, 9, "1 of 9 sites has a large or critical gap; the worst is Bentiu (81)."),
        (9, 9, "All 9 sites have a large or critical gap; the worst is Bentiu (81)."),
        (0, 9, "None of 9 sites has a large or critical gap; the worst is Bentiu (81)."),
        (1, 1, "The one site it concerns is Bentiu (81)."),
    ],
)
def test_a_priority_says_how_many_sites_and_which_is_worst(severe, total, sentence):
    assert said.at_sites(priority(severe, total)) == sentence


def test_no_site_is_called_worst_where_none_has_a_gap():
    assert said.at_sites(priority(0, 3, worst=None)).endswith("a large or critical gap.")


def test_a_priority_says_how_sure_it_is_and_what_is_not_known():
    words = "Contested: rank 3–9 · high confidence · 1 site without a figure"
    assert said.firmness(priority(6, 9, 8)) == words


def test_low_confidence_is_left_to_its_badge():
    low = priority(6, 9)._replace(confidence_class="low")
    assert said.firmness(low) == "Contested: rank 3–9"


def test_without_a_rank_range_the_size_of_the_priority_stands_in_its_place():
    bare = priority(6, 9)._replace(rank_low=None, rank_high=None, tier=None)
    assert said.firmness(bare) == "Priority 70 of 100 · high confidence"


def test_a_rise_names_the_round_it_is_measured_from():
    rises = pd.DataFrame(
        {
            "mission_code": ["BINUH"],
            "area_name": ["Records and case management"],
            "gap_class": ["critical"],
            "gap_points": [86],
            "change_points": [28],
            "previous_published_on": [date(2025, 2, 28)],
        }
    )
    assert said.worsened_rows(rises).at[0, "change"] == "▲ 28 points since Feb 2025"


@pytest.fixture
def missions() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "mission_code": ["UNMIK", "UNMISS", "MINURSO", "UNVMC"],
            "host_name": [
                "Kosovo (as per UNSCR 1244)",
                "South Sudan",
                "Western Sahara",
                "Colombia",
            ],
            "gap_class": ["met", "large", "not_enough_evidence", "not_applicable"],
            "gap_points": pd.array([5, 54, None, None], dtype="Int64"),
            "change_points": pd.array([0, 7, None, None], dtype="Int64"),
            "served": [10, 2040, 3, 0],
            "areas_scored": [13, 12, 0, 0],
            "areas_total": [13, 13, 13, 13],
            "published_on": [date(2026, 2, 13), date(2025, 11, 28), None, date(2025, 12, 12)],
        }
    )


def test_missions_to_assess_first_are_named(missions):
    rows = said.known_rows(missions=missions, median_age_months=3.8, fresh_share=0.64)
    figures = dict(zip(rows["subject"], rows["figure"], strict=True))
    assert figures["Missions with a figure"] == "2 of 3"
    assert figures["Missions without a figure"] == "MINURSO"
    assert figures["Age of answers"] == "median 4 months, 64 % fresh"


def test_without_answers_their_age_is_not_known(missions):
    rows = said.known_rows(missions=missions, median_age_months=None, fresh_share=None)
    assert rows["figure"].tolist()[-1] == "not known"


def test_the_table_twin_puts_the_largest_gap_first_and_never_prints_a_missing_one_as_zero(missions):
    rows = said.mission_rows(missions)
    assert rows["mission_code"].tolist()[:2] == ["UNMISS", "UNMIK"]
    assert rows["areas"].tolist() == ["12 of 13", "13 of 13", "0 of 13", "n/a"]
    assert rows["gap_points"].isna().tolist() == [False, False, True, True]


def test_a_passed_mandate_date_asks_for_verification():
    mandate = namedtuple("Mandate", "mission_code expired_on")("MINUSCA", date(2026, 11, 15))
    assert said.expired(mandate) == "MINUSCA mandate date passed on 15 Nov 2026: verify"
