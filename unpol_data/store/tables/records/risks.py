"""What could go wrong with the assessments, and what answers it?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import one_of
from unpol_data.store.tables.records.record import Record, promises

LEVELS = ("low", "medium", "high")


class Risk(Record, Base):
    """A risk to the assessments or to what follows from them."""

    __tablename__ = "risks"
    __table_args__ = promises(
        one_of("likelihood", LEVELS),
        one_of("impact", LEVELS),
        one_of("state", ("open", "answered", "occurred", "closed")),
    )

    risk_code: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    risk_kind: Mapped[str]
    likelihood: Mapped[str]
    impact: Mapped[str]
    mitigation: Mapped[str]
    state: Mapped[str]
    office: Mapped[str]
    review_on: Mapped[date | None]
    mission_code: Mapped[str | None]
