"""A file that means harm is refused in words, or stored as plain text.

Each is read by a process that may take 300 MB and 10 seconds: what is answered was found within
them, and a reader that wants more is ended by the system.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.ingest.foreign_files import digest
from tests.ingest.hostile_files import (
    FORMULA,
    NAMES,
    REFUSED,
    dangerous_parts,
    dimensioned,
    many_submissions,
    odd_names,
)
from tests.ingest.test_importing import TODAY
from unpol_data.access import LOCAL
from unpol_data.ingest import isolated
from unpol_data.ingest.importing import import_file
from unpol_data.store import open_store, reading
from unpol_data.store.tables import SiteFacts

SECONDS, MEMORY_MB = 10, 300


@pytest.fixture
def narrow(limits):
    """A fresh installation's settings, with less time and memory for a reader."""
    return replace(limits, import_seconds=SECONDS, import_memory_mb=MEMORY_MB)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "unpol.db"


@pytest.fixture(scope="module")
def engine(store):
    engine = open_store(f"sqlite:///{store}")
    yield engine
    engine.dispose()


def handed_in(content: bytes, engine, settings, **more):
    given = {"engine": engine, "viewer": LOCAL, "settings": settings, "today": TODAY}
    return import_file(content, "a file", **given, **more)


@pytest.mark.parametrize("harm", REFUSED)
def test_it_is_refused_in_words_and_nothing_is_stored(harm, engine, store, narrow):
    made, words = REFUSED[harm]
    before = digest(store)
    report = handed_in(made(), engine, narrow)
    assert re.search(words, report.refusal), report.summary
    assert digest(store) == before


def test_macros_links_and_paths_in_names_do_nothing(narrow, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raw = isolated.raw(dangerous_parts(), settings=narrow)
    assert raw.sheets[0].rows == [[1, ["site_code", "name"]], [2, ["UNMISS-BOR", "Bor"]]]
    assert list(tmp_path.iterdir()) == []
    assert not Path("/tmp/evil.txt").exists()


def test_a_sheet_that_claims_to_be_endless_is_read_as_far_as_it_goes(narrow):
    raw = isolated.raw(dimensioned(), settings=narrow)
    assert [number for number, _ in raw.sheets[0].rows] == [1, 2]


def test_names_in_any_script_and_formulas_are_stored_as_the_text_they_are(engine, narrow):
    report = handed_in(odd_names(), engine, narrow)
    assert not report.refused, "\n".join(report.lines())
    with reading(engine) as connection:
        rows = connection.execute(
            select(SiteFacts.name, SiteFacts.note)
            .where(SiteFacts.assessment_id == report.assessment_id)
            .order_by(SiteFacts.site_code)
        ).all()
    assert [row.name for row in rows] == list(NAMES)
    assert {row.note for row in rows} == {FORMULA}


def test_very_many_submissions_of_another_form_are_refused_once(engine, narrow):
    report = handed_in(many_submissions(50_000), engine, narrow)
    assert "50,000 submissions" in report.refusal
    assert len(report.refusal) < 1_000
