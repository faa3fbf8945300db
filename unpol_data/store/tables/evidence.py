"""How much has been answered, how well evidenced, and when?"""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import ANSWER_STATES, SIDES, between, not_negative, one_of
from unpol_data.store.tables.summary import Summary


class EvidenceCount(Summary, Base):
    """How many answers of one area and dimension share a state, a grade and a date.

    Grade and date may be missing (an unknown has neither), so this summary is keyed by a
    number of its own.
    """

    __tablename__ = "evidence_counts"
    __table_args__ = (
        CheckConstraint("from_on < to_on", name="period_in_order"),
        CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        between("clearance", 0, 2),
        one_of("side", SIDES),
        one_of("state", ANSWER_STATES),
        not_negative("answer_count", name="count_not_negative"),
        Index("ix_evidence_counts_mission_code", "mission_code", "clearance", "side", "from_on"),
    )

    evidence_count_id: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[str]
    area_code: Mapped[str]
    dimension_code: Mapped[str]
    state: Mapped[str]
    evidence_grade: Mapped[str | None]
    answered_on: Mapped[date | None]
    answer_count: Mapped[int]
