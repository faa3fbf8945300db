"""The gaps of sites and missions, by area and dimension."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of this step."""
    _site_dimension_gaps()
    _site_gaps()
    _mission_dimension_gaps()
    _mission_gaps()


def _summary_columns() -> list[sa.Column]:
    return [
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("clearance", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date()),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer()),
    ]


def _summary_rules(table_name: str) -> list[sa.Constraint]:
    return [
        sa.CheckConstraint("from_on < to_on", name="period_in_order"),
        sa.CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        sa.CheckConstraint("clearance BETWEEN 0 AND 2", name="clearance_in_range"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["revisions.revision"], name=f"fk_{table_name}_{column}"
            )
            for column in ("revision_from", "revision_to")
        ),
    ]


def _gap_columns() -> list[sa.Column]:
    return [
        sa.Column(column, sa.Double())
        for column in ("gap", "gap_low", "gap_high", "coverage_share", "confidence")
    ]


def _gap_rules() -> list[sa.Constraint]:
    return [
        *(
            sa.CheckConstraint(f"{column} BETWEEN 0 AND 1", name=f"{column}_in_range")
            for column in ("gap", "coverage_share", "confidence")
        ),
        sa.CheckConstraint(
            "gap_low >= 0 AND gap_low <= gap_high AND gap_high <= 1", name="gap_bounds_in_order"
        ),
    ]


def _site_dimension_gaps() -> None:
    op.create_table(
        "site_dimension_gaps",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("dimension_code", sa.String(), nullable=False),
        *_summary_columns(),
        *_gap_columns(),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_site_dimension_gaps_site_code"
        ),
        *_gap_rules(),
        *_summary_rules("site_dimension_gaps"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "horizon",
            "site_code",
            "area_code",
            "dimension_code",
            "from_on",
            "revision_from",
            name="pk_site_dimension_gaps",
        ),
        sqlite_with_rowid=False,
    )


def _site_gaps() -> None:
    op.create_table(
        "site_gaps",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("gap_arithmetic", sa.Double()),
        sa.Column("gap_harmonic", sa.Double()),
        sa.Column("limiting_dimension", sa.String()),
        sa.Column("served", sa.Integer()),
        *_summary_columns(),
        *_gap_columns(),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("gap_arithmetic BETWEEN 0 AND 1", name="gap_arithmetic_in_range"),
        sa.CheckConstraint("gap_harmonic BETWEEN 0 AND 1", name="gap_harmonic_in_range"),
        sa.CheckConstraint("served >= 0", name="served_not_negative"),
        sa.ForeignKeyConstraint(["site_code"], ["sites.site_code"], name="fk_site_gaps_site_code"),
        *_gap_rules(),
        *_summary_rules("site_gaps"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "horizon",
            "site_code",
            "area_code",
            "from_on",
            "revision_from",
            name="pk_site_gaps",
        ),
        sqlite_with_rowid=False,
    )


def _mission_dimension_gaps() -> None:
    op.create_table(
        "mission_dimension_gaps",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("dimension_code", sa.String(), nullable=False),
        *_summary_columns(),
        *_gap_columns(),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        *_gap_rules(),
        *_summary_rules("mission_dimension_gaps"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "horizon",
            "area_code",
            "dimension_code",
            "from_on",
            "revision_from",
            name="pk_mission_dimension_gaps",
        ),
        sqlite_with_rowid=False,
    )


def _mission_gaps() -> None:
    op.create_table(
        "mission_gaps",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("limiting_dimension", sa.String()),
        sa.Column("worst_site_code", sa.String()),
        sa.Column("served", sa.Integer()),
        sa.Column("exposure_share", sa.Double()),
        sa.Column("sites_scored", sa.Integer(), nullable=False),
        sa.Column("sites_total", sa.Integer(), nullable=False),
        *_summary_columns(),
        *_gap_columns(),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("exposure_share BETWEEN 0 AND 1", name="exposure_share_in_range"),
        sa.CheckConstraint("served >= 0", name="served_not_negative"),
        sa.CheckConstraint(
            "sites_scored >= 0 AND sites_scored <= sites_total", name="sites_scored_of_total"
        ),
        sa.ForeignKeyConstraint(
            ["worst_site_code"], ["sites.site_code"], name="fk_mission_gaps_worst_site_code"
        ),
        *_gap_rules(),
        *_summary_rules("mission_gaps"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "horizon",
            "area_code",
            "from_on",
            "revision_from",
            name="pk_mission_gaps",
        ),
        sqlite_with_rowid=False,
    )
