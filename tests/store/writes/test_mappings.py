"""What is said of the columns of a table of others is kept."""

from sqlalchemy import select

from unpol_data.store import reading
from unpol_data.store.tables import AuditEntry, ColumnMapping
from unpol_data.store.writes import keep_mapping

FIRST = {"columns": {"Place": ["site_code", ""]}, "constants": {}}
SECOND = {"columns": {"Place": ["note", ""]}, "constants": {"side": "unpol"}}


def keep(engine, column_map=FIRST, kind="answers") -> bool:
    return keep_mapping(engine, "ab" * 32, kind=kind, column_map=column_map, account="ada")


def rows(engine, table):
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(select(table.__table__)).mappings()]


def test_a_mapping_is_kept_with_who_said_it(engine):
    assert keep(engine)
    (kept,) = rows(engine, ColumnMapping)
    assert (kept["column_map"], kept["account"], kept["kind"]) == (FIRST, "ada", "answers")
    (audit,) = rows(engine, AuditEntry)
    assert (audit["act"], audit["before"], audit["after"]) == ("keep_mapping", None, FIRST)


def test_the_same_again_changes_nothing(engine):
    keep(engine)
    assert not keep(engine)
    assert len(rows(engine, ColumnMapping)) == len(rows(engine, AuditEntry)) == 1


def test_another_one_for_the_same_headings_is_kept_beside_the_first(engine):
    keep(engine)
    assert keep(engine, SECOND)
    assert [row["column_map"] for row in rows(engine, ColumnMapping)] == [FIRST, SECOND]
    assert rows(engine, AuditEntry)[1]["before"] == FIRST


def test_each_kind_has_its_own(engine):
    keep(engine)
    assert keep(engine, kind="sites")
