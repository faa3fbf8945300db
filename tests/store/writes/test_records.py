"""Records are kept in versions; only what differs becomes a new one, and nothing is lost."""

import pytest
from sqlalchemy import select

from tests.programme_rows import rows
from unpol_data.store import StoreError, reading
from unpol_data.store.tables import RECORDS, AuditEntry
from unpol_data.store.writes import acting, next_versions, record_versions, retire_record


@pytest.fixture
def record(engine):
    """Record rows of a kind in an act of its own."""

    def recorded(kind, *changed):
        with acting(engine, act=f"record_{kind}", subject=kind, account="ada") as act:
            return record_versions(act, kind, rows(kind, *changed))

    return recorded


@pytest.fixture
def retire(engine):
    """Retire a record in an act of its own."""

    def retired(kind, *key, reason="Given up"):
        with acting(engine, act=f"retire_{kind}", subject=kind, account="ada") as act:
            return retire_record(act, kind, key, reason)

    return retired


def kept(engine, table) -> list[dict]:
    """All rows of a table."""
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(select(table.__table__)).mappings()]


def test_new_rows_are_version_1_and_the_same_again_changes_nothing(engine, record):
    for kind in RECORDS:
        first, again = record(kind), record(kind)
        assert [len(first.new), len(first.changed), len(first.same)] == [1, 0, 0], kind
        assert [len(again.new), len(again.changed), len(again.same)] == [0, 0, 1], kind
        assert [row["version"] for row in kept(engine, RECORDS[kind])] == [1], kind


def test_only_rows_that_differ_become_versions_and_the_audit_says_what_changed(engine, record):
    record("lessons", {}, {"lesson_code": "LESSON-2"})
    versions = record("lessons", {"state": "published"}, {"lesson_code": "LESSON-2"})
    assert (versions.changed, versions.same) == ((("LESSON-1",),), (("LESSON-2",),))
    held = sorted(kept(engine, RECORDS["lessons"]), key=lambda row: row["lesson_code"])
    assert [(row["lesson_code"], row["version"]) for row in held] == [
        ("LESSON-1", 1),
        ("LESSON-1", 2),
        ("LESSON-2", 1),
    ]
    assert [row["recorded_revision"] for row in held] == [1, 2, 1]
    entry = kept(engine, AuditEntry)[1]
    assert (entry["act"], entry["subject"]) == ("record_lessons", "lessons")
    assert entry["before"]["LESSON-1"]["state"] == "reviewed"
    assert entry["after"]["LESSON-1"]["state"] == "published"
    assert list(entry["after"]) == ["LESSON-1"]


def test_differences_change_nothing(engine, record):
    record("lessons")
    with reading(engine) as connection:
        found = next_versions(
            connection, "lessons", rows("lessons", {"title": "Other"}, {"lesson_code": "LESSON-2"})
        )
    assert (found.changed, found.new) == ((("LESSON-1",),), (("LESSON-2",),))
    assert len(kept(engine, RECORDS["lessons"])) == 1


def test_a_key_that_stands_there_twice_is_refused(engine, record):
    with pytest.raises(StoreError, match="LESSON-1 stands there twice"):
        record("lessons", {}, {"title": "Other"})
    assert kept(engine, RECORDS["lessons"]) == []


def test_a_retired_record_says_why_and_comes_back_when_recorded_again(engine, record, retire):
    record("lessons")
    assert retire("lessons", "LESSON-1") == 2
    newest = kept(engine, RECORDS["lessons"])[1]
    assert (newest["retired"], newest["retired_reason"]) == (True, "Given up")
    assert newest["title"] == "Spare batteries travel with the radios"
    assert kept(engine, AuditEntry)[1]["after"] == {
        "LESSON-1": {"retired": True, "reason": "Given up"}
    }
    assert record("lessons").changed == (("LESSON-1",),)
    assert [row["retired"] for row in kept(engine, RECORDS["lessons"])] == [False, True, False]


def test_what_is_not_in_force_cannot_be_retired(engine, record, retire):
    with pytest.raises(StoreError, match="no Lesson or good practice LESSON-1 in force"):
        retire("lessons", "LESSON-1")
    record("lessons")
    with pytest.raises(StoreError, match="Say why"):
        retire("lessons", "LESSON-1", reason=" ")


def test_what_others_refer_to_is_not_retired_before_them(engine, record, retire):
    record("visits")
    record("budget_lines")
    with pytest.raises(StoreError, match=r"Visit VISIT-1 is still named by 1 in Budget lines"):
        retire("visits", "VISIT-1")
    retire("budget_lines", "LINE-1")
    assert retire("visits", "VISIT-1") == 2


def test_a_key_of_several_columns_is_one_record(engine, record, retire):
    record("considerations", {}, {"area_code": "power"})
    versions = record("considerations", {"state": "adequate"})
    assert versions.changed == (("SGF-COMMAND", "command"),)
    assert retire("considerations", "SGF-COMMAND", "power") == 2
