"""Which trainings were held?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import not_negative
from unpol_data.store.tables.records.record import Record, promises


class Training(Record, Base):
    """A training that was held, with how many women and men completed it."""

    __tablename__ = "trainings"
    __table_args__ = promises(
        not_negative("women_trained", name="women_not_negative"),
        not_negative("men_trained", name="men_not_negative"),
    )

    training_code: Mapped[str] = mapped_column(primary_key=True)
    document_code: Mapped[str]
    mission_code: Mapped[str | None]
    held_on: Mapped[date]
    women_trained: Mapped[int | None]
    men_trained: Mapped[int | None]
