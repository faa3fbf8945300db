"""Weights are saved only where they can be weights, and each reason is said."""

import pytest

from unpol_data.validation.scenarios import code_of, problems

SOUND = {"threat": 70, "mandate": 20, "exposure": 10}


def test_sound_weights_under_a_sound_name_have_no_problem():
    assert problems("Threat first", "for the task force", SOUND) == []


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"threat": 70, "mandate": 20, "exposure": 20}, "sum to 110 per cent"),
        ({"threat": 0, "mandate": 0, "exposure": 0}, "sum to 0 per cent"),
        ({"threat": 110, "mandate": -10, "exposure": 0}, "threat is 110"),
        ({"threat": 110, "mandate": -10, "exposure": 0}, "mandate is -10"),
        ({"threat": 70.5, "mandate": 19.5, "exposure": 10}, "threat is 70.5"),
        ({"threat": "70", "mandate": 20, "exposure": 10}, "threat is '70'"),
        ({"threat": True, "mandate": 99, "exposure": 0}, "threat is True"),
        ({"threat": float("nan"), "mandate": 20, "exposure": 10}, "threat is nan"),
        ({"threat": 70, "mandate": 30}, "missing: exposure"),
    ],
)
def test_weights_that_are_none_are_named(weights, words):
    assert words in " ".join(problems("Threat first", "", weights))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("  ", "needs a name"),
        ("x" * 41, "41 characters"),
        ("Threat\x00first", "cannot be printed"),
        ("Default", "that of the weights of the method"),
    ],
)
def test_a_name_nobody_could_read_is_refused(name, words):
    assert words in " ".join(problems(name, "", SOUND))


def test_every_problem_is_told_at_once():
    assert len(problems("", "x" * 301, {"threat": 1, "mandate": 1, "exposure": 1})) == 3


def test_a_name_becomes_a_plain_code():
    assert code_of("Threat first!") == "threat-first"
    assert code_of("Menaces d'abord, été") == "menaces-d-abord-ete"


@pytest.mark.parametrize("name", ["التهديدات أولا", "60-25-15", "🚓"])
def test_a_name_without_a_code_of_its_own_gets_one_that_stays(name):
    assert code_of(name).startswith("scenario-")
    assert code_of(name) == code_of(f" {name} ")
