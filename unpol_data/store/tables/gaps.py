"""How large is the gap at each site and mission, by area and dimension?"""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base, Site
from unpol_data.store.tables.constraints import not_negative, share
from unpol_data.store.tables.summary import Summary, summary_rules


def _gap_rules() -> tuple[CheckConstraint, ...]:
    return (
        share("gap"),
        share("coverage_share"),
        share("confidence"),
        CheckConstraint(
            "gap_low >= 0 AND gap_low <= gap_high AND gap_high <= 1", name="gap_bounds_in_order"
        ),
    )


class GapColumns:
    """A gap (0 none, 1 whole; missing: not enough evidence), its bounds and its evidence."""

    gap: Mapped[float | None]
    gap_low: Mapped[float | None]
    gap_high: Mapped[float | None]
    coverage_share: Mapped[float | None]
    confidence: Mapped[float | None]


class SiteDimensionGap(Summary, GapColumns, Base):
    """The gap of one dimension of one area at one site; confidence as at `from_on`."""

    __tablename__ = "site_dimension_gaps"
    __table_args__ = summary_rules(
        "side", "horizon", "site_code", "area_code", "dimension_code", rules=_gap_rules()
    )

    side: Mapped[str]
    horizon: Mapped[str]
    site_code: Mapped[Site]
    area_code: Mapped[str]
    dimension_code: Mapped[str]


class SiteGap(Summary, GapColumns, Base):
    """The gap of one area at one site, with the other means of the stability analysis."""

    __tablename__ = "site_gaps"
    __table_args__ = summary_rules(
        "side",
        "horizon",
        "site_code",
        "area_code",
        rules=(
            *_gap_rules(),
            share("gap_arithmetic"),
            share("gap_harmonic"),
            not_negative("served", name="served_not_negative"),
        ),
    )

    side: Mapped[str]
    horizon: Mapped[str]
    site_code: Mapped[Site]
    area_code: Mapped[str]
    gap_arithmetic: Mapped[float | None]
    gap_harmonic: Mapped[float | None]
    limiting_dimension: Mapped[str | None]
    served: Mapped[int | None]


class MissionDimensionGap(Summary, GapColumns, Base):
    """The gap of one dimension of one area in one mission."""

    __tablename__ = "mission_dimension_gaps"
    __table_args__ = summary_rules(
        "side", "horizon", "area_code", "dimension_code", rules=_gap_rules()
    )

    side: Mapped[str]
    horizon: Mapped[str]
    area_code: Mapped[str]
    dimension_code: Mapped[str]


class MissionGap(Summary, GapColumns, Base):
    """The gap of one area in one mission, with its worst site and its exposure."""

    __tablename__ = "mission_gaps"
    __table_args__ = summary_rules(
        "side",
        "horizon",
        "area_code",
        rules=(
            *_gap_rules(),
            share("exposure_share"),
            not_negative("served", name="served_not_negative"),
            CheckConstraint(
                "sites_scored >= 0 AND sites_scored <= sites_total", name="sites_scored_of_total"
            ),
        ),
    )

    side: Mapped[str]
    horizon: Mapped[str]
    area_code: Mapped[str]
    limiting_dimension: Mapped[str | None]
    worst_site_code: Mapped[str | None] = mapped_column(ForeignKey("sites.site_code"))
    served: Mapped[int | None]
    exposure_share: Mapped[float | None]
    sites_scored: Mapped[int]
    sites_total: Mapped[int]
