"""The same evidence and the same seed give the same figures, draws and order on each database."""

import json
from datetime import date

import pytest

from tests.views.priority_filing import three_missions
from unpol_data.access import LOCAL
from unpol_data.cli.main import main
from unpol_data.filters import Filters
from unpol_data.queries import draws, gaps
from unpol_data.queries.revisions import current_revision
from unpol_data.store import open_store, reading

AS_OF = date(2026, 3, 31)


@pytest.fixture
def both(tmp_path, postgres_url):
    """Three missions filed by the same workbooks into SQLite and into PostgreSQL."""
    addresses = [f"sqlite:///{three_missions(tmp_path)}", postgres_url]
    three_missions(tmp_path, url=postgres_url)
    engines = [open_store(address) for address in addresses]
    yield addresses, engines
    for engine in engines:
        engine.dispose()


def test_figures_draws_and_order_are_the_same(both, monkeypatch, capsys):
    addresses, engines = both
    for horizon in ("today", "emerging"):
        chosen = Filters(as_of=AS_OF, horizon=horizon)
        found = []
        for engine in engines:
            with reading(engine) as connection:
                figures = gaps.mission_gaps(connection, chosen, LOCAL)
                found.append((figures, draws.gap_draws(connection, chosen, LOCAL)))
        (figures_here, drawn_here), (figures_there, drawn_there) = found
        assert len(figures_here) > 20
        assert figures_here.equals(figures_there)
        assert drawn_here.gaps.shape[1] == 2000
        assert drawn_here.gaps.tobytes() == drawn_there.gaps.tobytes()
        assert drawn_here.exposures.tobytes() == drawn_there.exposures.tobytes()
    told = []
    for address in addresses:
        monkeypatch.setenv("UNPOL_STORE_URL", address)
        assert main(["rank", "--json", "--as-of", "2026-03-31"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert len(told[0]["ranked"]) > 20


def test_what_was_said_at_a_revision_is_the_same(both, monkeypatch, capsys):
    addresses, engines = both
    with reading(engines[0]) as connection:
        newest = current_revision(connection)
    for revision in (newest - 1, 4):
        told = []
        for address in addresses:
            monkeypatch.setenv("UNPOL_STORE_URL", address)
            asked = ["--as-of", "2026-03-31", "--revision", str(revision)]
            assert main(["rank", "--json", *asked]) == 0
            assert main(["signals", "--json", *asked]) == 0
            told.append(capsys.readouterr().out)
        assert told[0] == told[1]
