"""Real stores for the tests: one of the whole sample, made once, and an empty one."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

# pyxform brings defusedxml, and lxml is there for the tests: openpyxl would use both, and the
# tests would see another reader and writer than people do.
os.environ["OPENPYXL_LXML"] = os.environ["OPENPYXL_DEFUSEDXML"] = "False"

import pytest
from sqlalchemy import Connection, Engine, create_engine

from tests import postgres
from unpol_data.store.engine import open_store

ROOT = Path(__file__).parent.parent


def initialised(path: Path, *options: str) -> Path:
    """A store at the path, made by the command a user would give."""
    subprocess.run(
        [sys.executable, "-m", "unpol_data", "init", *options],
        cwd=ROOT,
        env={**os.environ, "UNPOL_STORE_URL": f"sqlite:///{path}"},
        check=True,
        capture_output=True,
    )
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with the whole sample, shared by all tests: only to be read or copied.

    UNPOL_TEST_SAMPLE names one made before, to spare a minute while one test is written.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    made, path = shared / "sample.made", shared / "sample.db"
    with open(shared / "sample.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            kept = os.environ.get("UNPOL_TEST_SAMPLE")
            if kept:
                shutil.copy(kept, path)
            # A store made before is only brought up to date.
            initialised(path, *([] if kept else ["--sample"]))
            made.touch()
    return path


@pytest.fixture(scope="session")
def sample_store(sample_file: Path) -> Iterator[Engine]:
    """The store with the whole sample, only to be read."""
    engine = open_store(f"sqlite:///{sample_file}")
    yield engine
    engine.dispose()


@pytest.fixture
def sample_copy(sample_file: Path, tmp_path: Path) -> Path:
    """The file of a copy of the sample store that a test may change.

    By SQLite itself: beside the file stand others that come and go while tests read it.
    """
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(sample_file)) as kept, closing(sqlite3.connect(copy)) as made:
        kept.backup(made)
    return copy


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The socket of a PostgreSQL server, started once for each process of the tests."""
    with postgres.server() as socket:
        blank = postgres.url(socket, "blank")
        _new_database(socket, "blank", template="template1")
        open_store(blank).dispose()
        yield socket


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty store of its own on the PostgreSQL server."""
    name = f"store_{uuid4().hex}"
    _new_database(postgres_server, name, template="blank")
    yield postgres.url(postgres_server, name)
    with _maintenance(postgres_server) as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


def _new_database(socket: str, name: str, *, template: str) -> None:
    with _maintenance(socket) as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")


@contextmanager
def _maintenance(socket: str) -> Iterator[Connection]:
    engine = create_engine(postgres.url(socket, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store in which nothing has been recorded."""
    return initialised(tmp_path_factory.mktemp("empty") / "empty.db")


@pytest.fixture(scope="session")
def empty_store(empty_file: Path) -> Iterator[Engine]:
    """A store in which nothing has been recorded, only to be read."""
    engine = open_store(f"sqlite:///{empty_file}")
    yield engine
    engine.dispose()
