"""Which field sites does a mission have, and what is known of each?"""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import AssessmentKey, Base
from unpol_data.store.tables.base import Site as SiteKey
from unpol_data.store.tables.constraints import between, not_negative


class Site(Base):
    """A field site, known once and for all by its code, such as MINUSCA-BAMBARI."""

    __tablename__ = "sites"
    __table_args__ = (
        CheckConstraint(
            "substr(site_code, 1, length(mission_code) + 1) = mission_code || '-'",
            name="site_code_of_its_mission",
        ),
        Index("ix_sites_mission_code", "mission_code"),
    )

    site_code: Mapped[str] = mapped_column(primary_key=True)
    mission_code: Mapped[str]


class SiteFacts(Base):
    """What one assessment says of one site."""

    __tablename__ = "site_facts"
    __table_args__ = (
        between("latitude", -90, 90),
        between("longitude", -180, 180),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="place_complete"),
        not_negative("unpol_served", "users", "host_officers_served", name="people_not_negative"),
    )

    assessment_id: Mapped[AssessmentKey]
    site_code: Mapped[SiteKey] = mapped_column(primary_key=True)
    name: Mapped[str]
    site_kind: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    unpol_served: Mapped[int | None]
    users: Mapped[int | None]
    host_officers_served: Mapped[int | None]
    closed: Mapped[bool]
    note: Mapped[str | None]
