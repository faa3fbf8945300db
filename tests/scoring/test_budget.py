"""Money that is left, and how many more visits it pays for, on hand-made numbers."""

import pandas as pd
import pytest

from unpol_data.scoring import budget

NONE = None


def lines(*amounts: tuple) -> pd.DataFrame:
    """Budgeted, committed, spent, and whether the visit is cancelled."""
    names = ["budgeted_usd", "committed_usd", "spent_usd", "cancelled"]
    return pd.DataFrame(amounts, columns=names)


def test_what_is_booked_is_expected_and_otherwise_what_is_budgeted():
    found = budget.with_expected(
        lines((9_800, 11_200, 11_020, False), (11_000, NONE, NONE, False), (500, 0, 620, False))
    )
    assert found["expected_usd"].tolist() == [11_200, 11_000, 620]
    # What is spent is committed, whether or not anybody wrote it there.
    assert found["committed_usd"].tolist() == [11_200, 0, 620]


def test_a_cancelled_visit_costs_only_what_is_booked():
    found = budget.with_expected(lines((9_800, NONE, NONE, True), (9_800, 700, 0, True)))
    assert found["expected_usd"].tolist() == [0, 700]


def test_programme_support_is_added_to_an_amount():
    # 50,000 x 1.13
    assert budget.with_support(50_000, 0.13) == pytest.approx(56_500)


def test_one_visit_costs_the_mean_of_those_made():
    visits = pd.DataFrame(
        {
            "made": [True, True, False, True],
            "committed_usd": [11_850.0, 11_200.0, 9_800.0, 0.0],
            "spent_usd": [11_850.0, 0.0, 9_000.0, 0.0],
        }
    )
    # (11,850 + 11,200) / 2: nothing is spent on the second yet, and the last is without cost.
    assert budget.cost_of_one(visits) == 11_525
    assert budget.cost_of_one(visits[~visits["made"]]) is None


def test_only_whole_visits_fit_into_what_is_left():
    assert budget.further(19_600, 9_800) == 2
    assert budget.further(19_599, 9_800) == 1
    assert budget.further(-100, 9_800) == 0
    assert budget.further(19_600, None) is None


def test_what_lacks_for_one_more_is_never_negative():
    assert budget.lacking(190, 11_170) == 10_980
    assert budget.lacking(20_000, 11_170) == 0


def test_the_one_that_allows_fewer_visits_runs_out_first():
    assert budget.runs_out_first(0, 1) == "money"
    assert budget.runs_out_first(2, 1) == "time"
    assert budget.runs_out_first(1, 1) == "both"
    assert budget.runs_out_first(None, 1) == ""
