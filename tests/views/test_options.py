"""What options gain and cost, and what keeps them out, worked out by hand on three missions."""

from datetime import date

import pandas as pd
import pytest

from tests.option_filing import few_options
from tests.views.priority_filing import AS_OF
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views.options import joint_places, options
from unpol_data.views.priorities import priorities
from unpol_data.views.wanted import Wanted, from_plain

ALL = Filters(as_of=AS_OF)


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    engine = open_store(f"sqlite:///{few_options(tmp_path_factory.mktemp('options'))}")
    with reading(engine) as opened:
        yield opened
    engine.dispose()


def importance(connection, area_code: str) -> float:
    rows = priorities(connection, ALL, LOCAL).set_index(["mission_code", "area_code"])
    return float(rows.at[("UNISFA", area_code), "importance"])


def by_code(connection, chosen=ALL, wanted=None) -> pd.DataFrame:
    found = options(connection, chosen, LOCAL, wanted=wanted or Wanted())
    return found.rows.set_index("option_code")


def test_an_option_gains_what_it_closes_for_those_served_times_importance(connection):
    # UNISFA serves 100 and has nothing: the kit closes a gap of 1 for certain. The course is taken
    # up in half the cases, the slow link works in 0.9.
    rows = by_code(connection)
    assert rows.at["KIT", "value"] == pytest.approx(100 * importance(connection, "borders"))
    assert rows.at["COURSE", "value"] == pytest.approx(50 * importance(connection, "safety"))
    slow = 90 * importance(connection, "communications")
    assert rows.at["LINK-B", "value"] == pytest.approx(slow)


def test_what_closes_nothing_gains_nothing_and_what_nobody_knows_is_said_to_be_unknown(connection):
    rows = by_code(connection)
    assert (rows.at["NEEDLESS", "value"], rows.at["NEEDLESS", "is_known"]) == (0, True)
    assert (rows.at["UNSEEN", "value"], rows.at["UNSEEN", "is_known"]) == (0, False)


def test_running_cost_counts_for_as_many_years_as_asked(connection):
    assert by_code(connection).at["LINK-A", "cost_usd"] == 10_000 + 2 * 20_000
    assert by_code(connection, wanted=Wanted(years=0)).at["LINK-A", "cost_usd"] == 10_000


def test_retired_options_and_those_of_the_other_side_are_not_there(connection):
    assert {"GONE", "ADVICE"}.isdisjoint(by_code(connection).index)
    host = Filters(as_of=AS_OF, side="host_state")
    assert list(by_code(connection, host).index) == ["ADVICE"]


def test_options_are_those_in_force_now_or_on_the_day_asked_for(connection):
    # They were recorded on 20 March.
    assert "KIT" in by_code(connection).index
    assert by_code(connection, wanted=Wanted(recorded_on=date(2026, 3, 19))).empty
    then = by_code(connection, wanted=Wanted(recorded_on=date(2026, 3, 20)))
    assert then["value"].to_dict() == by_code(connection)["value"].to_dict()


def test_gates_are_closed_by_their_own_column(connection):
    assert by_code(connection)["closed_gates"].loc[["KIT", "WAITS"]].tolist() == [(), ("gender",)]
    host = Filters(as_of=AS_OF, side="host_state")
    assert by_code(connection, host).at["ADVICE", "closed_gates"] == ("hrddp",)
    rows = by_code(connection, wanted=Wanted(priorities=("innovation",)))
    assert rows.at["WAITS", "closed_gates"] == ("gender", "priority")
    assert rows[rows["is_cleared"]].index.tolist() == ["COURSE"]


def test_only_gains_in_the_chosen_areas_count(connection):
    rows = by_code(connection, Filters(as_of=AS_OF, areas=("safety",)))
    assert rows["value"][rows["value"] > 0].index.tolist() == ["COURSE"]


def test_what_is_wholly_closed_once_is_not_closed_twice(connection):
    found = options(connection, ALL, LOCAL, wanted=Wanted())
    both = joint_places(found, ["KIT", "WAITS"])["value"].sum()
    assert both == pytest.approx(100 * importance(connection, "borders"))
    assert joint_places(found, []).empty


def test_joint_gain_of_one_is_its_single_gain(connection):
    found = options(connection, ALL, LOCAL, wanted=Wanted())
    for code, value in found.rows.set_index("option_code")["value"].items():
        assert joint_places(found, [code])["value"].sum() == pytest.approx(value)


def test_conditions_survive_being_written_down():
    wanted = Wanted(3, ("KIT",), ("COURSE",), (("UNISFA", 2),), ("innovation",), AS_OF)
    assert from_plain(wanted.to_plain()) == wanted
    assert Wanted().is_default
    assert not wanted.is_default
