"""Revisions, sites and assessments."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of this step."""
    _revisions()
    _audit_entries()
    _sites()
    _assessments()


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_revisions"),
    )


def _audit_entries() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.ForeignKeyConstraint(
            ["revision"], ["revisions.revision"], name="fk_audit_entries_revision"
        ),
        sa.PrimaryKeyConstraint("revision", name="pk_audit_entries"),
    )


def _sites() -> None:
    op.create_table(
        "sites",
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.CheckConstraint(
            "substr(site_code, 1, length(mission_code) + 1) = mission_code || '-'",
            name="site_code_of_its_mission",
        ),
        sa.PrimaryKeyConstraint("site_code", name="pk_sites"),
    )
    op.create_index("ix_sites_mission_code", "sites", ["mission_code"])


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("round_label", sa.String()),
        sa.Column("assessed_from", sa.Date(), nullable=False),
        sa.Column("assessed_to", sa.Date(), nullable=False),
        sa.Column("modality", sa.String()),
        sa.Column("sensitivity", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("summary", sa.String()),
        sa.Column("illustrative", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("file_name", sa.String()),
        sa.Column("content_digest", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.String(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        sa.Column("approved_by", sa.String()),
        sa.Column("published_on", sa.Date()),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        *_assessment_rules(),
        sa.ForeignKeyConstraint(
            ["recorded_revision"], ["revisions.revision"], name="fk_assessments_recorded_revision"
        ),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_assessments"),
        sa.UniqueConstraint("mission_code", "content_digest", name="same_content_once"),
    )
    op.create_index(
        "ix_assessments_effective", "assessments", ["mission_code", "state", "published_on"]
    )


def _assessment_rules() -> list[sa.Constraint]:
    return [
        sa.CheckConstraint(
            "kind IN ('assessment', 'measurements', 'equipment', 'threats', 'answers', 'sites')",
            name="known_kind",
        ),
        sa.CheckConstraint(
            "state <> 'withdrawn' OR withdrawn_at IS NOT NULL", name="dated_when_withdrawn"
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'reviewed', 'approved', 'superseded', 'withdrawn')",
            name="known_state",
        ),
        sa.CheckConstraint(
            "state NOT IN ('approved', 'superseded') OR "
            "(published_on IS NOT NULL AND approved_at IS NOT NULL AND approved_by IS NOT NULL)",
            name="published_when_approved",
        ),
        sa.CheckConstraint("assessed_from <= assessed_to", name="period_in_order"),
        sa.CheckConstraint("sensitivity BETWEEN 0 AND 2", name="sensitivity_in_range"),
    ]
