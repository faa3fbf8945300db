"""How far is each site from the connection it requires, and what holds it back?"""

from datetime import date

from sqlalchemy.orm import Mapped

from unpol_data.store.tables.base import Base, Site
from unpol_data.store.tables.constraints import not_negative, share
from unpol_data.store.tables.summary import Summary, summary_rules


class SiteConnectivity(Summary, Base):
    """The connectivity gap of one site against its own requirement; missing: not known."""

    __tablename__ = "site_connectivity"
    __table_args__ = summary_rules(
        "horizon",
        "site_code",
        rules=(share("gap"), not_negative("served", name="served_not_negative")),
    )

    horizon: Mapped[str]
    site_code: Mapped[Site]
    gap: Mapped[float | None]
    limiting_factor: Mapped[str | None]
    measured_on: Mapped[date | None]
    served: Mapped[int | None]


class SiteMeasure(Summary, Base):
    """One measure of one site, what is required of it, and how much of that is attained."""

    __tablename__ = "site_measures"
    __table_args__ = summary_rules(
        "horizon",
        "site_code",
        "measure",
        rules=(share("attainment"), not_negative("value", "required", name="value_in_range")),
    )

    horizon: Mapped[str]
    site_code: Mapped[Site]
    measure: Mapped[str]
    value: Mapped[float | None]
    required: Mapped[float | None]
    attainment: Mapped[float | None]
    measured_on: Mapped[date | None]


class MonthlyMeasurement(Summary, Base):
    """The mean of one measure at one site in one month; `month` is its first day."""

    __tablename__ = "monthly_measurements"
    __table_args__ = summary_rules(
        "site_code",
        "measure",
        "month",
        rules=(
            not_negative("mean_value", name="value_in_range"),
            not_negative("measurement_count", name="count_not_negative"),
        ),
    )

    site_code: Mapped[Site]
    measure: Mapped[str]
    month: Mapped[date]
    mean_value: Mapped[float]
    measurement_count: Mapped[int]
