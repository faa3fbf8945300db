"""The scenario command."""

import json

import pytest

SAVE = ("scenario", "save", "Threat first", "--threat", "70", "--mandate", "20")


@pytest.fixture
def ready(run):
    run("init")
    return run


def test_weights_are_saved_listed_and_used(ready):
    assert "threat-first, version 1, is saved" in ready(*SAVE, "--exposure", "10").out
    assert "nothing changed" in ready(*SAVE, "--exposure", "10").out
    listed = ready("scenario", "list").out
    assert listed == "threat-first.1: Threat first: threat .7, mandate .2, exposure .1\n"
    told = json.loads(ready("rank", "--scenario", "threat-first", "--json").out)
    assert told["scenario"] == "threat-first.1"
    assert told["weights"] == {"threat": 0.7, "mandate": 0.2, "exposure": 0.1}
    assert "weights Threat first: threat .7" in told["filters_in_words"]


def test_without_a_scenario_the_ranking_names_the_default(ready):
    assert json.loads(ready("rank", "--json").out)["scenario"] == "default"


def test_weights_that_do_not_sum_are_refused_in_words(ready):
    outcome = ready(*SAVE, "--exposure", "20")
    assert (outcome.code, outcome.err) == (
        1,
        "The weights sum to 110 per cent; they have to sum to 100.\n",
    )
    assert "No scenario is saved" in ready("scenario", "list").out


def test_a_weight_that_is_no_number_is_a_usage_error(ready):
    assert ready(*SAVE, "--exposure", "some").code == 2


def test_retired_weights_still_answer_to_their_version(ready):
    ready(*SAVE, "--exposure", "10")
    assert "is retired; its links still work" in ready("scenario", "retire", "threat-first").out
    assert "(retired)" in ready("scenario", "list").out
    assert ready("rank", "--scenario", "threat-first.1", "--json").code == 0
    assert ready("rank", "--scenario", "threat-first").code == 2


def test_what_is_no_scenario_cannot_be_retired_or_used(ready):
    assert "no scenario 'unknown'" in ready("scenario", "retire", "unknown").err
    assert "is not known" in ready("rank", "--scenario", "unknown").err
    assert "sums to 90 per cent" in ready("rank", "--scenario", "50-30-10").err
