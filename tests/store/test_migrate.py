"""A store of any released schema becomes one of the newest."""

import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, create_engine, inspect
from sqlalchemy.schema import CreateTable

from unpol_data.store import StoreError, migrate, open_store
from unpol_data.store.tables import Base

OLDER_FACTS = (
    "INSERT INTO revisions VALUES (1, '2026-04-01', 'tester', 'test', 'UNMISS')",
    "INSERT INTO sites VALUES ('UNMISS-BOR', 'UNMISS')",
    "INSERT INTO assessments (assessment_id, mission_code, kind, assessed_from, assessed_to, "
    "sensitivity, source, illustrative, state, content_digest, imported_at, imported_by, "
    "recorded_revision) VALUES (1, 'UNMISS', 'assessment', '2026-02-01', '2026-02-20', 1, "
    "'Invented', 1, 'draft', 'd1', '2026-04-01', 'tester', 1)",
    "INSERT INTO answers (assessment_id, site_code, item_code, side, state, value, "
    "evidence_grade, answered_on) VALUES (1, 'UNMISS-BOR', 'COM-PER-1', 'unpol', 'answered', 3, "
    "'inspected', '2026-02-03')",
)


def _parts(sql: str) -> list[str]:
    lines = (line.strip().rstrip(",").replace('"', "") for line in sql.splitlines())
    return sorted(line for line in lines if line)


def test_the_migrations_lead_to_the_tables_as_they_are_declared(engine: Engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_the_migrations_promise_what_the_tables_declare(sqlite_engine: Engine, table):
    """Alembic does not compare CHECK constraints; SQLite keeps the words of each table."""
    with sqlite_engine.connect() as connection:
        kept = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)
        ).scalar_one()
    assert _parts(kept) == _parts(str(CreateTable(table).compile(dialect=sqlite_engine.dialect)))


def test_every_rule_of_every_table_is_kept_by_name_on_each_database(engine: Engine):
    kept = inspect(engine)
    for table in Base.metadata.sorted_tables:
        declared = {
            str(rule.name) for rule in table.constraints if isinstance(rule, CheckConstraint)
        }
        named = {rule["name"] for rule in kept.get_check_constraints(table.name)}
        assert declared == named, table.name


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
    older = create_engine(f"sqlite:///{path}")
    with older.connect() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        connection.exec_driver_sql(
            "INSERT INTO audit_entries VALUES (7, '2026-04-01', 'a', 'b', 'c', 1, 1)"
        )
        connection.commit()
    older.dispose()
    with pytest.raises(StoreError, match="1 rows, the first in audit_entries, refer to rows"):
        open_store(f"sqlite:///{path}")
    assert not inspect(create_engine(f"sqlite:///{path}")).has_table("evidence_counts")


def test_facts_outlive_the_rebuilding_of_their_tables(tmp_path):
    url = f"sqlite:///{tmp_path / 'unpol.db'}"
    older = create_engine(url)
    with older.connect() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0008")
        for statement in OLDER_FACTS:
            connection.exec_driver_sql(statement)
        connection.commit()
    older.dispose()
    with open_store(url).connect() as connection:
        kept = connection.exec_driver_sql("SELECT value, modality FROM answers").all()
        assert kept == [(3.0, None)]
        kept = connection.exec_driver_sql("SELECT state, replaces FROM assessments").all()
        assert kept == [("draft", None)]


def test_foreign_keys_hold_again_after_a_migration(sqlite_engine: Engine):
    with sqlite_engine.connect() as connection:
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
