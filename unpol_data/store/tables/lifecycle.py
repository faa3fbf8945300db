"""Which steps has an assessment taken, and what was said of its answers meanwhile?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base, Revision
from unpol_data.store.tables.constraints import ASSESSMENT_STEPS, SIDES, one_of

SAID = "length(trim(words)) > 0"
REASONED = "step NOT IN ('return', 'withdraw') OR (reason IS NOT NULL AND length(trim(reason)) > 0)"


class AssessmentStep(Base):
    """One step in the life of an assessment: who took it, in which role, when and why."""

    __tablename__ = "assessment_steps"
    __table_args__ = (
        one_of("step", ASSESSMENT_STEPS),
        CheckConstraint(REASONED, name="returned_and_withdrawn_with_a_reason"),
        Index("ix_assessment_steps_assessment_id", "assessment_id"),
    )

    step_id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.assessment_id"))
    step: Mapped[str]
    account: Mapped[str]
    role: Mapped[str | None]
    reason: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_revision: Mapped[Revision]


class AnswerComment(Base):
    """What a reader said of one answer, or of the whole assessment where no answer is named."""

    __tablename__ = "answer_comments"
    __table_args__ = (
        one_of("side", SIDES),
        CheckConstraint(SAID, name="says_something"),
        CheckConstraint(
            "(site_code IS NULL) = (item_code IS NULL) AND (site_code IS NULL) = (side IS NULL)",
            name="one_answer_or_the_whole",
        ),
        CheckConstraint(
            "(resolved_at IS NULL) = (resolved_by IS NULL)", name="resolved_by_somebody"
        ),
        Index("ix_answer_comments_assessment_id", "assessment_id"),
    )

    comment_id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.assessment_id"))
    site_code: Mapped[str | None] = mapped_column(ForeignKey("sites.site_code"))
    item_code: Mapped[str | None]
    side: Mapped[str | None]
    words: Mapped[str]
    account: Mapped[str]
    role: Mapped[str | None]
    commented_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str | None]
    recorded_revision: Mapped[Revision]
