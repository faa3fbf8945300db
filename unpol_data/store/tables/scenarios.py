"""Which weights have been saved under a name, by whom and why?"""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base, Revision
from unpol_data.store.tables.constraints import between, one_of

SCENARIO_STATES = ("in_use", "retired")


class SavedScenario(Base):
    """One version of a named choice of weights, in whole per cent; the newest one is in force.

    Versions are only added, so a link that names one shows what its sender saw.
    """

    __tablename__ = "scenarios"
    __table_args__ = (
        CheckConstraint("threat_pct + mandate_pct + exposure_pct = 100", name="weights_sum_to_100"),
        *(between(column, 0, 100) for column in ("threat_pct", "mandate_pct", "exposure_pct")),
        CheckConstraint("version >= 1", name="versions_from_1"),
        one_of("state", SCENARIO_STATES),
    )

    scenario_code: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    note: Mapped[str]
    threat_pct: Mapped[int]
    mandate_pct: Mapped[int]
    exposure_pct: Mapped[int]
    state: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]
    recorded_revision: Mapped[Revision]
