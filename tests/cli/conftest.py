"""A terminal with a store of its own."""

import io
from dataclasses import dataclass
from datetime import date

import openpyxl
import pytest

from unpol_data import reference
from unpol_data.cli.main import main
from unpol_data.exports import template


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command against a store in an empty folder."""
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{tmp_path}/store/unpol.db")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Outcome:
        try:
            code = main(arguments)
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return command


@pytest.fixture
def count(run):
    """Submit, review and approve an assessment that was imported."""

    def counted(number: str = "1", on: str = "2026-03-31") -> Outcome:
        run("submit", number)
        run("review", number)
        return run("approve", number, "--published-on", on)

    return counted


@pytest.fixture
def workbook(tmp_path):
    """A workbook made from the template and filled for one site, as a path."""
    book = openpyxl.load_workbook(io.BytesIO(template.workbook()))
    day = date(2026, 3, 5)
    site_code = "UNMISS-MALAKAL"
    rows = {
        "assessment": ["UNMISS", "Mar 2026", day, day, "remote", "confidential", "Team", "yes"],
        "sites": [site_code, "Malakal", "team_site", 9.533, 31.66, 40, 60],
        "equipment": [
            *(site_code, "unpol", reference.codes("equipment")[0]),
            *(10, 9, 7, "inspected", day),
        ],
    }
    for sheet, cells in rows.items():
        for position, cell in enumerate(cells, start=1):
            book[sheet].cell(row=2, column=position, value=cell)
    path = tmp_path / "malakal.xlsx"
    book.save(path)
    return path
