"""Submissions of forms, and how the columns of foreign files were understood."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the two tables."""
    _submissions()
    _column_mappings()


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("submission_uuid", sa.String(), nullable=False),
        sa.Column("submission_digest", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.assessment_id"], name="fk_submissions_assessment_id"
        ),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_submissions_site_code"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "submission_uuid", name="pk_submissions"),
    )
    for column in ("submission_uuid", "submission_digest"):
        op.create_index(f"ix_submissions_{column}", "submissions", [column])


def _column_mappings() -> None:
    op.create_table(
        "column_mappings",
        sa.Column("mapping_id", sa.Integer(), nullable=False),
        sa.Column("headings_digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("column_map", sa.JSON(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recorded_revision"],
            ["revisions.revision"],
            name="fk_column_mappings_recorded_revision",
        ),
        sa.PrimaryKeyConstraint("mapping_id", name="pk_column_mappings"),
    )
    op.create_index(
        "ix_column_mappings_headings_digest", "column_mappings", ["headings_digest", "kind"]
    )
