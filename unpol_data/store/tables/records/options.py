"""What could close gaps, and by how much?"""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.constraints import SIDES, between, not_negative, one_of
from unpol_data.store.tables.records.record import HRDDP_STATUSES, Record, promises


class Option(Record, Base):
    """Something that could be bought, taught or changed to close gaps."""

    __tablename__ = "options"
    __table_args__ = promises(
        one_of("state", ("proposed", "reviewed", "retired")),
        one_of("side", SIDES),
        one_of("hrddp_status", HRDDP_STATUSES),
        one_of("gender_check", ("not_checked", "checked", "changes_asked")),
        between("tech_pct", 0, 100),
        between("adopt_pct", 0, 100),
        not_negative("cost_once_usd", "lead_months", name="cost_and_time_not_negative"),
        not_negative("cost_yearly_usd", name="yearly_cost_not_negative"),
        CheckConstraint(
            "side <> 'host_state' OR hrddp_status IS NOT NULL", name="host_state_with_hrddp"
        ),
        CheckConstraint("parent_code <> option_code", name="parent_is_another"),
    )

    option_code: Mapped[str] = mapped_column(primary_key=True)
    mission_code: Mapped[str]
    title: Mapped[str]
    option_kind: Mapped[str]
    side: Mapped[str]
    cost_once_usd: Mapped[float]
    cost_yearly_usd: Mapped[float | None]
    lead_months: Mapped[int]
    tech_pct: Mapped[float]
    tech_reason: Mapped[str]
    adopt_pct: Mapped[float]
    adopt_reason: Mapped[str]
    parent_code: Mapped[str | None]
    exclusive_group: Mapped[str | None]
    a4p_priority: Mapped[str | None]
    strategy_goal: Mapped[str | None]
    agenda_tags: Mapped[str | None]
    hrddp_status: Mapped[str | None]
    gender_check: Mapped[str]
    state: Mapped[str]


class OptionGain(Record, Base):
    """How far one option lifts one dimension of one area at a site, or at every site."""

    __tablename__ = "option_gains"
    __table_args__ = promises(
        between("attainment_gain_pct", 0, 100),
    )

    option_code: Mapped[str] = mapped_column(primary_key=True)
    site_code: Mapped[str] = mapped_column(primary_key=True)
    area_code: Mapped[str] = mapped_column(primary_key=True)
    dimension_code: Mapped[str] = mapped_column(primary_key=True)
    attainment_gain_pct: Mapped[float]
