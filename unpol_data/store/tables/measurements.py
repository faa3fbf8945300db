"""What was measured at each site's link, and when?"""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import AssessmentKey, Base, Site
from unpol_data.store.tables.constraints import not_negative


class Measurement(Base):
    """One measured value of one measure at one site on one day."""

    __tablename__ = "measurements"
    __table_args__ = (
        not_negative("value", name="value_in_range"),
        CheckConstraint(
            "measure NOT IN ('availability_pct', 'radio_coverage_pct') OR value <= 100",
            name="percentage_within_hundred",
        ),
        CheckConstraint(
            "measure <> 'power_hours_per_day' OR value <= 24", name="hours_within_a_day"
        ),
        Index("ix_measurements_site_code_measure", "site_code", "measure"),
    )

    assessment_id: Mapped[AssessmentKey]
    site_code: Mapped[Site] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    measured_on: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[float]
