"""Early-warning signals, what people made of them, and which missions were searched."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the three tables; the signals of earlier approvals are sought afterwards."""
    op.create_table(
        "signals",
        sa.Column("rule_code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.Column("basis_on", sa.Date()),
        sa.Column("compared_on", sa.Date()),
        sa.Column("site_code", sa.String()),
        sa.Column("threat_code", sa.String()),
        sa.Column("area_code", sa.String()),
        sa.Column("area_codes", sa.String()),
        sa.Column("value", sa.Double()),
        sa.Column("value_before", sa.Double()),
        sa.Column("limit_value", sa.Double()),
        sa.Column("gap_points", sa.Double()),
        sa.Column("counted", sa.Integer()),
        sa.Column("run_values", sa.String()),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("clearance", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date()),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer()),
        sa.CheckConstraint("from_on < to_on", name="period_in_order"),
        sa.CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        sa.CheckConstraint("holds OR raised_on < from_on", name="resolved_after_raised"),
        sa.CheckConstraint("clearance BETWEEN 0 AND 2", name="clearance_in_range"),
        sa.CheckConstraint("side IN ('unpol', 'host_state', 'any')", name="known_side"),
        sa.CheckConstraint("horizon IN ('today', 'emerging', 'any')", name="known_horizon"),
        sa.CheckConstraint("gap_points BETWEEN 0 AND 100", name="gap_points_in_range"),
        sa.CheckConstraint("value >= 0 AND counted >= 0", name="figures_not_negative"),
        sa.ForeignKeyConstraint(["site_code"], ["sites.site_code"], name="fk_signals_site_code"),
        *(
            sa.ForeignKeyConstraint([column], ["revisions.revision"], name=f"fk_signals_{column}")
            for column in ("revision_from", "revision_to")
        ),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "rule_code",
            "side",
            "horizon",
            "subject",
            "raised_on",
            "from_on",
            "revision_from",
            name="pk_signals",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signal_states",
        sa.Column("signal_state_id", sa.Integer(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("rule_code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("clearance", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('new', 'seen', 'dismissed')", name="known_state"),
        sa.CheckConstraint("clearance BETWEEN 0 AND 2", name="clearance_in_range"),
        sa.CheckConstraint(
            "state <> 'dismissed' OR (reason IS NOT NULL AND length(trim(reason)) > 0)",
            name="dismissed_with_a_reason",
        ),
        sa.ForeignKeyConstraint(
            ["recorded_revision"],
            ["revisions.revision"],
            name="fk_signal_states_recorded_revision",
        ),
        sa.PrimaryKeyConstraint("signal_state_id", name="pk_signal_states"),
    )
    op.create_index("ix_signal_states_mission_code", "signal_states", ["mission_code", "clearance"])
    op.create_table(
        "signal_searches",
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("searched_revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["searched_revision"],
            ["revisions.revision"],
            name="fk_signal_searches_searched_revision",
        ),
        sa.PrimaryKeyConstraint("mission_code", name="pk_signal_searches"),
    )
