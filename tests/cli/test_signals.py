"""The signals command."""

import json

import pytest


@pytest.fixture
def signals(run, sample_copy, monkeypatch):
    """Runs the command on a copy of the sample."""
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{sample_copy}")
    return lambda *arguments: run("signals", *arguments)


def test_an_empty_store_says_so_in_words(run):
    run("init")
    outcome = run("signals", "--as-of", "2026-01-01")
    assert outcome.code == 0
    assert outcome.out.startswith("All missions, all areas, today, UNPOL side, as of 1 Jan 2026")
    assert "No signal." in outcome.out


def test_figures_come_with_filters_date_revision_and_words(signals):
    outcome = signals("--mission", "UNISFA", "--area", "communications", "--json")
    told = json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert (told["filters"]["mission"], told["as_of"]) == (["UNISFA"], "2026-03-31")
    first = told["signals"][0]
    assert (first["state"], first["rule_code"]) == ("new", "gap_rise")
    assert (first["value"], first["value_before"]) == (86, 75)
    assert first["raised_on"] == "2026-03-27"
    assert first["evidence"].startswith("Gap 86 of 100, ▲ 11 points from 75")
    assert first["threat_code"] is None


def test_the_text_says_what_happened_and_on_what_evidence(signals):
    out = signals("--mission", "MINUSCA").out
    assert "new       31 Mar 2026  MINUSCA: Link down too often: Bangui FPU camp" in out
    assert "Resolved on 31 Mar 2026: available" in out


def test_unknown_codes_are_usage_errors(run):
    for arguments in (("--mission", "UNKNOWN"), ("--as-of", "soon"), ("--side", "both")):
        assert run("signals", *arguments).code == 2
