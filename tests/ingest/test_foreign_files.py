"""Files of others are taken, or refused with reasons at their places, and the store stays whole."""

import sys
from pathlib import Path

import pytest

from tests.ingest.files_of_others import own, real
from tests.ingest.foreign_files import handed_in
from unpol_data.store import open_store

FILES: dict[str, bytes | Path] = {**own(), **real()}
TAKEN = {"sites.csv", "sites_french.csv", "sites_utf16.csv", "posts.csv"}


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("foreign") / "unpol.db"


@pytest.fixture(scope="module")
def engine(store):
    engine = open_store(f"sqlite:///{store}")
    yield engine
    engine.dispose()


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_others_is_taken_or_refused_with_reasons_and_nothing_kept(name, engine, store):
    outcomes = list(handed_in(FILES[name], name, engine=engine, store=store))
    sys.stdout.write("\n".join(one.line for one in outcomes))
    assert [one.line for one in outcomes if not one.sound] == []
    if name in TAKEN:
        assert not outcomes[-1].report.refused, outcomes[-1].line
