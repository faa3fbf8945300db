"""PostgreSQL keeps the same store, and says as clearly what it cannot do."""

import threading

import pytest
from sqlalchemy import create_engine, inspect, text

from tests import postgres
from unpol_data.store import StoreError, migrate, open_store, reading


def refusal(url: str) -> str:
    with pytest.raises(StoreError) as refused:
        open_store(url)
    return str(refused.value)


def test_a_database_that_is_not_there_is_named_with_what_to_do(postgres_server):
    said = refusal(postgres.url(postgres_server, "nowhere"))
    assert "nowhere" in said
    assert "does not exist; create it (createdb)" in said


def test_a_server_that_does_not_answer_is_said_not_to(tmp_path):
    said = refusal(postgres.url(str(tmp_path), "unpol"))
    assert "cannot be reached; check that it is running" in said


def test_a_port_nobody_listens_at_is_said_not_to_answer():
    assert "cannot be reached" in refusal("postgresql://unpol@127.0.0.1:1/unpol")


def test_a_password_stays_out_of_every_sentence():
    said = refusal("postgresql://unpol:secret-of-ada@127.0.0.1:1/unpol")
    assert "secret-of-ada" not in said


def test_a_database_of_something_else_is_left_alone(postgres_url):
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        for table in ("alembic_version", "revisions"):
            connection.execute(text(f"DROP TABLE {table} CASCADE"))
    engine.dispose()
    assert "is not a store of this dashboard" in refusal(postgres_url)


def test_a_store_of_a_newer_version_is_refused(postgres_url):
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert "was written by a newer version of the dashboard (schema 9999)" in refusal(postgres_url)


def test_processes_that_start_together_bring_the_store_up_once(postgres_url):
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    failures = []

    def start() -> None:
        try:
            open_store(postgres_url).dispose()
        except Exception as error:
            failures.append(error)

    starters = [threading.Thread(target=start) for _ in range(4)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    assert failures == []
    with engine.connect() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    assert found == [migrate.newest_version()]
    assert inspect(engine).has_table("scenarios")
    engine.dispose()


def test_a_read_sees_one_state_of_the_store(postgres_url):
    engine = open_store(postgres_url)
    with reading(engine) as connection:
        level = connection.execute(text("SHOW transaction_isolation")).scalar_one()
    assert level == "repeatable read"
    engine.dispose()
