"""Whom are the host-State police advised by, and which partners help?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import one_of
from unpol_data.store.tables.records.record import HRDDP_STATUSES, Record, in_order, promises


class AdvisoryService(Record, Base):
    """Advice to the host-State police, with its human rights due diligence."""

    __tablename__ = "advisory_services"
    __table_args__ = promises(
        one_of("state", ("planned", "under_way", "completed", "suspended")),
        one_of("hrddp_status", HRDDP_STATUSES),
        in_order("from_on", "to_on"),
    )

    service_code: Mapped[str] = mapped_column(primary_key=True)
    mission_code: Mapped[str]
    area_code: Mapped[str]
    threat_code: Mapped[str | None]
    title: Mapped[str]
    state: Mapped[str]
    hrddp_status: Mapped[str]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]


class Engagement(Record, Base):
    """What is done with a partner institution."""

    __tablename__ = "engagements"
    __table_args__ = promises(
        one_of("state", ("proposed", "agreed", "active", "ended")),
        in_order("from_on", "to_on"),
    )

    engagement_code: Mapped[str] = mapped_column(primary_key=True)
    partner_kind: Mapped[str]
    partner: Mapped[str]
    subject: Mapped[str]
    area_code: Mapped[str | None]
    mission_code: Mapped[str | None]
    state: Mapped[str]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
