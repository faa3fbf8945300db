"""Who changed what in the store, and when?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base


class Revision(Base):
    """One act that changed the store. The newest number is the key of every cached read."""

    __tablename__ = "revisions"

    revision: Mapped[int] = mapped_column(primary_key=True)
    recorded_at: Mapped[datetime]
    account: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str]


class AuditEntry(Base):
    """What an act found and what it left, as JSON; one for each revision."""

    __tablename__ = "audit_entries"

    revision: Mapped[int] = mapped_column(ForeignKey("revisions.revision"), primary_key=True)
    recorded_at: Mapped[datetime]
    account: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str]
    before: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
