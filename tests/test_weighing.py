"""Weights have names and codes, and a link says them in full."""

import pytest

from unpol_data import weighing
from unpol_data.weighing import Scenario

SAVED = Scenario("threat-first.2", "Threat first", 70, 20, 10)
KNOWN = {"threat-first.2": SAVED, "threat-first": SAVED}


def test_a_saved_scenario_is_known_with_and_without_its_version():
    assert weighing.understood("threat-first", KNOWN) == SAVED
    assert weighing.understood("threat-first.2", KNOWN) == SAVED


def test_three_whole_percentages_are_weights_without_a_name():
    found = weighing.understood("60-25-15", {})
    assert (found.name, found.code) == ("", "60-25-15")
    assert found.weights() == {"threat": 0.6, "mandate": 0.25, "exposure": 0.15}


@pytest.mark.parametrize("code", ["60-25-20", "100-100-100", "0-0-0"])
def test_percentages_that_do_not_sum_to_100_are_refused_with_their_sum(code):
    with pytest.raises(ValueError, match=rf"sums to {sum(map(int, code.split('-')))} per cent"):
        weighing.understood(code, {})


@pytest.mark.parametrize("code", ["", "threat-first.3", "60-25", "-60-25-15", "6e1-25-15", "a-b-c"])
def test_a_code_nobody_saved_is_not_known(code):
    with pytest.raises(ValueError, match="is not known"):
        weighing.understood(code, KNOWN)


def test_weights_read_as_people_write_them():
    assert SAVED.in_words() == "Threat first: threat .7, mandate .2, exposure .1"
    assert Scenario("100-0-0", "", 100, 0, 0).in_words() == "threat 1, mandate 0, exposure 0"
    assert weighing.short(0.25) == ".25"


def test_the_default_is_that_of_the_method():
    assert weighing.default_weights() == {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}
