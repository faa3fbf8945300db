"""What equipment is required, held and serviceable at each site?"""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import AssessmentKey, Base, Site
from unpol_data.store.tables.constraints import SIDES, not_negative, one_of


class EquipmentLine(Base):
    """One line of equipment of one side at one site, as counted on a date."""

    __tablename__ = "equipment_lines"
    __table_args__ = (
        one_of("side", SIDES),
        CheckConstraint("serviceable <= held", name="serviceable_within_held"),
        not_negative("required", "held", "serviceable", name="counts_not_negative"),
        Index("ix_equipment_lines_site_code", "site_code"),
    )

    assessment_id: Mapped[AssessmentKey]
    site_code: Mapped[Site] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    equipment_code: Mapped[str] = mapped_column(primary_key=True)
    required: Mapped[int]
    held: Mapped[int]
    serviceable: Mapped[int]
    evidence_grade: Mapped[str | None]
    counted_on: Mapped[date]
    note: Mapped[str | None]
