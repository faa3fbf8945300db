"""What may a column of a reference table promise?"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its kind (text, number, integer, date), and which list it refers to."""

    kind: str = "text"
    nullable: bool = False
    refers_to: str = ""
    one_of: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


TEXT = Column()
MAYBE = Column(nullable=True)
NUMBER = Column("number")
INTEGER = Column("integer")
DATE = Column("date")
SHARE = Column("number", low=0.0, high=1.0)
YES_NO = Column(one_of=("yes", "no"))
AREA = Column(refers_to="areas")
DIMENSION = Column(refers_to="dimensions")
MISSION = Column(refers_to="missions")
THREAT = Column(refers_to="threats")
SITE_KIND = Column(refers_to="site_kinds")
SIDE = Column(one_of=("unpol", "host_state"))
HORIZON = Column(one_of=("today", "emerging"))


@dataclass(frozen=True)
class Table:
    """One table: its key columns and its columns; `source` is added to every table."""

    key: tuple[str, ...]
    columns: dict[str, Column]


def code_list(key: str, **more: Column) -> Table:
    """A table of codes with their names."""
    return Table((key,), {key: TEXT, "name": TEXT, **more})


CLASS_COLUMNS = {
    "from_gap": Column("integer", nullable=True),
    "to_gap": Column("integer", nullable=True),
    "icon": TEXT,
    "badge_color": TEXT,
    "order": INTEGER,
}
