"""Commands, their help and their endings."""

import subprocess
import sys
from pathlib import Path

import pytest

from unpol_data.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
NAMES = [module.NAME for module in COMMANDS]


def test_the_package_runs_as_a_program():
    ended = subprocess.run(
        [sys.executable, "-m", "unpol_data", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(name in ended.stdout for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(run, name):
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert "usage: python -m unpol_data" in outcome.out


@pytest.mark.parametrize("arguments", [(), ("fly",), ("approve",), ("approve", "seven")])
def test_what_is_not_understood_ends_with_2(run, arguments):
    outcome = run(*arguments)
    assert outcome.code == 2
    assert "usage:" in outcome.err


def test_a_setting_that_cannot_be_used_is_one_sentence(run, workbook, monkeypatch):
    monkeypatch.setenv("UNPOL_IMPORT_MAX_MB", "plenty")
    outcome = run("import", str(workbook))
    assert outcome.code == 1
    assert outcome.err.startswith("UNPOL_IMPORT_MAX_MB is 'plenty'")
    assert outcome.err.count("\n") == 1


def test_a_store_that_cannot_be_opened_is_one_sentence(run, workbook, monkeypatch):
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{workbook}")
    outcome = run("import", str(workbook))
    assert outcome.code == 1
    assert "not a store or is damaged" in outcome.err
    assert "Traceback" not in outcome.err
