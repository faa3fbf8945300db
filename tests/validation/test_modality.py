"""How each answer was obtained."""

import pytest


def test_a_hybrid_visit_whose_answers_do_not_say_how_is_pointed_out_once_a_site(tables, found):
    tables["assessment"]["modality"] = "hybrid"
    (problem,) = found(tables, "modality_of_answer")
    answered = (tables["answers"]["state"] == "answered").sum()
    assert problem.severity == "warning"
    assert f"{answered} answers of" in problem.words
    assert problem.expected == "in_person or remote"


def test_answers_that_say_how_they_were_obtained_are_fine(tables, found):
    tables["assessment"]["modality"] = "hybrid"
    tables["answers"]["modality"] = "remote"
    assert found(tables) == []


def test_a_visit_of_one_modality_speaks_for_its_answers(tables, found):
    tables["assessment"]["modality"] = "remote"
    assert found(tables, "modality_of_answer") == []


@pytest.mark.parametrize("word", ["hybrid", "by phone"])
def test_one_answer_is_obtained_in_person_or_remotely(tables, found, word):
    tables["answers"].loc[2, "modality"] = word
    (problem,) = found(tables, "not_understood")
    assert (problem.column, problem.row) == ("modality", 2)
