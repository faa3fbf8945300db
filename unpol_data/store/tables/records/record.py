"""What have all records of the programme in common?"""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Revision
from unpol_data.store.tables.constraints import between

HRDDP_STATUSES = (
    "not_assessed",
    "under_assessment",
    "cleared",
    "cleared_with_measures",
    "declined",
)
HOLDERS = ("spc", "spt", "deployed")
RETIRED = "retired = (retired_reason IS NOT NULL AND length(trim(retired_reason)) > 0)"


class Record:
    """One version of a record; the newest is in force, earlier ones stay as they were.

    A record that is retired stays too: its newest version says so, and why.
    """

    version: Mapped[int] = mapped_column(primary_key=True)
    sensitivity: Mapped[int]
    source: Mapped[str]
    illustrative: Mapped[bool]
    note: Mapped[str | None]
    retired: Mapped[bool]
    retired_reason: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]
    recorded_revision: Mapped[Revision]


def promises(*own: CheckConstraint) -> tuple[CheckConstraint, ...]:
    """What every kind promises, and what only this one does."""
    return (
        CheckConstraint("version >= 1", name="versions_from_1"),
        between("sensitivity", 0, 2),
        CheckConstraint(RETIRED, name="retired_with_a_reason"),
        *own,
    )


def in_order(first: str, last: str, name: str = "period_in_order") -> CheckConstraint:
    """The period does not end before it begins."""
    return CheckConstraint(f"{first} <= {last}", name=name)
