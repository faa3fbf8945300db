"""What is known of each site at a date?"""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from unpol_data.store.tables.base import Base, Site
from unpol_data.store.tables.constraints import between, not_negative
from unpol_data.store.tables.summary import Summary, summary_rules


class SiteProfile(Summary, Base):
    """The facts of one site in force at a date."""

    __tablename__ = "site_profiles"
    __table_args__ = summary_rules(
        "site_code",
        rules=(
            between("latitude", -90, 90),
            between("longitude", -180, 180),
            CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="place_complete"),
            not_negative(
                "unpol_served", "users", "host_officers_served", name="people_not_negative"
            ),
        ),
    )

    site_code: Mapped[Site]
    name: Mapped[str]
    site_kind: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    unpol_served: Mapped[int | None]
    users: Mapped[int | None]
    host_officers_served: Mapped[int | None]
    closed: Mapped[bool]
