"""What does the plan cost?"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import not_negative, one_of
from unpol_data.store.tables.records.record import Record, promises


class BudgetLine(Record, Base):
    """Money of the plan, in dollars without programme support, which is computed."""

    __tablename__ = "budget_lines"
    __table_args__ = promises(
        one_of("category", ("travel", "other")),
        not_negative("budgeted_usd", name="budgeted_not_negative"),
        not_negative("committed_usd", name="committed_not_negative"),
        not_negative("spent_usd", name="spent_not_negative"),
    )

    line_code: Mapped[str] = mapped_column(primary_key=True)
    visit_code: Mapped[str | None]
    category: Mapped[str]
    budgeted_usd: Mapped[float | None]
    committed_usd: Mapped[float | None]
    spent_usd: Mapped[float | None]
    booked_on: Mapped[date | None]
