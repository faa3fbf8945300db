"""Is there one row for each goal and what serves it, and one for a goal that nothing serves?"""

import pytest

from unpol_data.views import goal_report


@pytest.fixture(scope="module")
def rows(of_goals):
    return of_goals(goal_report.report)


def test_every_goal_of_every_scheme_stands_there(rows):
    assert rows.groupby("scheme")["goal"].nunique().to_dict() == {
        "a4p_priority": 9,
        "agenda_tag": 3,
        "strategy_goal": 4,
    }


def test_a_goal_that_nothing_serves_has_one_row_without_a_kind(rows):
    own = rows[rows["goal"] == "Strategic communications"]
    assert len(own) == 1
    assert own[["kind", "code", "state", "total_once_usd"]].isna().all(axis=None)


def test_a_row_carries_state_in_words_cost_source_and_revision(rows):
    own = rows[(rows["code"] == "KIT") & (rows["scheme"] == "a4p_priority")].iloc[0]
    assert (own["state"], own["cost_once_usd"]) == ("Reviewed", 10_000)
    assert own["total_once_usd"] == pytest.approx(11_300)
    assert own["source"] == "Invented for tests"
    assert own["illustrative"]
    assert own["store_revision"] >= own["recorded_revision"]
