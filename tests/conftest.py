"""Real stores for the tests: one of the whole sample, made once, and an empty one."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

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
    """The file of a copy of the sample store that a test may change."""
    for end in ("", "-wal", "-shm"):
        if Path(f"{sample_file}{end}").exists():
            shutil.copy(f"{sample_file}{end}", f"{tmp_path / 'copy.db'}{end}")
    return tmp_path / "copy.db"


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
