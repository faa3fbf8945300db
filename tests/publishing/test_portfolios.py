"""What each budget buys, from the store on: the choice, what more would buy, gates, clashes."""

from functools import cache

import pytest

from tests.option_filing import few_options
from tests.views.priority_filing import AS_OF
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.publishing.portfolios import drawn_values, portfolio_draws, portfolios
from unpol_data.store import open_store, reading
from unpol_data.views.options import options
from unpol_data.views.wanted import Wanted

ALL = Filters(as_of=AS_OF)
FREE = Wanted()
# A plain option costs 10,000 and with 13 % programme support 11,300.
ONE = 11_300.0


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    engine = open_store(f"sqlite:///{few_options(tmp_path_factory.mktemp('portfolios'))}")
    with reading(engine) as opened:
        yield opened
    engine.dispose()


@cache
def at(connection, budget, wanted=FREE, chosen=ALL) -> dict:
    solved = portfolios(connection, chosen, LOCAL, wanted=wanted, budget=budget)
    return next(record for record in solved["budgets"] if record["budget_usd"] == budget)


def test_a_budget_buys_what_gains_most(connection):
    assert set(at(connection, 3 * ONE)["chosen"]) == {"KIT", "COURSE", "LINK-B"}
    # The course comes only with the kit: the money for one buys the better of kit and slow link.
    assert at(connection, ONE)["chosen"] in (["KIT"], ["LINK-B"])
    assert at(connection, ONE - 1)["chosen"] == []


def test_budgets_rise_in_round_steps_to_what_everything_costs(connection):
    solved = portfolios(connection, ALL, LOCAL, wanted=FREE)
    amounts = [record["budget_usd"] for record in solved["budgets"]]
    # Kit, course, slow link, needless, unseen and the dear link of 50,000, with support: 113,000.
    assert (amounts[0], amounts[-1]) == (0.0, 120_000.0)
    assert amounts == sorted(set(amounts))
    values = [record["value"] for record in solved["budgets"]]
    assert values == sorted(values)
    assert solved["needed_usd"] == 0


def test_the_next_dollars_buy_what_the_larger_budget_has_more(connection):
    found = at(connection, 2 * ONE)
    more = at(connection, 2 * ONE + reference.parameter("portfolio_next_usd"))
    assert found["next"]["value"] == pytest.approx(more["value"])
    assert set(found["chosen"]) | set(found["next"]["added"]) >= set(more["chosen"])


def test_a_gate_costs_what_would_be_gained_if_it_were_open(connection):
    found = at(connection, ONE)
    assert set(found["without"]) == {"gender"}
    assert found["without"]["gender"]["value"] == pytest.approx(found["value"])
    host = Filters(as_of=AS_OF, side="host_state")
    assert at(connection, ONE, chosen=host)["chosen"] == []


def test_what_the_planner_asks_for_is_met(connection):
    found = at(connection, 3 * ONE, Wanted(must=("NEEDLESS",), must_not=("KIT",)))
    assert set(found["chosen"]) == {"NEEDLESS", "LINK-B"}
    found = at(connection, 3 * ONE, Wanted(at_least=(("MINURSO", 1),)))
    assert "UNSEEN" in found["chosen"]


def test_conditions_that_clash_are_named_with_the_budget_that_would_do(connection):
    wanted = Wanted(must=("COURSE",))
    solved = portfolios(connection, ALL, LOCAL, wanted=wanted, budget=ONE)
    assert solved["needed_usd"] == pytest.approx(2 * ONE)
    record = next(each for each in solved["budgets"] if each["budget_usd"] == ONE)
    kinds = [each["kind"] for each in record["clash"]]
    assert kinds == ["parents", "must", "budget"]
    never = portfolios(connection, ALL, LOCAL, wanted=Wanted(must=("LINK-A", "LINK-B")))
    assert never["needed_usd"] is None
    assert all("clash" in record for record in never["budgets"])


def test_in_each_draw_a_value_moves_with_the_priority_drawn(connection):
    found = options(connection, ALL, LOCAL, wanted=FREE)
    drawn = drawn_values(connection, ALL, LOCAL, found)
    assert drawn.shape == (len(found.rows), reference.parameter("portfolio_draws"))
    values = found.rows["value"].to_numpy()
    assert (drawn[values == 0] == 0).all()
    moved = drawn[values > 0] / values[values > 0, None]
    assert 0.5 < moved.min() < 1 < moved.max() < 2


def test_the_share_of_draws_in_which_an_option_is_chosen_is_told_at_each_step(connection):
    found = portfolio_draws(connection, ALL, LOCAL, wanted=FREE)
    amounts = [step["budget_usd"] for step in found["steps"]]
    assert len(amounts) == reference.parameter("portfolio_steps")
    last = found["steps"][-1]["shares"]
    assert (last["KIT"], last["WAITS"]) == (1.0, 0.0)
    # One of the two links at most, in every draw.
    assert all(step["shares"]["LINK-A"] + step["shares"]["LINK-B"] <= 1 for step in found["steps"])
    never = Wanted(must=("LINK-A", "LINK-B"))
    assert portfolio_draws(connection, ALL, LOCAL, wanted=never)["steps"] == []
