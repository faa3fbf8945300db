"""A store that cannot be used says why and what to do."""

import os
import sqlite3
import stat
import tempfile
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select

from unpol_data.store import StoreError, open_store, place, reading, writing
from unpol_data.store.tables import Revision

NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
NOBODY = 65534


def _add_revision(connection) -> None:
    entry = {"recorded_at": NOON, "account": "tester", "act": "test", "subject": ""}
    connection.execute(insert(Revision).values(**entry))


def _revisions(connection) -> int:
    return connection.execute(select(func.count()).select_from(Revision)).scalar_one()


def _refusal(url: str, **options) -> str:
    with pytest.raises(StoreError) as refusal:
        open_store(url, **options)
    return str(refusal.value)


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder this process may read and not write, even where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_store(f"sqlite:///{folder / 'there.db'}").dispose()
        for file in folder.iterdir():
            file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        folder.chmod(0o555)
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(NOBODY)
        yield folder
        if as_root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_a_store_that_is_not_there_is_created_in_its_folder(tmp_path):
    engine = open_store(f"sqlite:///{tmp_path / 'new.db'}")
    with reading(engine) as connection:
        assert _revisions(connection) == 0
    assert place(engine) == str(tmp_path / "new.db")


def test_a_missing_folder_is_named_and_created_only_when_asked(tmp_path):
    url = f"sqlite:///{tmp_path / 'far' / 'away' / 'unpol.db'}"
    refusal = _refusal(url)
    assert "does not exist; create the store with `python -m unpol_data init`" in refusal
    open_store(url, create_folder=True).dispose()
    assert (tmp_path / "far" / "away" / "unpol.db").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    refusal = _refusal(f"sqlite:///{tmp_path / 'file' / 'below' / 'u.db'}", create_folder=True)
    assert "cannot be created; allow this account to write there" in refusal


@pytest.mark.parametrize("file_name", ["new.db", "there.db"])
def test_a_folder_that_cannot_be_written_is_refused_with_what_to_do(closed_folder, file_name):
    refusal = _refusal(f"sqlite:///{closed_folder / file_name}")
    assert file_name in refusal
    assert "allow this account to" in refusal


def test_a_file_that_is_no_database_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "letter.db"
    path.write_text("Dear colleague, " * 100)
    assert "is not a store or is damaged; restore it from a backup" in _refusal(f"sqlite:///{path}")
    assert path.read_text().startswith("Dear colleague")


def test_a_damaged_store_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "unpol.db"
    open_store(f"sqlite:///{path}").dispose()
    path.write_bytes(path.read_bytes()[:5000])
    assert "is damaged; restore it from a backup" in _refusal(f"sqlite:///{path}")


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE holidays (day)")
    assert "is not a store of this dashboard (it holds holidays)" in _refusal(f"sqlite:///{path}")
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("holidays",)]


def test_a_store_of_a_newer_version_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "unpol.db"
    open_store(f"sqlite:///{path}").dispose()
    with sqlite3.connect(path) as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    refusal = _refusal(f"sqlite:///{path}")
    assert "was written by a newer version of the dashboard (schema 9999); install" in refusal


def test_a_store_locked_by_another_program_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "unpol.db"
    open_store(f"sqlite:///{path}").dispose()
    other = sqlite3.connect(path)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    assert "is in use by another program" in _refusal(f"sqlite:///{path}", busy_seconds=0.1)
    other.close()


@pytest.mark.parametrize("url", ["unpol.db", "nosuch:///unpol.db", ""])
def test_an_address_that_names_no_store_is_refused(url):
    assert "set UNPOL_STORE_URL to one such as sqlite:///var/unpol.db" in _refusal(url)


def test_a_store_without_its_driver_is_refused():
    refusal = _refusal("postgresql+pg8000://localhost/unpol")
    assert "pg8000" in refusal
    assert "is not installed" in refusal


def test_the_store_survives_power_cuts_and_keeps_its_references(sqlite_engine: Engine):
    with reading(sqlite_engine) as connection:
        asked = ("journal_mode", "foreign_keys", "synchronous")
        pragmas = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
    assert pragmas == ["wal", 1, 2]


def test_a_reader_sees_one_state_while_another_writes(engine: Engine):
    with reading(engine) as before:
        assert _revisions(before) == 0
        with writing(engine) as connection:
            _add_revision(connection)
        assert _revisions(before) == 0
    with reading(engine) as after:
        assert _revisions(after) == 1


def test_nothing_is_kept_of_a_write_that_fails(engine: Engine):
    def fail():
        with writing(engine) as connection:
            _add_revision(connection)
            raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError, match="interrupted"):
        fail()
    with reading(engine) as connection:
        assert _revisions(connection) == 0


def test_two_writers_take_turns(engine: Engine):
    def write() -> None:
        for _ in range(10):
            with writing(engine) as connection:
                counted = _revisions(connection)
                _add_revision(connection)
                assert _revisions(connection) == counted + 1

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with reading(engine) as connection:
        assert _revisions(connection) == 30


def test_a_writer_that_waits_too_long_is_told_what_to_do(tmp_path):
    url = f"sqlite:///{tmp_path / 'unpol.db'}"
    first, second = open_store(url), open_store(url, busy_seconds=0.1)

    def write_beside() -> None:
        with writing(second) as connection:
            _add_revision(connection)

    with writing(first), pytest.raises(StoreError, match="is in use by another program"):
        write_beside()


def test_a_store_may_be_held_in_memory():
    engine = open_store("sqlite://")
    with writing(engine) as connection:
        _add_revision(connection)
    with reading(engine) as connection:
        assert _revisions(connection) == 1
        assert connection.execute(select(Revision.recorded_at)).scalar_one() == NOON


def test_a_moment_without_a_zone_is_refused(engine: Engine):
    entry = {"account": "tester", "act": "test", "subject": ""}
    with writing(engine) as connection, pytest.raises(Exception, match="has no time zone"):
        connection.execute(insert(Revision).values(recorded_at=datetime(2026, 4, 1), **entry))
