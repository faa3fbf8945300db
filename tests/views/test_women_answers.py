"""What missions answered about women; not answered and not asked are two things."""

import pytest

from tests.goal_filing import AS_OF
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import women_answers


@pytest.fixture(scope="module")
def answers(goal_store):
    def found(**fields):
        with reading(goal_store) as connection:
            chosen = Filters(**{"as_of": AS_OF} | fields)
            return women_answers.answers(connection, chosen, LOCAL).set_index(
                ["mission_code", "item_code"]
            )

    return found


def test_a_share_is_given_from_the_least_to_the_most_that_was_answered(answers):
    told = answers().loc[("UNMIK", "CMD-PER-3")]
    # In full is 30 per cent.
    assert (told["asked"], told["answered"], told["low"], told["high"]) == (1, 1, 30, 30)
    assert answers().loc[("UNISFA", "CMD-PER-3")]["high"] == 0


def test_shifts_are_added_up_and_choices_counted(answers):
    told = answers().loc[("UNMIK", "BIO-PER-2")]
    assert (told["value"], told["needed"]) == (10, 10)
    told = answers().loc[("UNMIK", "BOR-PER-3")]
    assert (told["yes"], told["partly"], told["no"]) == (1, 0, 0)


def test_a_site_that_said_nothing_was_asked_and_did_not_answer(answers):
    told = answers().loc[("MINURSO", "CMD-PER-3")]
    assert (told["asked"], told["answered"]) == (1, 0)
    assert told[["low", "high"]].isna().all()


def test_a_question_that_applies_at_no_site_was_not_asked(answers):
    told = answers(side="host_state").loc[("UNISFA", "FOR-PER-3")]
    assert (told["asked"], told["answered"]) == (0, 0)


def test_the_other_side_has_its_own_questions(answers):
    assert "FOR-PER-3" not in answers().index.get_level_values("item_code")
    assert "CMD-PER-3" not in answers(side="host_state").index.get_level_values("item_code")


def test_with_an_area_chosen_only_its_questions_stand_there(answers):
    found = answers(areas=("command",))
    assert set(found.index.get_level_values("item_code")) == {"CMD-PER-3"}
