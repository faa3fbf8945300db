"""Is the store's schema the newest, and how does it get there?

Migrations go forward only. They run with foreign keys off, because rebuilding a parent
table would otherwise delete its children, and all references are checked before the
change is kept; under a file lock, so that two processes starting together do it once.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from unpol_data.store.errors import StoreError

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock then keeps the second process waiting.
    fcntl = None

LOCK_SECONDS = 60
# Any number will do, as long as all versions of the dashboard use the same.
ADVISORY_LOCK = 7_313_241
FOLDER = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Bring the store to the newest schema; nothing happens where it is there already.

    Raises StoreError where it is not a store, or newer than this version knows.
    """
    if _version(engine) == newest_version():
        return
    with _alone(engine), engine.execution_options(store_act="write").connect() as connection:
        _foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _lock(connection)
                command.upgrade(_config(connection), "head")
                _check_references(connection)
        finally:
            _foreign_keys(connection, "ON")


def newest_version() -> str:
    """The schema version that this version of the dashboard writes."""
    return _scripts().get_current_head()


def _lock(connection: Connection) -> None:
    """Wait, on PostgreSQL, for whoever brings the store up to date; until the transaction ends.

    SQLite has a file lock for it, see _alone.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")


def _version(engine: Engine) -> str | None:
    """The schema version of the store; missing where the database is empty."""
    with engine.connect() as connection:
        version = MigrationContext.configure(connection).get_current_revision()
        tables = inspect(connection).get_table_names()
    if version is None and tables and tables != ["alembic_version"]:
        raise StoreError(
            f"The database {engine.url.database} is not a store of this dashboard (it holds "
            f"{', '.join(tables[:3])}); name another place in UNPOL_STORE_URL."
        )
    if version is not None and version not in _known_versions():
        raise StoreError(
            f"The store {engine.url.database} was written by a newer version of the dashboard "
            f"(schema {version}); install that version, or restore a backup made before."
        )
    return version


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(FOLDER))


def _known_versions() -> set[str]:
    return {script.revision for script in _scripts().walk_revisions()}


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _foreign_keys(connection: Connection, state: str) -> None:
    """SQLite ignores this inside a transaction, so it goes to the driver before one begins."""
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute(f"PRAGMA foreign_keys = {state}")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise StoreError(
            f"The store {connection.engine.url.database} could not be brought up to date: "
            f"{len(broken)} rows, the first in {broken[0][0]}, refer to rows that do not exist; "
            "it was left as it was, restore a backup."
        )


@contextmanager
def _alone(engine: Engine) -> Iterator[None]:
    """Hold the lock file beside a SQLite store; other databases lock by themselves."""
    database = engine.url.database
    if fcntl is None or engine.dialect.name != "sqlite" or database in (None, "", ":memory:"):
        yield
        return
    path = Path(f"{database}.lock")
    try:
        path.touch()
    except OSError as error:
        raise StoreError(
            f"The folder of the store {database} cannot be written; allow this account to "
            "write there, or name another place in UNPOL_STORE_URL."
        ) from error
    with path.open("w") as lock:
        _wait_for(lock, database)
        yield


def _wait_for(lock, database: str) -> None:
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise StoreError(
                    f"Another process has been bringing the store {database} up to date for "
                    f"{LOCK_SECONDS} seconds; wait for it or stop it, then try again."
                ) from error
            time.sleep(0.1)
