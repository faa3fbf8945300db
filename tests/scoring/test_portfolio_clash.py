"""Where no choice meets all conditions, those that clash are named, and no others."""

import pandas as pd

from unpol_data.scoring.portfolio import Conditions, least_cost
from unpol_data.scoring.portfolio_clash import Condition, clash


def made(costs, **more) -> pd.DataFrame:
    count = len(costs)
    rows = {
        "option_code": [f"o{place}" for place in range(count)],
        "mission_code": ["UNMISS", "UNISFA"] * (count // 2) + ["UNMISS"] * (count % 2),
        "value": [1.0] * count,
        "cost_usd": costs,
        "parent_code": [None] * count,
        "closed_gates": [()] * count,
    }
    options = pd.DataFrame(rows | more)
    return options.assign(is_cleared=[not gates for gates in options["closed_gates"]])


def test_a_choice_that_exists_clashes_with_nothing():
    assert clash(made([10, 10]), budget=50, conditions=Conditions(0.13, {"UNMISS": 1})) == ()


def test_what_a_mission_is_to_have_can_exceed_the_budget():
    # Two options for UNMISS cost 1.13 x (20 + 30) = 56.5; the one for UNISFA does not matter.
    asked = Conditions(0.13, {"UNMISS": 2, "UNISFA": 1})
    options = made([20, 5, 30])
    assert least_cost(options, conditions=Conditions(0.13, {"UNMISS": 2})) == 56.5
    found = clash(options, budget=56, conditions=asked)
    assert found == (Condition("at_least", "UNMISS"), Condition("budget"))


def test_what_must_be_in_can_stand_before_a_closed_gate():
    options = made([5, 5], closed_gates=[("hrddp",), ()])
    asked = Conditions(0.13, {"UNISFA": 1}, must=("o0",))
    found = clash(options, budget=100, conditions=asked)
    assert found == (Condition("gate", "hrddp"), Condition("must", "o0"))


def test_two_that_exclude_each_other_cannot_both_be_in():
    asked = Conditions(0.13, {}, exclusive=(("o0", "o1"),), must=("o0", "o1", "o2"))
    found = clash(made([5, 5, 5]), budget=100, conditions=asked)
    assert found == (
        Condition("exclusive", "o0 o1"),
        Condition("must", "o0"),
        Condition("must", "o1"),
    )


def test_an_option_cannot_be_in_without_its_parent():
    options = made([5, 5], parent_code=[None, "o0"])
    asked = Conditions(0.13, {}, must=("o1",), must_not=("o0",))
    found = clash(options, budget=100, conditions=asked)
    assert found == (Condition("parents"), Condition("must_not", "o0"), Condition("must", "o1"))


def test_an_option_that_does_not_exist_cannot_be_in():
    asked = Conditions(0.13, {"UNVMC": 1}, must=("o7",))
    assert clash(made([5]), budget=9, conditions=asked) == (Condition("must", "o7"),)
