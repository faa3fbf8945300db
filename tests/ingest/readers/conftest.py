"""Files of others as their reader process hands them over, and what is asked of them."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.validation import Context, judge

TODAY = date(2026, 4, 1)


def _site(code: str, kind: str, name: str, *, closed: bool = False) -> dict:
    return {
        "site_code": code,
        "mission_code": code.partition("-")[0],
        "site_kind": kind,
        "name": name,
        "closed": closed,
        "unpol_served": 40,
        "users": 60,
        "host_officers_served": None,
    }


SITES = pd.DataFrame(
    [
        _site("UNMISS-JUBA", "mission_hq", "Juba"),
        _site("UNMISS-MALAKAL", "team_site", "Malakal"),
        _site("UNMISS-BENTIU", "team_site", "Bentiu", closed=True),
        _site("MINUSCA-BAMBARI", "team_site", "Bambari"),
    ]
)


def rows_of(text: str) -> list[list]:
    """The rows of a table written with `|` between its cells, as [row number, cells]."""
    rows = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        cells = [cell.strip() or None for cell in line.split("|")]
        if any(cell is not None for cell in cells):
            rows.append([number, cells])
    return rows


@pytest.fixture
def table() -> Callable[[str], Raw]:
    """A CSV file."""
    return lambda text: Raw(TABLE, (RawSheet("", rows_of(text)),))


@pytest.fixture
def workbook() -> Callable[..., Raw]:
    """A workbook with the given sheets."""

    def made(sheets: dict[str, str]) -> Raw:
        found = [RawSheet(name, rows_of(text)) for name, text in sheets.items()]
        return Raw(WORKBOOK, tuple(found))

    return made


@pytest.fixture
def asked() -> Callable[..., Asked]:
    """What is asked, of the sites in SITES."""
    return lambda **more: Asked(**{"today": TODAY, "known_sites": SITES, **more})


@pytest.fixture
def told() -> Callable[..., list]:
    """Every problem of what was read, told at its place: of the reader, then of validation."""

    def problems(found, mission: str = "UNMISS") -> list:
        context = Context(today=TODAY, mission_code=mission, known_sites=SITES)
        judgement = judge(found.tables, context=context)
        return [*found.notes, *(found.placed(one) for one in judgement.problems)]

    return problems
