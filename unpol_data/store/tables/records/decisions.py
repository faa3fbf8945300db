"""What was decided, and on which figures?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import not_negative, one_of
from unpol_data.store.tables.records.record import Record, in_order, promises


class Decision(Record, Base):
    """What was decided, and the figures it was decided on."""

    __tablename__ = "decisions"
    __table_args__ = promises(
        one_of("state", ("open", "under_way", "done", "dropped")),
        not_negative("store_revision", name="revision_not_negative"),
        in_order("decided_on", "due_on", "due_after_decided"),
    )

    decision_code: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str]
    office: Mapped[str]
    decided_on: Mapped[date]
    due_on: Mapped[date | None]
    state: Mapped[str]
    outcome: Mapped[str | None]
    mission_code: Mapped[str | None]
    area_code: Mapped[str | None]
    threat_code: Mapped[str | None]
    option_code: Mapped[str | None]
    a4p_priority: Mapped[str | None]
    strategy_goal: Mapped[str | None]
    page: Mapped[str]
    link_query: Mapped[str | None]
    store_revision: Mapped[int]
    figures: Mapped[str | None]
