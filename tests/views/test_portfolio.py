"""What is told of a choice: totals, reasons, frontier, missions, gates and firmness."""

from functools import cache

import pytest

from tests.option_filing import few_options
from tests.views.priority_filing import AS_OF
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.publishing.portfolios import portfolios
from unpol_data.store import open_store, reading
from unpol_data.views.options import options
from unpol_data.views.portfolio import firmness, first_budget, portfolio
from unpol_data.views.wanted import Wanted

ALL = Filters(as_of=AS_OF)
BUDGET = 40_000.0
FREE = Wanted()


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    engine = open_store(f"sqlite:///{few_options(tmp_path_factory.mktemp('portfolio'))}")
    with reading(engine) as opened:
        yield opened
    engine.dispose()


@pytest.fixture(scope="module")
def told(connection):
    @cache
    def of(wanted=FREE, budget=BUDGET):
        solved = portfolios(connection, ALL, LOCAL, wanted=wanted, budget=budget)
        rows = options(connection, ALL, LOCAL, wanted=wanted)
        return portfolio(rows, solved, wanted=wanted, budget=budget)

    return of


def reasons(found) -> dict[str, tuple[str, str]]:
    rows = found.left_out.itertuples()
    return {row.option_code: (row.why, row.because) for row in rows}


def test_programme_support_is_thirteen_per_cent_on_top_and_within_the_budget(told):
    found = told()
    assert set(found.chosen["option_code"]) == {"KIT", "COURSE", "LINK-B"}
    assert (found.cost_usd, found.support_usd, found.total_usd) == (30_000, 3_900, 33_900)
    assert found.chosen["value"].is_monotonic_decreasing
    assert found.value == pytest.approx(found.chosen["value"].sum())


def test_every_option_that_is_not_chosen_has_a_reason(told):
    assert reasons(told()) == {
        "LINK-A": ("exclusive", "LINK-B"),
        "NEEDLESS": ("no_gain", ""),
        "UNSEEN": ("not_known", ""),
        "WAITS": ("gate", "gender"),
    }
    without = reasons(told(Wanted(must_not=("KIT",))))
    assert (without["KIT"], without["COURSE"]) == (("must_not", ""), ("parent", "KIT"))
    poor = reasons(told(Wanted(must=("KIT",)), budget=11_300.0))
    assert (poor["LINK-A"][0], poor["LINK-B"][0]) == ("too_dear", "better_use")


def test_the_frontier_has_every_budget_and_missions_what_they_get(told):
    found = told()
    assert found.frontier["value"].is_monotonic_increasing
    assert (found.frontier["cost_usd"] <= found.frontier["budget_usd"] + 1e-6).all()
    assert found.most_value == found.frontier["value"].max()
    missions = found.missions.set_index("mission_code")
    assert missions.loc["UNISFA"].tolist()[:2] == [3, pytest.approx(33_900)]
    assert missions.at["UNMIK", "option_count"] == 0


def test_a_gate_says_what_it_keeps_out_and_what_that_costs(told):
    gate = told().gates.iloc[0]
    assert (gate["gate_code"], gate["options"]) == ("gender", ("WAITS",))
    # The kit closes all that the option behind the gate would, yet single gains are added up.
    assert gate["price"] >= 0


def test_where_conditions_clash_nothing_is_chosen_and_the_frontier_says_where_they_do_not(told):
    found = told(Wanted(must=("COURSE",)), budget=11_300.0)
    assert found.chosen.empty
    assert [each["kind"] for each in found.clash] == ["parents", "must", "budget"]
    assert found.frontier["value"].isna().any()
    assert found.frontier["value"].notna().any()
    assert found.gates["price"].isna().all()
    assert (found.value, found.joint_value, found.next_value) == (None, None, None)


def test_a_budget_that_was_not_solved_is_refused(told, connection):
    solved = portfolios(connection, ALL, LOCAL, wanted=Wanted())
    rows = options(connection, ALL, LOCAL, wanted=Wanted())
    with pytest.raises(ValueError, match="12345"):
        portfolio(rows, solved, wanted=Wanted(), budget=12_345.0)
    assert first_budget(solved) in [record["budget_usd"] for record in solved["budgets"]]


def test_firmness_is_that_of_the_nearest_step_of_the_draws():
    steps = [
        {"budget_usd": 10.0, "shares": {"a": 1.0, "b": 0.0, "c": 0.5}},
        {"budget_usd": 90.0, "shares": {"a": 1.0, "b": 1.0, "c": 1.0}},
    ]
    drawn = {"steps": steps, "draw_count": 200, "draw_seed": 7}
    found = firmness(drawn, budget=40)
    assert found.budget_usd == 10
    assert found.rows["firmness"].tolist() == ["core", "exterior", "borderline"]
    assert firmness(drawn | {"steps": []}, budget=40) is None


def test_the_budget_shown_first_buys_something_where_any_does():
    records = [
        {"budget_usd": 0.0, "chosen": []},
        {"budget_usd": 25.0, "chosen": []},
        {"budget_usd": 60.0, "chosen": ["a"]},
        {"budget_usd": 100.0, "chosen": ["a"]},
    ]
    assert first_budget({"budgets": records}) == 60
    nothing = [record | {"chosen": []} for record in records]
    assert first_budget({"budgets": nothing}) == 25
