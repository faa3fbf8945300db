"""What equipment is short at each site and mission: never held, or unserviceable?"""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from unpol_data.store.tables.base import Base, Site
from unpol_data.store.tables.constraints import not_negative
from unpol_data.store.tables.summary import Summary, summary_rules


def _holding_rules() -> tuple[CheckConstraint, ...]:
    return (
        not_negative(
            "required",
            "held",
            "serviceable",
            "never_held",
            "unserviceable",
            name="counts_not_negative",
        ),
        not_negative("cost_to_close_usd", name="cost_not_negative"),
        CheckConstraint("serviceable <= held", name="serviceable_within_held"),
        CheckConstraint("short = never_held + unserviceable", name="short_adds_up"),
    )


class HoldingColumns:
    """Counts of one equipment line and the cost of closing what is short."""

    side: Mapped[str]
    equipment_code: Mapped[str]
    required: Mapped[int]
    held: Mapped[int]
    serviceable: Mapped[int]
    never_held: Mapped[int]
    unserviceable: Mapped[int]
    short: Mapped[int]
    cost_to_close_usd: Mapped[float | None]


class SiteEquipment(Summary, HoldingColumns, Base):
    """One equipment line of one side at one site."""

    __tablename__ = "site_equipment"
    __table_args__ = summary_rules("side", "site_code", "equipment_code", rules=_holding_rules())

    site_code: Mapped[Site]
    counted_on: Mapped[date | None]


class MissionEquipment(Summary, HoldingColumns, Base):
    """One equipment line of one side, summed over a mission's sites."""

    __tablename__ = "mission_equipment"
    __table_args__ = summary_rules(
        "side",
        "equipment_code",
        rules=(*_holding_rules(), not_negative("sites_short", name="sites_not_negative")),
    )

    sites_short: Mapped[int]
