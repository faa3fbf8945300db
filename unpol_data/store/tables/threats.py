"""How severe is each crime threat to a mission, now and in the next two to three years?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import AssessmentKey, Base
from unpol_data.store.tables.constraints import between


class ThreatRating(Base):
    """One rating of one crime threat, 0 none to 4 severe; a missing level is not rated."""

    __tablename__ = "threat_ratings"
    __table_args__ = (between("level_now", 0, 4), between("level_emerging", 0, 4))

    assessment_id: Mapped[AssessmentKey]
    mission_code: Mapped[str]
    threat_code: Mapped[str] = mapped_column(primary_key=True)
    level_now: Mapped[float | None]
    level_emerging: Mapped[float | None]
    rated_on: Mapped[date]
    source: Mapped[str]
