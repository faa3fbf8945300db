"""The portfolio command."""

import json

import pytest

from tests.option_filing import few_options


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    return few_options(tmp_path_factory.mktemp("portfolio_command"))


@pytest.fixture
def bought(run, filed, monkeypatch):
    """Runs the command on a store of a few options."""
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{filed}")
    return lambda *arguments: run("portfolio", *arguments)


def test_a_budget_buys_what_is_printed_with_all_one_needs_to_repeat_it(bought):
    outcome = bought("--budget", "34000", "--must", "NEEDLESS", "--at-least", "UNISFA=2", "--json")
    assert outcome.code == 0
    told = json.loads(outcome.out)
    chosen = {row["option_code"] for row in told["options"] if row["is_chosen"]}
    assert "NEEDLESS" in chosen
    assert len(chosen) == 3
    assert told["total_usd"] == pytest.approx(1.13 * told["cost_usd"])
    assert told["conditions"]["at_least"] == [["UNISFA", 2]]
    assert (told["budget_usd"], told["programme_support_share"]) == (34_000, 0.13)
    assert told["weights"] == {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}


def test_the_text_says_what_is_bought_what_not_and_why(bought):
    out = bought("--budget", "34000", "--draws").out
    assert "USD 34,000 buy 3 options for USD 33,900, of which programme support USD 3,900" in out
    assert "UNISFA · Waits. Kept out: gender check not passed." in out
    assert "The gate gender check keeps out 1 option" in out
    assert "Core, 100 %" in out


def test_a_clash_is_an_answer_and_unknown_codes_are_not_understood(bought):
    outcome = bought("--budget", "11300", "--must", "COURSE")
    assert outcome.code == 0
    assert "raise the budget to USD 22,600" in outcome.out
    assert bought("--budget", "1", "--at-least", "MARS=1").code == 2
    assert bought("--budget", "1", "--at-least", "UNISFA").code == 2
    assert bought("--budget", "1", "--a4p", "peace").code == 2
    assert bought("--budget", "-5").code == 2


def test_options_are_those_in_force_now_or_on_the_date_asked_for(bought):
    assert "Options as recorded now" in bought("--budget", "34000").out
    # They were recorded on 20 March 2026.
    told = json.loads(bought("--budget", "34000", "--as-of", "2026-03-19", "--json").out)
    assert told["conditions"]["recorded_on"] == "2026-03-19"
    assert told["options"] == []
