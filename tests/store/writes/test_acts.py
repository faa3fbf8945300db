"""Every act is one transaction, one revision and one audit entry."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, select

from unpol_data.store import reading
from unpol_data.store.tables import AuditEntry, Revision
from unpol_data.store.writes import acting

NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)


def _all(engine: Engine, table) -> list[dict]:
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(select(table.__table__)).mappings()]


def test_every_act_is_one_revision_with_one_audit_entry(engine):
    with acting(engine, act="test", subject="UNMISS", account="ada", recorded_at=NOON) as act:
        assert act.revision == 1
        act.before, act.after = {"state": "draft"}, {"state": "approved"}
    common = {
        "revision": 1,
        "recorded_at": NOON,
        "account": "ada",
        "act": "test",
        "subject": "UNMISS",
    }
    assert _all(engine, Revision) == [common]
    changed = {"before": {"state": "draft"}, "after": {"state": "approved"}}
    assert _all(engine, AuditEntry) == [common | changed]


def test_an_act_is_recorded_now_unless_told_otherwise(engine):
    earliest = datetime.now(UTC)
    with acting(engine, act="test", subject="", account="ada") as act:
        assert earliest <= act.recorded_at <= datetime.now(UTC)


def test_an_act_that_fails_leaves_no_trace(engine):
    def fail():
        with acting(engine, act="test", subject="", account="ada"):
            raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError, match="interrupted"):
        fail()
    assert _all(engine, Revision) == []
    assert _all(engine, AuditEntry) == []


def test_of_a_rehearsal_nothing_is_kept(engine):
    with acting(engine, act="test", subject="UNMISS", account="ada", rehearsal=True) as act:
        assert act.revision == 1
        assert act.connection.execute(select(Revision.revision)).scalar_one() == 1
    assert _all(engine, Revision) == []
    assert _all(engine, AuditEntry) == []
    with acting(engine, act="test", subject="UNMISS", account="ada"):
        pass
    assert len(_all(engine, AuditEntry)) == 1
