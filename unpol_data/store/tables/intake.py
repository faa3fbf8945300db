"""Which submissions came in with an assessment, and how were the columns of a file mapped?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import AssessmentKey, Base, Revision, Site
from unpol_data.store.tables.constraints import SIDES, one_of


class Submission(Base):
    """One form that was sent in, known by the identifier its server gave it and by its answers."""

    __tablename__ = "submissions"
    __table_args__ = (
        one_of("side", SIDES),
        Index("ix_submissions_submission_uuid", "submission_uuid"),
        Index("ix_submissions_submission_digest", "submission_digest"),
    )

    assessment_id: Mapped[AssessmentKey]
    submission_uuid: Mapped[str] = mapped_column(primary_key=True)
    submission_digest: Mapped[str]
    site_code: Mapped[Site]
    side: Mapped[str]


class ColumnMapping(Base):
    """How the columns of a file that was not ours were understood, to be used again.

    Known by a digest of its headings and by what it holds; the newest one is used.
    `column_map` is {"columns": {heading: [column of the data dictionary, unit]},
    "constants": {column: what holds for all rows}}.
    """

    __tablename__ = "column_mappings"
    __table_args__ = (Index("ix_column_mappings_headings_digest", "headings_digest", "kind"),)

    mapping_id: Mapped[int] = mapped_column(primary_key=True)
    headings_digest: Mapped[str]
    kind: Mapped[str]
    column_map: Mapped[Any] = mapped_column(JSON)
    account: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_revision: Mapped[Revision]
