"""Which guidance is there, and how does it treat technology?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import one_of
from unpol_data.store.tables.records.record import Record, promises


class GuidanceDocument(Record, Base):
    """A policy, a guideline, a manual, a procedure or a curriculum."""

    __tablename__ = "guidance_documents"
    __table_args__ = promises(
        one_of("state", ("draft", "in_force", "under_review", "superseded")),
    )

    document_code: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    document_kind: Mapped[str]
    series: Mapped[str]
    document_number: Mapped[str | None]
    issued_on: Mapped[date | None]
    review_due_on: Mapped[date | None]
    state: Mapped[str]
    office: Mapped[str | None]
    a4p_priority: Mapped[str | None]
    strategy_goal: Mapped[str | None]
    agenda_tags: Mapped[str | None]


class Consideration(Record, Base):
    """How one document treats the technology of one capability area."""

    __tablename__ = "considerations"
    __table_args__ = promises(
        one_of("state", ("absent", "mentioned", "adequate", "needs_update")),
    )

    document_code: Mapped[str] = mapped_column(primary_key=True)
    area_code: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    passage: Mapped[str | None]
    assessed_on: Mapped[date]


class DocumentReview(Record, Base):
    """How far one reviewer is with one document."""

    __tablename__ = "document_reviews"
    __table_args__ = promises(
        one_of("state", ("requested", "under_way", "cleared", "changes_asked")),
    )

    document_code: Mapped[str] = mapped_column(primary_key=True)
    reviewer: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    state_on: Mapped[date]
