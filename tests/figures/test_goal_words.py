"""What is said of the goals, first what nothing serves."""

import pandas as pd
import pytest

from unpol_data.figures import goal_words

ZERO = {"options": 0, "options_reviewed": 0, "decisions": 0, "decisions_open": 0}
ZERO |= {"decisions_overdue": 0, "decisions_done": 0, "guidance": 0, "guidance_in_force": 0}
ZERO |= {"total_once_usd": None, "severe_gaps": 0, "mission_code": None, "area_name": None}
ZERO |= {"gap_points": None}
SOME = {"options": 4, "options_reviewed": 3, "total_once_usd": 45_200.0, "decisions": 3}
SOME |= {"decisions_open": 1, "decisions_overdue": 1, "decisions_done": 1, "guidance": 2}
SOME |= {"guidance_in_force": 1, "severe_gaps": 2, "mission_code": "UNISFA"}
SOME |= {"area_name": "Communications", "gap_points": 86.0}
ITEM = {"kind": "decisions", "code": "D", "title": "Buy it.", "mission_code": None}
ITEM |= {"state": "open", "total_once_usd": None, "due_on": pd.Timestamp("2026-02-01")}


@pytest.fixture
def rows():
    named = [
        {"goal_code": "a", "goal_name": "Integration"} | ZERO | SOME,
        {"goal_code": "b", "goal_name": "Host countries"} | ZERO | {"options": 1},
        {"goal_code": "c", "goal_name": "Strategic communications"} | ZERO,
    ]
    return pd.DataFrame(named)


@pytest.fixture
def items():
    return pd.DataFrame([ITEM | {"is_overdue": True}])


def said(rows, items, unnamed=0):
    return list(goal_words.findings(rows, items, scheme="a4p_priority", unnamed=unnamed))


def test_what_nothing_serves_is_said_first(rows, items):
    assert said(rows, items)[0] == "Nothing on record serves “Strategic communications”."
    assert said(rows.head(2), items)[0] == "Each of the 2 priorities has something on record."


def test_what_lacks_a_kind_what_is_late_and_what_most_is_foreseen_for_is_said(rows, items):
    assert said(rows, items, unnamed=2)[1:] == [
        "No decision yet for “Host countries”.",
        "No guidance yet for “Host countries”.",
        "Decisions past the day they were due: Buy it.",
        "Most is foreseen for Integration: 4 options, USD 45,200 with programme support.",
        "2 records name no priority.",
    ]


def test_the_table_says_none_rather_than_0_and_a_dash_for_a_cost_that_is_not_known(rows):
    told = goal_words.goals(rows).to_dict("records")
    assert told[0]["decisions"] == "1 open (1 late), 1 done, 1 dropped"
    assert told[0]["options"] == "4, 3 reviewed"
    assert told[0]["guidance"] == "2, 1 in draft"
    assert told[0]["gaps"] == "2; sharpest UNISFA · Communications 86"
    assert (told[2]["options"], told[2]["cost"], told[2]["gaps"]) == ("none", "–", "–")


def test_an_item_says_its_state_and_that_its_day_has_passed(items):
    told = goal_words.items(items).iloc[0]
    assert told.to_dict() == {
        "title": "Buy it.",
        "kind": "Decision",
        "mission": "All",
        "state": "Open",
        "cost": "–",
        "due": "1 Feb 2026: passed",
    }


def test_the_bars_have_every_goal_and_kind_in_short(rows):
    long = rows.assign(goal_name="Women, peace and security (cross-cutting)")
    bars = goal_words.bars(long)
    assert len(bars) == 9
    assert set(bars["goal_name"]) == {"Women, peace and security"}


def test_what_names_no_goal_can_be_chosen_where_there_is_some(rows):
    chosen = {"scheme": "agenda_tag"}
    assert "none" not in goal_words.choices(rows, unnamed=0, **chosen)
    assert goal_words.choices(rows, unnamed=1, **chosen)["none"] == "No agenda named"


def test_the_note_names_the_share_of_programme_support():
    assert "13 % programme support" in goal_words.note()
