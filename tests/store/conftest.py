"""A real store in a file, with one mission's site and draft, and rows to break."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from unpol_data.store import StoreError, open_store, writing
from unpol_data.store.tables import Assessment, Base, Revision, Site

NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
DRAFT = {
    "assessment_id": 1,
    "mission_code": "UNMISS",
    "kind": "assessment",
    "round_label": "2026",
    "assessed_from": date(2026, 2, 1),
    "assessed_to": date(2026, 2, 20),
    "modality": "hybrid",
    "sensitivity": 0,
    "source": "Invented for tests",
    "illustrative": True,
    "state": "draft",
    "content_digest": "d1",
    "imported_at": NOON,
    "imported_by": "tester",
    "recorded_revision": 1,
}


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty store, only to be copied."""
    path = tmp_path_factory.mktemp("blank") / "unpol.db"
    open_store(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, blank: Path) -> str:
    """The address of an empty store in a file of its own."""
    shutil.copy(blank, tmp_path / "unpol.db")
    return f"sqlite:///{tmp_path / 'unpol.db'}"


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """An empty store in SQLite."""
    opened = open_store(sqlite_url)
    yield opened
    opened.dispose()


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An empty store, on each database in turn."""
    opened = open_store(request.getfixturevalue(request.param))
    yield opened
    opened.dispose()


@pytest.fixture
def draft() -> dict:
    """A sound row of assessments."""
    return dict(DRAFT)


@pytest.fixture
def prepared(engine: Engine) -> Engine:
    """A store with revisions 1 and 2, the site UNMISS-BOR, and draft assessment 1."""
    with writing(engine) as connection:
        for revision in (1, 2):
            entry = {"account": "tester", "act": "test", "subject": "UNMISS"}
            connection.execute(
                insert(Revision).values(revision=revision, recorded_at=NOON, **entry)
            )
        connection.execute(insert(Site).values(site_code="UNMISS-BOR", mission_code="UNMISS"))
        connection.execute(insert(Assessment).values(**DRAFT))
    return engine


@pytest.fixture
def keep(prepared: Engine) -> Callable[..., None]:
    """Add one row to a table."""

    def kept(table: type[Base], row: dict) -> None:
        with writing(prepared) as connection:
            connection.execute(insert(table).values(**row))

    return kept


@pytest.fixture
def refused(keep: Callable[..., None]) -> Callable[..., str]:
    """Try to add a row that breaks a rule; the sentence with which it is refused."""

    def sentence(table: type[Base], row: dict) -> str:
        with pytest.raises(StoreError) as refusal:
            keep(table, row)
        return str(refusal.value)

    return sentence
