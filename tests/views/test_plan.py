"""Visits, money and time of a small plan, from records to what is to act on."""

from datetime import date

import pandas as pd
import pytest

from tests.plan_rows import LINES, VISITS, record_plan
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import plan as view
from unpol_data.views import plan_findings

ON = date(2026, 8, 12)


@pytest.fixture
def store():
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


def seen(store, chosen=Filters(), viewer=LOCAL, today=ON, **more) -> view.Plan:  # noqa: B008
    with reading(store) as connection:
        return view.plan(connection, chosen, viewer, today=today, **more)


def kinds(found: view.Plan) -> list[str]:
    return [one.kind for one in found.findings]


def test_an_empty_store_has_no_plan_and_nothing_to_act_on(store):
    found = seen(store)
    assert found.empty
    assert found.findings == ()
    assert found.totals["each_usd"] is None


def test_the_plan_runs_six_months_from_the_month_of_its_first_visit(store):
    record_plan(store, illustrative=False)
    found = seen(store)
    assert (found.first_on, found.last_on) == (date(2026, 7, 1), date(2026, 12, 31))
    made, _, committed, left = found.figures
    assert (made.value, made.note) == (1.0, "of 3 planned; 1 under way, 1 to make")
    # 12 August to 31 December.
    assert left.value == 141
    # (11,800 + 5,000 + 420) x 1.13
    assert committed.value == pytest.approx(19_458.6)
    assert "of 56,500 USD with 13 % support" in committed.note


def test_money_left_is_what_is_neither_booked_nor_planned(store):
    record_plan(store, illustrative=False)
    totals = seen(store).totals
    # Of 50,000: 11,800, 5,000 and 420 are booked, 10,000 planned and not booked.
    assert totals["left_usd"] == pytest.approx(22_780)
    assert totals["each_usd"] == pytest.approx(11_420.5)
    assert totals["lasts"] == 1
    assert "money_lasts" in kinds(seen(store))


def test_each_visit_has_its_money_and_what_belongs_to_none_stands_last(store):
    record_plan(store)
    budget = seen(store).budget
    assert budget["visit_code"].fillna("").tolist() == ["VISIT-1", "VISIT-2", "VISIT-3", ""]
    assert budget["left_usd"].tolist() == [200.0, 7_500.0, 10_000.0, 280.0]


def test_a_plan_dearer_than_the_money_says_so(store):
    dear = ({**LINES[0]}, {**LINES[2], "budgeted_usd": 45_000.0})
    record_plan(store, lines=dear)
    found = seen(store)
    assert kinds(found)[0] == "over_budget"
    assert found.totals["left_usd"] == pytest.approx(50_000 - 11_800 - 45_000)


def test_a_visit_that_has_not_begun_in_time_or_goes_on_too_long_is_late(store):
    record_plan(store, illustrative=False)
    assert "overdue" not in kinds(seen(store))
    late = seen(store, today=date(2026, 12, 2))
    codes = [one.values["visit_code"] for one in late.findings if one.kind == "overdue"]
    assert codes == ["VISIT-2", "VISIT-3"]


def test_a_visit_after_the_end_of_the_plan_is_told(store):
    beyond = {**VISITS[2], "planned_to": date(2027, 1, 5)}
    record_plan(store, visits=(*VISITS[:2], beyond))
    told = [one.values for one in seen(store).findings if one.kind == "beyond_the_plan"]
    assert told == [{"missions": ["MONUSCO"], "last_on": date(2026, 12, 31)}]


def test_a_visit_without_an_assessment_is_told_once_it_is_due(store):
    record_plan(store, illustrative=False)
    # Made until 17 July; due on 16 August.
    assert "unfiled" not in kinds(seen(store, today=date(2026, 8, 16)))
    assert "unfiled" in kinds(seen(store, today=date(2026, 8, 17)))


def test_time_allows_what_the_planned_visits_leave(store):
    visits = pd.DataFrame(
        {
            "state": ["made", "planned"],
            "planned_from": pd.to_datetime(["2026-07-06", "2026-12-01"]),
            "planned_to": pd.to_datetime(["2026-07-15", "2026-12-10"]),
            "made_from": pd.to_datetime(["2026-07-06", None]),
            "made_to": pd.to_datetime(["2026-07-15", None]),
        }
    )
    # 31 days are left, ten are planned, and a visit takes ten.
    assert plan_findings.time_left(visits, on=date(2026, 11, 30), last_on=date(2026, 12, 31)) == 2


def test_an_invented_plan_does_not_grow_older(store):
    record_plan(store)
    found = seen(store, today=date(2030, 1, 1))
    assert found.sample_day
    assert found.on == date(2026, 8, 12)


def test_the_mission_filter_selects_visits_and_not_the_money_of_the_plan(store):
    record_plan(store)
    found = seen(store, Filters(missions=("UNISFA",)))
    assert found.visits["visit_code"].tolist() == ["VISIT-2"]
    assert found.coverage["mission_code"].tolist() == ["UNISFA"]
    assert found.totals["committed_usd"] == pytest.approx(17_220)


def test_an_earlier_day_shows_the_plan_as_it_was_recorded_by_then(store):
    record_plan(store)
    assert seen(store, as_of=date(2026, 1, 1)).empty


def test_a_viewer_sees_the_visits_of_own_missions(store):
    record_plan(store)
    focal_point = Viewer("ada", ("MONUSCO",), 2, frozenset({"focal_point"}))
    assert seen(store, viewer=focal_point).visits["mission_code"].tolist() == ["MONUSCO"]


def test_only_the_newest_round_is_the_plan(store):
    older = {"visit_code": "VISIT-0", "round_label": "2025", "planned_from": date(2025, 7, 6)}
    record_plan(store, visits=(*VISITS, older))
    assert "VISIT-0" not in seen(store).visits["visit_code"].tolist()


def test_who_sees_a_part_of_the_plan_is_told_neither_its_money_nor_its_time(store):
    record_plan(store, illustrative=False)
    found = seen(store, viewer=Viewer("ada", ("UNMISS",), 2, frozenset({"head"})))
    assert not found.is_whole
    assert [one.label for one in found.figures] == [
        "Visits made",
        "Missions seen, last 12 months",
    ]
    assert not set(kinds(found)) & set(plan_findings.OF_THE_WHOLE)
    assert set(found.visits["mission_code"]) == {"UNMISS"}
    assert seen(store).is_whole


def test_an_assessment_that_may_be_hidden_is_not_said_to_lack(store):
    record_plan(store, illustrative=False)
    cleared, less = LOCAL, Viewer("ada", None, 1, LOCAL.roles)
    late = date(2026, 8, 17)
    assert "unfiled" in kinds(seen(store, today=late, viewer=cleared))
    assert "unfiled" not in kinds(seen(store, today=late, viewer=less))


def test_a_budget_nobody_stated_is_not_nothing(store):
    lines = (
        {"line_code": "LINE-1", "budgeted_usd": None, "committed_usd": 5.0, "spent_usd": None},
    )
    record_plan(store, lines=lines, illustrative=False)
    budget = seen(store).budget.set_index("visit_code")
    assert budget.loc["VISIT-1", ["budgeted_usd", "left_usd"]].isna().all()
    assert budget.loc["VISIT-1", "committed_usd"] == 5
