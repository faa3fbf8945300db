"""Where does a set of facts come from, and does it count yet?"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base, Revision
from unpol_data.store.tables.constraints import (
    ASSESSMENT_KINDS,
    ASSESSMENT_STATES,
    between,
    one_of,
)


class Assessment(Base):
    """One file or form of facts about one mission, with its source, period and state.

    Its facts count from `published_on` while its state is approved. `sensitivity` is the
    clearance needed to see them: 0 Unclassified, 1 Confidential, 2 Strictly Confidential.
    """

    __tablename__ = "assessments"
    __table_args__ = (
        CheckConstraint("assessed_from <= assessed_to", name="period_in_order"),
        CheckConstraint(
            "state NOT IN ('approved', 'superseded') OR "
            "(published_on IS NOT NULL AND approved_at IS NOT NULL AND approved_by IS NOT NULL)",
            name="published_when_approved",
        ),
        CheckConstraint(
            "state <> 'withdrawn' OR withdrawn_at IS NOT NULL", name="dated_when_withdrawn"
        ),
        one_of("state", ASSESSMENT_STATES),
        one_of("kind", ASSESSMENT_KINDS),
        between("sensitivity", 0, 2),
        UniqueConstraint("mission_code", "content_digest", name="same_content_once"),
        Index("ix_assessments_effective", "mission_code", "state", "published_on"),
    )

    assessment_id: Mapped[int] = mapped_column(primary_key=True)
    mission_code: Mapped[str]
    kind: Mapped[str]
    round_label: Mapped[str | None]
    assessed_from: Mapped[date]
    assessed_to: Mapped[date]
    modality: Mapped[str | None]
    sensitivity: Mapped[int]
    source: Mapped[str]
    summary: Mapped[str | None]
    illustrative: Mapped[bool]
    state: Mapped[str]
    file_name: Mapped[str | None]
    content_digest: Mapped[str]
    imported_at: Mapped[datetime]
    imported_by: Mapped[str]
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None]
    published_on: Mapped[date | None]
    withdrawn_at: Mapped[datetime | None]
    recorded_revision: Mapped[Revision]
