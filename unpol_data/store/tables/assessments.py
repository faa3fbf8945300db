"""Where does a set of facts come from, and does it count yet?"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base, Revision
from unpol_data.store.tables.constraints import (
    ASSESSMENT_KINDS,
    ASSESSMENT_STATES,
    between,
    one_of,
)

NOT_WITHDRAWN = text("state <> 'withdrawn'")


class Assessment(Base):
    """One file or form of facts about one mission, with its source, period and state.

    Its facts count from `published_on` while its state is approved; those of a superseded one
    until `superseded_on`, the day from which the assessment that `replaces` it counts.
    `sensitivity` is the clearance needed to see them: 0 Unclassified, 1 Confidential,
    2 Strictly Confidential. `reference` names the document an earlier finding was taken from.
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
        CheckConstraint(
            "(state = 'superseded') = (superseded_on IS NOT NULL)", name="dated_when_superseded"
        ),
        CheckConstraint("published_on <= superseded_on", name="superseded_after_publication"),
        CheckConstraint("replaces <> assessment_id", name="replaces_another"),
        one_of("state", ASSESSMENT_STATES),
        one_of("kind", ASSESSMENT_KINDS),
        between("sensitivity", 0, 2),
        Index(
            "same_content_once",
            "mission_code",
            "content_digest",
            unique=True,
            sqlite_where=NOT_WITHDRAWN,
            postgresql_where=NOT_WITHDRAWN,
        ),
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
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[str | None]
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None]
    published_on: Mapped[date | None]
    superseded_on: Mapped[date | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None]
    replaces: Mapped[int | None] = mapped_column(ForeignKey("assessments.assessment_id"))
    reference: Mapped[str | None]
    recorded_revision: Mapped[Revision]
