"""Where is the store, can it be used, and how is it read and written?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, RootTransaction, StaticPool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from unpol_data.store import migrate
from unpol_data.store.errors import StoreError, in_words

BUSY_SECONDS = 15
# A statement that takes longer than this is given up, so that it holds nobody else back.
STATEMENT_SECONDS = 120
CONNECT_SECONDS = 5
POSTGRES = {
    "connect_timeout": CONNECT_SECONDS,
    "options": f"-c statement_timeout={STATEMENT_SECONDS}s -c timezone=UTC",
}


def place(engine: Engine) -> str:
    """Where the store is, for sentences: a path, or a URL without its password."""
    return engine.url.database or str(engine.url)


def open_store(
    url: str, *, create_folder: bool = False, busy_seconds: float = BUSY_SECONDS
) -> Engine:
    """The store at this URL, brought up to the newest schema; created where there is none.

    Raises StoreError, in one sentence with what to do, where the folder is missing (unless
    `create_folder`) or cannot be written, the file is damaged, locked or something else
    than a store, or was written by a newer version of the dashboard.
    """
    address = _address(url)
    _check_folder(address, create_folder=create_folder)
    engine = _engine(address, busy_seconds)
    try:
        with in_words(place(engine)):
            migrate.upgrade(engine)
    except Exception:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one unchanging state of the store until it is closed."""
    options = {"store_act": "read"}
    if engine.dialect.name != "sqlite":
        options |= {"isolation_level": "REPEATABLE READ"}
    with (
        in_words(place(engine)),
        engine.execution_options(**options).connect() as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, with no other writer beside it.

    All of it is kept when the block ends, none of it when the block raises.
    """
    with _alone(engine) as (connection, _):
        yield connection


@contextmanager
def rehearsing(engine: Engine) -> Iterator[Connection]:
    """The same, but nothing of it is kept when the block ends either."""
    with _alone(engine) as (connection, transaction):
        yield connection
        transaction.rollback()


@contextmanager
def _alone(engine: Engine) -> Iterator[tuple[Connection, RootTransaction]]:
    writer = engine.execution_options(store_act="write")
    with (
        in_words(place(engine)),
        writer.connect() as connection,
        connection.begin() as transaction,
    ):
        if engine.dialect.name != "sqlite":
            connection.exec_driver_sql("LOCK TABLE revisions IN EXCLUSIVE MODE")
        yield connection, transaction


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(
            f"{url!r} is not the address of a store; set UNPOL_STORE_URL to one such as "
            "sqlite:///var/unpol.db."
        ) from error
    return address


def _in_memory(address: URL) -> bool:
    return address.database in (None, "", ":memory:")


def _check_folder(address: URL, *, create_folder: bool) -> None:
    if address.get_backend_name() != "sqlite" or _in_memory(address):
        return
    folder = Path(address.database).absolute().parent
    if folder.is_dir():
        return
    if not create_folder:
        raise StoreError(
            f"The folder {folder} of the store does not exist; create the store with "
            "`python -m unpol_data init`, or name another place in UNPOL_STORE_URL."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {folder} of the store cannot be created; allow this account to write "
            "there, or name another place in UNPOL_STORE_URL."
        ) from error


def _engine(address: URL, busy_seconds: float) -> Engine:
    if address.get_backend_name() != "sqlite":
        try:
            return create_engine(address, pool_pre_ping=True, connect_args=POSTGRES)
        except ModuleNotFoundError as error:
            raise StoreError(
                f"The driver of {address.drivername} is not installed ({error.name}); install "
                "it, or use a store such as sqlite:///var/unpol.db."
            ) from error
    options = {"connect_args": {"timeout": busy_seconds, "check_same_thread": False}}
    if _in_memory(address):
        options["poolclass"] = StaticPool
    engine = create_engine(address, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(driver_connection, _record) -> None:
    """Set what SQLite forgets between connections, and begin transactions ourselves.

    Python's driver would begin them late and never as immediate; see "Serializable
    isolation / Savepoints / Transactional DDL" in SQLAlchemy's notes on SQLite.
    """
    driver_connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        driver_connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    act = connection.get_execution_options().get("store_act", "read")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if act == "write" else "BEGIN DEFERRED")
