"""What does every stored figure say of itself: for whom, from when, known since when?"""

from datetime import date

from sqlalchemy import CheckConstraint, Constraint, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped

from unpol_data.store.tables.base import Revision
from unpol_data.store.tables.constraints import HORIZONS, SIDES, between, one_of


class Summary:
    """A figure of one mission for one clearance, in two times.

    It held in the world from `from_on` up to, not including, `to_on` (missing: still).
    The store said so from `revision_from` up to, not including, `revision_to` (missing:
    it still says so). Written by store.writes.publish and by nothing else.
    """

    mission_code: Mapped[str]
    clearance: Mapped[int]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    revision_from: Mapped[Revision]
    revision_to: Mapped[Revision | None]


def summary_rules(*key: str, rules: tuple[Constraint, ...] = ()) -> tuple:
    """The table arguments of a summary: its key, the rules of all summaries, and its own.

    The key begins with mission and clearance, which every read names, so it is the
    index of the reads too.
    """
    known = {"side": SIDES, "horizon": HORIZONS}
    return (
        PrimaryKeyConstraint("mission_code", "clearance", *key, "from_on", "revision_from"),
        CheckConstraint("from_on < to_on", name="period_in_order"),
        CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        between("clearance", 0, 2),
        *(one_of(column, known[column]) for column in key if column in known),
        *rules,
        {"sqlite_with_rowid": False},
    )
