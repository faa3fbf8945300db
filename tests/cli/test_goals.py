"""The goals command."""

import json

import openpyxl
import pytest

from tests.goal_filing import served_goals


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    return served_goals(tmp_path_factory.mktemp("goals_command"))


@pytest.fixture
def report(run, filed, monkeypatch):
    """Runs the command on the store of goals."""
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{filed}")
    return lambda *arguments: run("goals", *arguments)


def test_the_report_is_written_where_it_is_asked_for(report, tmp_path):
    outcome = report("-o", str(tmp_path / "goals.xlsx"), "--mission", "UNISFA")
    assert (outcome.code, "goals.xlsx written." in outcome.out) == (0, True)
    sheet = openpyxl.load_workbook(tmp_path / "goals.xlsx")["goals"]
    codes = {row[3] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert {"KIT", "LATE", "DUE"} <= codes
    assert "NEEDLESS" not in codes


def test_json_holds_the_same_rows_with_null_for_what_is_missing(report):
    told = json.loads(report("--json").out)
    rows = [row for row in told["rows"] if row["goal"] == "Strategic communications"]
    assert [row["total_once_usd"] for row in rows] == [None]


def test_an_unknown_mission_is_not_understood(report):
    assert report("--mission", "ATLANTIS").code == 2


def test_a_folder_that_is_not_there_is_said(report, tmp_path):
    outcome = report("-o", str(tmp_path / "nowhere" / "goals.xlsx"))
    assert outcome.code == 1
    assert "cannot be written" in outcome.err
