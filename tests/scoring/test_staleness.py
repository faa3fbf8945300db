"""When is so much of the evidence stale that it needs a look, on hand-made numbers?"""

import pandas as pd
import pytest

from unpol_data.scoring.confidence import age_months, is_stale
from unpol_data.scoring.staleness import stale_evidence

HALF_LIVES = pd.Series({"personnel": 12.0, "facilities": 24.0, "software": 18.0})


def only(found: pd.DataFrame) -> pd.Series:
    assert len(found) == 1
    return found.iloc[0]


def answers(*rows: tuple[str, str, str | None, int]) -> pd.DataFrame:
    """Dimension, state, day of the answer, and how many."""
    counts = pd.DataFrame(rows, columns=["dimension_code", "state", "answered_on", "answer_count"])
    days = pd.to_datetime(counts["answered_on"])
    return counts.assign(side="unpol", area_code="borders", answered_on=days)


def stale(*rows, on: str = "2025-01-01", needed: float = 6) -> pd.Series:
    limits = {"after": 2, "stale_pct": 30, "needed_at_least": needed}
    return only(stale_evidence(answers(*rows), HALF_LIVES, on=pd.Timestamp(on), **limits))


def test_evidence_is_stale_on_the_day_the_share_is_reached():
    old, new = ("personnel", "answered", "2023-10-16", 3), ("software", "answered", "2024-12-01", 7)
    found = stale(old, new)
    # Example 23: 2 x 12 x 30.44 = 730.5 days, so 3 of 10 are stale from the 731st day on.
    assert found["holds_from"] == pd.Timestamp("2025-10-16")
    assert (found["holds"], found["value"], found["counted"]) == (True, 30, 10)


@pytest.mark.parametrize(("old", "new", "holds"), [(2, 8, True), (1, 9, False), (3, 7, True)])
def test_an_answer_nobody_has_is_needed_but_never_stale(old, new, holds):
    rows = [
        ("personnel", "answered", "2020-01-01", old),
        ("personnel", "answered", "2020-06-01", 1),
        ("personnel", "unknown", None, new - 1),
        ("personnel", "not_applicable", None, 50),
    ]
    assert stale(*rows)["holds"] == holds
    assert stale(*rows)["counted"] == 10


def test_with_too_few_answers_needed_no_evidence_is_called_stale():
    assert not stale(("personnel", "answered", "2020-01-01", 5))["holds"]
    assert stale(("personnel", "answered", "2020-01-01", 6))["holds"]


def test_where_nothing_was_answered_nothing_is_stale():
    assert not stale(("personnel", "unknown", None, 20))["holds"]


def test_the_share_is_that_of_the_day_looked_at_where_it_was_reached_before():
    rows = [
        ("personnel", "answered", "2020-01-01", 3),
        ("software", "answered", "2020-01-01", 7),
    ]
    assert stale(*rows, on="2022-01-02")["value"] == 30
    assert stale(*rows, on="2026-01-02")["value"] == 100


@pytest.mark.parametrize("half_life", [6, 12, 18, 24, 36])
def test_evidence_turns_stale_on_the_first_day_on_which_the_sources_page_calls_it_stale(half_life):
    answered = pd.Timestamp("2020-02-29")
    lives = pd.Series({"personnel": float(half_life)})
    rows = answers(("personnel", "answered", "2020-02-29", 6))
    limits = {"after": 2, "stale_pct": 30, "needed_at_least": 6}
    first = only(stale_evidence(rows, lives, on=answered, **limits))["holds_from"]
    ages = [age_months(pd.Series([answered]), day) for day in (first - pd.Timedelta(days=1), first)]
    assert [bool(is_stale(age, half_life, after=2).iloc[0]) for age in ages] == [False, True]
