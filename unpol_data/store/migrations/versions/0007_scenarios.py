"""Weights saved under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WEIGHTS = ("threat_pct", "mandate_pct", "exposure_pct")


def upgrade() -> None:
    """Create the table of scenarios."""
    op.create_table(
        "scenarios",
        sa.Column("scenario_code", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in WEIGHTS),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "threat_pct + mandate_pct + exposure_pct = 100", name="weights_sum_to_100"
        ),
        *(
            sa.CheckConstraint(f"{name} BETWEEN 0 AND 100", name=f"{name}_in_range")
            for name in WEIGHTS
        ),
        sa.CheckConstraint("version >= 1", name="versions_from_1"),
        sa.CheckConstraint("state IN ('in_use', 'retired')", name="known_state"),
        sa.ForeignKeyConstraint(
            ["recorded_revision"],
            ["revisions.revision"],
            name="fk_scenarios_recorded_revision",
        ),
        sa.PrimaryKeyConstraint("scenario_code", "version", name="pk_scenarios"),
    )
