"""How severe is each crime threat to each mission, as known at a date?"""

from datetime import date

from sqlalchemy.orm import Mapped

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import share
from unpol_data.store.tables.summary import Summary, summary_rules


class MissionThreat(Summary, Base):
    """The severity of one crime threat to one mission, 0 none to 1 severe."""

    __tablename__ = "mission_threats"
    __table_args__ = summary_rules(
        "threat_code", rules=(share("severity_now"), share("severity_emerging"))
    )

    threat_code: Mapped[str]
    severity_now: Mapped[float | None]
    severity_emerging: Mapped[float | None]
    rated_on: Mapped[date | None]
    source: Mapped[str | None]
