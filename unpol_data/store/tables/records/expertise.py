"""Who has the expertise that missions ask for?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import not_negative, one_of
from unpol_data.store.tables.records.record import HOLDERS, Record, in_order, promises


class Expertise(Record, Base):
    """Officers with one expertise: counts by role, never names."""

    __tablename__ = "expertise"
    __table_args__ = promises(
        one_of("holder", HOLDERS),
        not_negative("women", "men", name="officers_not_negative"),
    )

    expertise_code: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    mission_code: Mapped[str | None]
    area_code: Mapped[str]
    role: Mapped[str]
    women: Mapped[int]
    men: Mapped[int]
    available_from: Mapped[date | None]


class ExpertiseRequest(Record, Base):
    """A mission's request for expertise and what became of it."""

    __tablename__ = "expertise_requests"
    __table_args__ = promises(
        one_of("state", ("open", "offered", "deployed", "closed", "declined")),
        one_of("holder", HOLDERS),
        in_order("from_on", "to_on"),
    )

    request_code: Mapped[str] = mapped_column(primary_key=True)
    mission_code: Mapped[str]
    area_code: Mapped[str]
    asked_on: Mapped[date]
    state: Mapped[str]
    holder: Mapped[str | None]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
