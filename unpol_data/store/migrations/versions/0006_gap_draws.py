"""The draws behind rank intervals."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of draws."""
    op.create_table(
        "gap_draws",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("draw_count", sa.Integer(), nullable=False),
        sa.Column("gap_draws", sa.LargeBinary(), nullable=False),
        sa.Column("exposure_draws", sa.LargeBinary(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("clearance", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date()),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer()),
        sa.CheckConstraint("from_on < to_on", name="period_in_order"),
        sa.CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        sa.CheckConstraint("clearance BETWEEN 0 AND 2", name="clearance_in_range"),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("horizon IN ('today', 'emerging')", name="known_horizon"),
        sa.CheckConstraint("draw_count > 0", name="draws_counted"),
        *(
            sa.ForeignKeyConstraint([column], ["revisions.revision"], name=f"fk_gap_draws_{column}")
            for column in ("revision_from", "revision_to")
        ),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "side",
            "horizon",
            "area_code",
            "from_on",
            "revision_from",
            name="pk_gap_draws",
        ),
        sqlite_with_rowid=False,
    )
