"""Which lessons were learned?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import one_of
from unpol_data.store.tables.records.record import Record, promises


class Lesson(Record, Base):
    """A lesson learned or a good practice."""

    __tablename__ = "lessons"
    __table_args__ = promises(
        one_of("state", ("draft", "reviewed", "published")),
    )

    lesson_code: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    lesson_kind: Mapped[str]
    state: Mapped[str]
    words: Mapped[str]
    mission_code: Mapped[str | None]
    area_code: Mapped[str | None]
    threat_code: Mapped[str | None]
    recorded_on: Mapped[date]
