"""Which records serve the goals: those in use, of the chosen missions and areas, and their cost."""

from datetime import date

import pytest

from tests.goal_filing import AS_OF, TODAY
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import goal_items


@pytest.fixture(scope="module")
def items(goal_store):
    def found(*, viewer=None, recorded_by=None, **fields):
        with reading(goal_store) as connection:
            return goal_items.items(
                connection,
                Filters(**{"as_of": AS_OF} | fields),
                viewer or Viewer("ada", None, 2, frozenset({"viewer"})),
                on=recorded_by or TODAY,
                recorded_by=recorded_by,
            ).set_index("code")

    return found


def test_what_is_retired_or_superseded_serves_nothing(items):
    found = items()
    assert not {"GONE", "OLD"} & set(found.index)
    assert found["kind"].value_counts().to_dict() == {
        "options": 8,
        "guidance_documents": 2,
        "decisions": 2,
    }


def test_both_sides_count(items):
    assert "ADVICE" in items().index


def test_an_option_costs_its_price_with_programme_support_and_nothing_else_has_a_cost(items):
    found = items()
    # 10,000 x 1.13
    assert found.at["KIT", "total_once_usd"] == pytest.approx(11_300)
    assert found.loc[["LATE", "DUE"], "total_once_usd"].isna().all()


def test_an_open_decision_and_a_review_are_late_from_the_day_after(items):
    late = items()["is_overdue"]
    assert set(late.index[late]) == {"LATE", "DUE"}
    assert not items(recorded_by=date(2026, 3, 25)).at["DONE", "is_overdue"]


def test_a_decision_carries_the_agendas_of_the_option_it_takes_up(items):
    found = items()
    assert found.at["LATE", "agenda_tags"] == found.at["KIT", "agenda_tags"]
    assert found["agenda_tags"].isna()["DONE"]


def test_with_an_area_chosen_options_are_those_that_gain_there(items):
    found = items(areas=("safety",))
    assert list(found.index[found["kind"] == "options"]) == ["COURSE"]


def test_before_they_were_recorded_there_are_none(items):
    assert items(recorded_by=date(2020, 1, 1)).empty


def test_a_record_of_another_mission_is_not_shown(items):
    found = items(viewer=Viewer("ada", ("UNMIK",), 2, frozenset({"viewer"})))
    assert set(found.index) == {"NEEDLESS", "DONE", "DUE", "DRAFT"}


def test_a_record_with_two_agendas_stands_under_each(items):
    found = goal_items.served(items().reset_index(), "agenda_tags")
    of_kit = found.loc[found["code"] == "KIT", "goal_code"].tolist()
    assert of_kit == ["our_common_agenda", "situational_awareness_programme"]
