"""Decisions in words: due or overdue, what became of them, how the gap moved."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from unpol_data.figures import decision_words
from unpol_data.filters import Filters
from unpol_data.kept_figures import ShownFigure

DUE = pd.Timestamp("2026-10-31")


def aims(*rows: dict) -> pd.DataFrame:
    usual = {"decision_code": "D", "mission_code": "UNMISS", "area_code": "power"}
    usual |= {"horizon": "today", "side": "unpol", "points_before": 74.0, "points_after": 61.0}
    usual |= {"change_low": -0.18, "change_high": -0.002, "moved": "smaller"}
    return pd.DataFrame([usual | row for row in rows], columns=list(usual))


def decided(**changed) -> pd.DataFrame:
    usual = {"decision_code": "D", "words": "Buy solar back-up.", "office": "Mission support"}
    usual |= {"due_on": DUE, "days_over": 27.0, "state": "under_way", "outcome": None}
    return pd.DataFrame([usual | changed])


def test_what_is_overdue_is_said_by_a_sign_and_in_words():
    told = decision_words.table(decided(), aims({})).iloc[0]
    assert told["due"].endswith("overdue by 27 days: 31 Oct 2026")
    assert told["due"].startswith(decision_words.OVERDUE)
    assert told["state"] == "Under way"
    assert told["outcome"] == "–"


def test_what_is_not_due_yet_is_a_day_and_what_has_none_a_dash():
    rows = decided(days_over=float("nan"))
    assert decision_words.table(rows, aims({})).iloc[0]["due"] == "31 Oct 2026"
    rows = decided(due_on=pd.NaT, days_over=float("nan"))
    assert decision_words.table(rows, aims({})).iloc[0]["due"] == "–"


def test_one_gap_is_told_then_and_now():
    told = decision_words.table(decided(), aims({})).iloc[0]
    assert told["aim"] == "UNMISS · Power and facilities ICT"
    assert told["moved"] == "74 → 61, clearly smaller"


def test_several_gaps_are_counted():
    of_mission = aims({}, {"area_code": "cyber", "moved": "larger"}, {"area_code": "command"})
    told = decision_words.table(decided(), of_mission).iloc[0]
    assert told["aim"] == "3 gaps of UNMISS"
    assert told["moved"] == "2 clearly smaller and 1 clearly larger"
    of_area = aims({"moved": "same"}, {"mission_code": "BINUH", "moved": "not_clear"})
    told = decision_words.table(decided(), of_area).iloc[0]
    assert told["aim"] == "Power and facilities ICT in 2 missions"
    assert told["moved"] == "none of 2 clearly moved"


def test_no_gap_is_said_to_be_none():
    told = decision_words.table(decided(), aims()).iloc[0]
    assert (told["aim"], told["moved"]) == ("no gap in particular", "–")


def test_a_missing_figure_is_said_and_never_zero():
    told = decision_words.aims_table(aims({"points_before": float("nan"), "moved": "no_figure"}))
    assert told.iloc[0].tolist()[1:] == [
        "not enough evidence",
        "61",
        "–",
        "no figure to compare",
    ]


def test_the_change_stands_with_the_ends_of_its_interval():
    told = decision_words.aims_table(aims({"side": "host_state"})).iloc[0]
    assert told["change"] == "▼ 13 (▼ 18 to 0)"
    assert told["gap"].startswith("UNMISS · Power and facilities ICT (")


def test_the_finding_counts_what_is_open_overdue_and_done_and_where_the_gap_moved():
    counts = {"open": 2, "done": 3, "dropped": 1}
    found = SimpleNamespace(
        rows=pd.DataFrame({"decided_on": [pd.Timestamp("2026-07-24")] * 6}),
        overdue=1,
        aimed=4,
        count=lambda *states: sum(counts.get(state, 0) for state in states),
        moved={"smaller": 2, "larger": 1}.get,
    )
    assert decision_words.finding(found) == (
        "6 decisions since 24 Jul 2026: 2 open or under way, 1 of these overdue, 3 done and "
        "1 dropped. Since then a gap aimed at has clearly shrunk in 2 and clearly grown in 1 of 4."
    )
    assert decision_words.open_and_overdue(found) == "2 decisions open, 1 overdue"
    found.moved = {"smaller": 0, "larger": 0}.get
    assert decision_words.finding(found).endswith("No gap aimed at has clearly moved since.")
    found.aimed = 0
    assert decision_words.finding(found).endswith("None aimed at a gap.")


def test_where_nothing_is_open_nothing_is_said():
    found = SimpleNamespace(count=lambda *states: 0)
    assert decision_words.open_and_overdue(found) == ""


@pytest.mark.parametrize(("points", "figure"), [(74, "74"), (None, "not enough evidence")])
def test_a_gap_is_kept_as_it_is_printed(points, figure):
    rows = pd.DataFrame(
        {"mission_code": ["UNMISS"], "area_code": ["power"], "gap_points": [points]}
    )
    kept = decision_words.gaps(rows, Filters(as_of=date(2026, 3, 31)))
    name = "Gap: UNMISS · Power and facilities ICT"
    assert [(one.name, one.figure) for one in kept] == [(name, figure)]


def test_kept_figures_are_listed_with_what_was_said_beside_them():
    told = decision_words.shown_table((ShownFigure("Gap", "74", "worse"), ShownFigure("n", "1")))
    assert told["said"].tolist() == ["worse", "–"]


def test_clearly_is_explained_by_the_share_of_the_draws():
    assert "the middle 90 %" in decision_words.clearly()
