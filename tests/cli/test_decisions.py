"""The decisions command."""

import json

import pytest


@pytest.fixture
def decisions(run, sample_copy, monkeypatch):
    """Runs the command on a copy of the sample."""
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{sample_copy}")
    return lambda *arguments: run("decisions", *arguments)


def test_an_empty_store_says_so_in_words(run):
    run("init")
    outcome = run("decisions")
    assert (outcome.code, outcome.out.endswith("No decision.\n")) == (0, True)


def test_every_decision_is_told_with_what_became_of_it_and_of_its_gap(decisions):
    out = decisions("--mission", "UNMISS", "--area", "power").out
    assert "Buy solar back-up" in out
    assert "Under way; Mission Support Division, UNMISS; due" in out
    assert "Gap aimed at: UNMISS · Power and facilities ICT: 65 → 72, clearly larger" in out


def test_json_holds_the_figures_kept_and_each_gap_aimed_at(decisions):
    outcome = decisions("--mission", "UNVMC", "--json")
    told = json.loads(outcome.out)
    first = next(one for one in told["decisions"] if one["mission_code"] == "UNVMC")
    gap = next(one for one in told["gaps_aimed_at"] if one["mission_code"] == "UNVMC")
    assert (first["state"], json.loads(first["figures"])["clearance"]) == ("done", 1)
    assert (gap["points_before"], gap["points_after"], gap["moved"]) == (51, 35, "smaller")


def test_a_date_shows_what_was_recorded_by_then(decisions):
    assert "No decision." in decisions("--as-of", "2020-01-01").out


def test_a_revision_still_to_come_is_a_usage_error(decisions):
    assert decisions("--revision", "99999").code == 2
    assert decisions("--revision", "soon").code == 2
