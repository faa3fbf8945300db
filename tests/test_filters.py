"""A link says which part of the picture is meant, and what it could not say is told."""

from datetime import date

from unpol_data import filters
from unpol_data.filters import Filters
from unpol_data.weighing import Scenario

SAVED = Scenario("threat-first.2", "Threat first", 70, 20, 10)


def test_a_plain_address_asks_for_everything():
    assert filters.from_query({}) == (Filters(), [])
    assert Filters().to_query() == {}


def test_a_link_reproduces_what_its_sender_saw():
    chosen = Filters(
        missions=("UNMISS", "MINUSCA"),
        areas=("cyber",),
        threats=("human_trafficking", "cyber_dependent"),
        horizon="emerging",
        side="host_state",
        as_of=date(2026, 3, 31),
    )
    assert filters.from_query(chosen.to_query()) == (chosen, [])


def test_unknown_codes_are_left_out_and_named():
    chosen, problems = filters.from_query(
        {"mission": ["UNMISS", "ATLANTIS"], "horizon": ["never"], "as_of": ["soon"]}
    )
    assert chosen == Filters(missions=("UNMISS",))
    assert problems == [
        "mission 'ATLANTIS' is not known and was left out.",
        "horizon 'never' is not known (known are today, emerging).",
        "as_of 'soon' is not a date such as 2026-03-31 and was left out.",
    ]


def test_a_closed_mission_cannot_be_chosen():
    assert filters.from_query({"mission": ["MINUSMA"]})[0] == Filters()


def test_the_order_in_which_missions_are_chosen_is_kept():
    assert filters.from_query({"mission": ["UNMISS", "BINUH"]})[0].missions == ("UNMISS", "BINUH")


def test_the_filters_read_as_a_sentence():
    assert Filters(as_of=date(2026, 3, 31)).in_words() == (
        "All missions, all areas, today, UNPOL side, as of 31 Mar 2026, default weights"
    )
    words = Filters(missions=("UNMISS",), threats=("human_trafficking",)).in_words()
    assert (
        words == "UNMISS, all areas, against Human trafficking, today, UNPOL side, default weights"
    )


def test_a_link_names_its_weights_by_version_and_the_default_by_nothing():
    known = {"threat-first": SAVED, "threat-first.2": SAVED}
    chosen, problems = filters.from_query({"scenario": ["threat-first"]}, scenarios=known)
    assert (chosen.scenario, problems) == (SAVED, [])
    assert chosen.to_query() == {"scenario": ["threat-first.2"]}
    assert filters.from_query({"scenario": ["default"]}, scenarios=known) == (Filters(), [])


def test_weights_in_force_are_those_of_the_scenario_or_of_the_method():
    assert Filters(scenario=SAVED).weights()["threat"] == 0.7
    assert Filters().weights() == {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}
    assert (
        Filters(scenario=SAVED)
        .in_words()
        .endswith("; weights Threat first: threat .7, mandate .2, exposure .1")
    )


def test_weights_nobody_saved_are_left_out_and_the_default_is_said_to_hold():
    chosen, problems = filters.from_query({"scenario": ["gone.1"]})
    assert chosen == Filters()
    assert problems == [
        "scenario 'gone.1' is not known and was left out; the default weights are in force."
    ]


def test_a_link_can_ask_for_the_store_as_it_stood_at_a_revision():
    chosen = Filters(revision=41)
    assert filters.from_query(chosen.to_query()) == (chosen, [])
    assert "as the store stood at revision 41" in chosen.in_words()


def test_a_revision_that_is_no_whole_number_is_left_out_and_named():
    for wrong in ("-1", "4.1", "now", "٤", "9999999999"):
        chosen, problems = filters.from_query({"revision": [wrong]})
        assert chosen == Filters()
        assert problems == [f"revision {wrong!r} is no whole number and was left out."]
