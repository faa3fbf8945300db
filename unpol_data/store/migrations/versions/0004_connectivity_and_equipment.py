"""The figures of connectivity and equipment."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of this step."""
    _site_connectivity()
    _site_measures()
    _monthly_measurements()
    _site_equipment()
    _mission_equipment()


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


def _site_connectivity() -> None:
    op.create_table(
        "site_connectivity",
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("gap", sa.Double()),
        sa.Column("limiting_factor", sa.String()),
        sa.Column("measured_on", sa.Date()),
        sa.Column("served", sa.Integer()),
        *_summary_columns(),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("gap BETWEEN 0 AND 1", name="gap_in_range"),
        sa.CheckConstraint("served >= 0", name="served_not_negative"),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_site_connectivity_site_code"
        ),
        *_summary_rules("site_connectivity"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "horizon",
            "site_code",
            "from_on",
            "revision_from",
            name="pk_site_connectivity",
        ),
        sqlite_with_rowid=False,
    )


def _site_measures() -> None:
    op.create_table(
        "site_measures",
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.Double()),
        sa.Column("required", sa.Double()),
        sa.Column("attainment", sa.Double()),
        sa.Column("measured_on", sa.Date()),
        *_summary_columns(),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("attainment BETWEEN 0 AND 1", name="attainment_in_range"),
        sa.CheckConstraint("value >= 0 AND required >= 0", name="value_in_range"),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_site_measures_site_code"
        ),
        *_summary_rules("site_measures"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "horizon",
            "site_code",
            "measure",
            "from_on",
            "revision_from",
            name="pk_site_measures",
        ),
        sqlite_with_rowid=False,
    )


def _monthly_measurements() -> None:
    op.create_table(
        "monthly_measurements",
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("mean_value", sa.Double(), nullable=False),
        sa.Column("measurement_count", sa.Integer(), nullable=False),
        *_summary_columns(),
        sa.CheckConstraint("mean_value >= 0", name="value_in_range"),
        sa.CheckConstraint("measurement_count >= 0", name="count_not_negative"),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_monthly_measurements_site_code"
        ),
        *_summary_rules("monthly_measurements"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "site_code",
            "measure",
            "month",
            "from_on",
            "revision_from",
            name="pk_monthly_measurements",
        ),
        sqlite_with_rowid=False,
    )


def _site_equipment() -> None:
    op.create_table(
        "site_equipment",
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("counted_on", sa.Date()),
        *_summary_columns(),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("equipment_code", sa.String(), nullable=False),
        sa.Column("required", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("serviceable", sa.Integer(), nullable=False),
        sa.Column("never_held", sa.Integer(), nullable=False),
        sa.Column("unserviceable", sa.Integer(), nullable=False),
        sa.Column("short", sa.Integer(), nullable=False),
        sa.Column("cost_to_close_usd", sa.Double()),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("cost_to_close_usd >= 0", name="cost_not_negative"),
        sa.CheckConstraint(
            "required >= 0 AND held >= 0 AND serviceable >= 0 AND "
            "never_held >= 0 AND unserviceable >= 0",
            name="counts_not_negative",
        ),
        sa.CheckConstraint("serviceable <= held", name="serviceable_within_held"),
        sa.CheckConstraint("short = never_held + unserviceable", name="short_adds_up"),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_site_equipment_site_code"
        ),
        *_summary_rules("site_equipment"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "site_code",
            "equipment_code",
            "from_on",
            "revision_from",
            name="pk_site_equipment",
        ),
        sqlite_with_rowid=False,
    )


def _mission_equipment() -> None:
    op.create_table(
        "mission_equipment",
        sa.Column("sites_short", sa.Integer(), nullable=False),
        *_summary_columns(),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("equipment_code", sa.String(), nullable=False),
        sa.Column("required", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("serviceable", sa.Integer(), nullable=False),
        sa.Column("never_held", sa.Integer(), nullable=False),
        sa.Column("unserviceable", sa.Integer(), nullable=False),
        sa.Column("short", sa.Integer(), nullable=False),
        sa.Column("cost_to_close_usd", sa.Double()),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("cost_to_close_usd >= 0", name="cost_not_negative"),
        sa.CheckConstraint(
            "required >= 0 AND held >= 0 AND serviceable >= 0 AND "
            "never_held >= 0 AND unserviceable >= 0",
            name="counts_not_negative",
        ),
        sa.CheckConstraint("serviceable <= held", name="serviceable_within_held"),
        sa.CheckConstraint("short = never_held + unserviceable", name="short_adds_up"),
        sa.CheckConstraint("sites_short >= 0", name="sites_not_negative"),
        *_summary_rules("mission_equipment"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "equipment_code",
            "from_on",
            "revision_from",
            name="pk_mission_equipment",
        ),
        sqlite_with_rowid=False,
    )
