"""A store of any released schema becomes one of the newest."""

import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.schema import CreateTable

from unpol_data.store import StoreError, migrate, open_store
from unpol_data.store.tables import Base


def _parts(sql: str) -> list[str]:
    lines = (line.strip().rstrip(",").replace('"', "") for line in sql.splitlines())
    return sorted(line for line in lines if line)


def test_the_migrations_lead_to_the_tables_as_they_are_declared(engine: Engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_the_migrations_promise_what_the_tables_declare(engine: Engine, table):
    """Alembic does not compare CHECK constraints; SQLite keeps the words of each table."""
    with engine.connect() as connection:
        kept = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)
        ).scalar_one()
    assert _parts(kept) == _parts(str(CreateTable(table).compile(dialect=engine.dialect)))


def test_there_is_one_line_of_migrations():
    scripts = ScriptDirectory.from_config(_config())
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_no_migration_reads_the_tables_of_today():
    for script in ScriptDirectory.from_config(_config()).walk_revisions():
        assert "unpol_data" not in Path(script.path).read_text()


def test_a_store_of_an_older_version_is_brought_up_to_date_when_opened(tmp_path):
    url = f"sqlite:///{tmp_path / 'unpol.db'}"
    older = create_engine(url)
    with older.connect() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.commit()
    assert not inspect(older).has_table("site_gaps")
    older.dispose()
    engine = open_store(url)
    assert inspect(engine).has_table("site_gaps")


def test_a_store_is_left_as_it_was_where_its_references_are_broken(tmp_path):
    path = tmp_path / "unpol.db"
    engine = open_store(f"sqlite:///{path}")
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("INSERT INTO audit_entries VALUES (7, '2026-04-01', 'a', 'b', 'c', 1, 1)")
        driver.execute("DROP TABLE signal_searches")
        driver.execute("DROP TABLE signal_states")
        driver.execute("DROP TABLE signals")
        driver.execute("DROP TABLE gap_draws")
        driver.execute("DROP TABLE evidence_counts")
        driver.execute("DROP TABLE site_profiles")
        driver.execute("DROP TABLE mission_threats")
        driver.execute("UPDATE alembic_version SET version_num = '0004'")
    engine.dispose()
    with pytest.raises(StoreError, match="1 rows, the first in audit_entries, refer to rows"):
        open_store(f"sqlite:///{path}")
    assert not inspect(create_engine(f"sqlite:///{path}")).has_table("evidence_counts")


def test_foreign_keys_hold_again_after_a_migration(engine: Engine):
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_stores_opened_together_are_created_once(tmp_path):
    failures = []

    def open_it() -> None:
        try:
            open_store(f"sqlite:///{tmp_path / 'unpol.db'}").dispose()
        except StoreError as error:
            failures.append(str(error))

    openers = [threading.Thread(target=open_it) for _ in range(5)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert failures == []


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    return config
