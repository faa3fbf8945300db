"""Which goals are served by what, which by nothing, and which gaps are at stake?"""

from datetime import date

import pytest

from unpol_data.access import Viewer
from unpol_data.views import goals


@pytest.fixture(scope="module")
def found(of_goals):
    return lambda scheme="a4p_priority", **fields: of_goals(goals.goals, scheme=scheme, **fields)


def row(found, code: str):
    return found.rows.set_index("goal_code").loc[code]


def test_each_priority_counts_its_options_decisions_and_guidance(found):
    told = row(found(), "capabilities")
    assert (told["options"], told["options_reviewed"]) == (7, 7)
    assert (told["decisions"], told["decisions_done"], told["guidance"]) == (1, 1, 0)
    # 7 x 10,000 x 1.13
    assert told["total_once_usd"] == pytest.approx(79_100)
    told = row(found(), "integration")
    assert (told["decisions_open"], told["decisions_overdue"], told["guidance"]) == (1, 1, 1)


def test_what_nothing_serves_is_counted_as_none_and_its_cost_is_not_known(found):
    told = row(found(), "communications")
    assert told[["options", "decisions", "guidance", "severe_gaps"]].tolist() == [0, 0, 0, 0]
    assert told.isna()["total_once_usd"]


def test_every_goal_of_the_reference_table_has_a_row_in_its_order(found):
    assert len(found().rows) == 9
    assert found("strategy_goal").rows["goal_code"].iloc[0] == "innovation"
    assert found("agenda_tag").rows["options"].tolist() == [8, 8, 0]


def test_the_gaps_at_stake_are_those_of_the_missions_and_areas_served(found):
    # UNISFA has nothing: borders and communications are critical. UNMIK's gap is 0.
    told = row(found(), "capabilities")
    assert (told["severe_gaps"], told["mission_code"], told["gap_class"]) == (
        2,
        "UNISFA",
        "critical",
    )
    assert row(found(), "integration")["severe_gaps"] == 1
    assert row(found(), "communications").isna()["gap_points"]


def test_what_names_no_goal_is_kept_apart(found):
    assert found().unnamed["code"].tolist() == ["DRAFT"]
    assert set(found("strategy_goal").items["code"]) == {"LATE"}


def test_the_key_figures_say_how_many_goals_are_served(found):
    served, options, decisions, guidance = found().figures
    # capabilities, integration and innovation of nine
    assert (served.value, served.note) == (3, "of 9")
    assert (options.value, decisions.value, guidance.value) == (8, 1, 2)


def test_who_may_see_no_mission_sees_what_concerns_all(found):
    seen = found(viewer=Viewer("ada", (), 2, frozenset({"viewer"})))
    assert row(seen, "capabilities")["options"] == 0
    assert row(seen, "integration")["guidance"] == 1
    assert not seen.anything_approved


def test_before_anything_was_recorded_the_view_is_empty(found):
    assert found(recorded_by=date(2020, 1, 1)).empty
