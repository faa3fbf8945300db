"""Which visits are planned and made?"""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import not_negative, one_of
from unpol_data.store.tables.records.record import Record, in_order, promises


class Visit(Record, Base):
    """A visit of a mission, as planned and as made."""

    __tablename__ = "visits"
    __table_args__ = promises(
        one_of("state", ("planned", "under_way", "made", "cancelled")),
        in_order("planned_from", "planned_to", "planned_in_order"),
        in_order("made_from", "made_to", "made_in_order"),
        CheckConstraint("state <> 'made' OR made_to IS NOT NULL", name="dated_when_made"),
        CheckConstraint("made_to IS NULL OR made_from IS NOT NULL", name="made_from_a_day"),
        not_negative("assessors_new_york", "assessors_brindisi", name="assessors_not_negative"),
    )

    visit_code: Mapped[str] = mapped_column(primary_key=True)
    mission_code: Mapped[str]
    modality: Mapped[str]
    modality_reason: Mapped[str | None]
    planned_from: Mapped[date]
    planned_to: Mapped[date]
    made_from: Mapped[date | None]
    made_to: Mapped[date | None]
    state: Mapped[str]
    assessors_new_york: Mapped[int]
    assessors_brindisi: Mapped[int]
    site_codes: Mapped[str | None]
    round_label: Mapped[str | None]
