"""What was answered to each item of the framework, by whom, and how sure is it?"""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from unpol_data.store.tables.base import AssessmentKey, Base, Site
from unpol_data.store.tables.constraints import (
    ANSWER_MODALITIES,
    ANSWER_STATES,
    SIDES,
    not_negative,
    one_of,
)


def _rules() -> tuple[SchemaItem, ...]:
    """What holds of every answer, whether it counts or was replaced."""
    return (
        one_of("side", SIDES),
        one_of("state", ANSWER_STATES),
        one_of("modality", ANSWER_MODALITIES),
        CheckConstraint(
            "(state = 'answered') = (value IS NOT NULL)", name="value_exactly_when_answered"
        ),
        CheckConstraint(
            "state <> 'answered' OR (evidence_grade IS NOT NULL AND answered_on IS NOT NULL)",
            name="answered_with_grade_and_date",
        ),
        not_negative("value", name="value_in_range"),
        not_negative("needed", name="needed_in_range"),
    )


class Answer(Base):
    """One answer to one item for one side at one site; unknown is a state, never a 0.

    `modality` is how this one answer was obtained; missing: as its assessment says.
    """

    __tablename__ = "answers"
    __table_args__ = (
        *_rules(),
        Index("ix_answers_site_code_item_code", "site_code", "item_code"),
        {"sqlite_with_rowid": False},
    )

    assessment_id: Mapped[AssessmentKey]
    site_code: Mapped[Site] = mapped_column(primary_key=True)
    item_code: Mapped[str] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    value: Mapped[float | None]
    needed: Mapped[float | None]
    evidence_grade: Mapped[str | None]
    answered_on: Mapped[date | None]
    modality: Mapped[str | None]
    respondent_role: Mapped[str | None]
    cause: Mapped[str | None]
    note: Mapped[str | None]


class ReplacedAnswer(Base):
    """An answer that a later visit of the same assessment replaced; it counts in no figure.

    `turn` is 1 for the one that stood right before the answer that counts, 2 before that.
    """

    __tablename__ = "replaced_answers"
    __table_args__ = (
        *_rules(),
        CheckConstraint("turn >= 1", name="turns_from_1"),
        Index("ix_replaced_answers_site_code_item_code", "site_code", "item_code"),
        {"sqlite_with_rowid": False},
    )

    assessment_id: Mapped[AssessmentKey]
    site_code: Mapped[Site] = mapped_column(primary_key=True)
    item_code: Mapped[str] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    value: Mapped[float | None]
    needed: Mapped[float | None]
    evidence_grade: Mapped[str | None]
    answered_on: Mapped[date | None]
    modality: Mapped[str | None]
    respondent_role: Mapped[str | None]
    cause: Mapped[str | None]
    note: Mapped[str | None]
