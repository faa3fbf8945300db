"""The rank command."""

import json

import pytest

from tests.views.priority_filing import three_missions

PARTS = ("threat_part", "mandate_part", "exposure_part")


@pytest.fixture
def ranked(run, tmp_path, monkeypatch):
    """Runs the command on a store of three small missions."""
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{three_missions(tmp_path)}")
    return lambda *arguments: run("rank", *arguments)


def test_an_empty_store_ranks_nothing_and_says_so(run):
    run("init")
    outcome = run("rank")
    assert outcome.code == 0
    assert outcome.out.startswith("All missions, all areas, today, UNPOL side")
    assert "Nothing can be ranked" in outcome.out


def test_figures_come_with_their_filters_date_revision_and_method(run, workbook, count):
    run("import", str(workbook))
    count()
    outcome = run("rank", "--mission", "UNMISS", "--horizon", "emerging", "--json")
    told = json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert told["filters"]["mission"] == ["UNMISS"]
    assert told["filters"]["horizon"] == ["emerging"]
    assert (told["as_of"], told["revision"]) == ("2026-03-31", 4)
    assert told["method_version"]
    assert told["ranked"] == []
    assert {row["mission_code"] for row in told["not_ranked"]} == {"UNMISS"}


def test_unknown_codes_are_usage_errors(run):
    for arguments in (("--mission", "UNKNOWN"), ("--as-of", "soon"), ("--side", "both")):
        assert run("rank", *arguments).code == 2


def test_each_priority_comes_with_its_class_and_what_it_is_made_of(ranked):
    outcome = ranked("--mission", "UNISFA", "--json")
    told = json.loads(outcome.out)
    first = told["ranked"][0]
    assert (first["rank"], first["mission_code"], first["gap_points"]) == (1, "UNISFA", 100)
    assert (first["gap_class"], first["published_on"]) == ("critical", "2026-03-15")
    assert sum(first[part] for part in PARTS) == pytest.approx(first["priority"])
    assert told["filters_in_words"].startswith("UNISFA, all areas, today")
    assert told["requirements_version"]


def test_the_text_names_filters_versions_and_what_is_not_ranked(ranked):
    outcome = ranked("--mission", "UNISFA", "--mission", "MINURSO", "--area", "cyber")
    assert outcome.out.startswith("UNISFA + MINURSO, Cybercrime investigation")
    assert "Method 1.0, requirements 2026.1, revision" in outcome.out
    assert "Cybercrime investigation and cyber protection" in outcome.out
    assert "critical" in outcome.out
    assert "Not ranked, not enough evidence:\n  MINURSO: cyber" in outcome.out


def test_each_priority_comes_with_its_rank_interval_tier_and_shares(ranked):
    told = json.loads(ranked("--mission", "UNISFA", "--mission", "UNMIK", "--json").out)
    first, *_, last = told["ranked"]
    assert (told["draws"], told["limits"]["top_k"]) == (2000, 5)
    assert first["rank_low"] <= first["rank_median"] <= first["rank_high"]
    assert 0 < first["win_share"] < 1
    assert (last["rank_low"] > 13, last["top_share"], last["tier"]) == (True, 0, "C")
    assert last["win_share"] is None
    assert {row["swap_side"] for row in told["order_changes"]} <= {"above", "below"}


def test_the_text_says_what_rank_range_and_shares_are(ranked):
    out = ranked("--mission", "UNISFA", "--mission", "UNMIK", "--area", "borders").out
    assert "5 % to 95 % of 2,000 draws, seed 20260331" in out
    assert "rank range tier     top over next" in out
