"""Who changes the store, what was before and what is after? Every change is one act."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert

from unpol_data.store.engine import rehearsing, writing
from unpol_data.store.tables import AuditEntry, Revision


@dataclass
class Act:
    """One change under way: its connection, its revision, and what the audit will say."""

    connection: Connection
    revision: int
    recorded_at: datetime
    account: str
    name: str
    subject: str
    before: dict[str, Any] | None = field(default=None)
    after: dict[str, Any] | None = field(default=None)


@contextmanager
def acting(
    engine: Engine,
    *,
    act: str,
    subject: str,
    account: str,
    recorded_at: datetime | None = None,
    rehearsal: bool = False,
) -> Iterator[Act]:
    """One act in one transaction: a new revision, the changes of the block, an audit entry.

    Nothing of it is kept when the block raises, nor where it is a rehearsal. `recorded_at` is
    now unless given.
    """
    opened = rehearsing if rehearsal else writing
    with (
        opened(engine) as connection,
        acting_on(
            connection, act=act, subject=subject, account=account, recorded_at=recorded_at
        ) as under_way,
    ):
        yield under_way


@contextmanager
def acting_on(
    connection: Connection,
    *,
    act: str,
    subject: str,
    account: str,
    recorded_at: datetime | None = None,
) -> Iterator[Act]:
    """The same within a writing transaction that is open already."""
    entry = {
        "recorded_at": recorded_at or datetime.now(UTC),
        "account": account,
        "act": act,
        "subject": subject,
    }
    revision = connection.execute(
        insert(Revision).values(**entry).returning(Revision.revision)
    ).scalar_one()
    under_way = Act(connection, revision, entry["recorded_at"], account, act, subject)
    yield under_way
    connection.execute(
        insert(AuditEntry).values(
            revision=revision, before=under_way.before, after=under_way.after, **entry
        )
    )
