"""The programme: visits, budget, guidance and training."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

UTC = sa.DateTime(timezone=True)

RETIRED = "retired = (retired_reason IS NOT NULL AND length(trim(retired_reason)) > 0)"


def upgrade() -> None:
    """Create the tables."""
    _visits()
    _budget_lines()
    _guidance_documents()
    _considerations()
    _document_reviews()
    _trainings()


def _versioned(name: str, key: list[str], *own: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        *own,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sensitivity", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("illustrative", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String()),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("retired_reason", sa.String()),
        sa.Column("recorded_at", UTC, nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("version >= 1", name="versions_from_1"),
        sa.CheckConstraint("sensitivity BETWEEN 0 AND 2", name="sensitivity_in_range"),
        sa.CheckConstraint(RETIRED, name="retired_with_a_reason"),
        sa.ForeignKeyConstraint(
            ["recorded_revision"], ["revisions.revision"], name=f"fk_{name}_recorded_revision"
        ),
        sa.PrimaryKeyConstraint(*key, "version", name=f"pk_{name}"),
    )


def _visits() -> None:
    _versioned(
        "visits",
        ["visit_code"],
        sa.Column("visit_code", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("modality_reason", sa.String()),
        sa.Column("planned_from", sa.Date(), nullable=False),
        sa.Column("planned_to", sa.Date(), nullable=False),
        sa.Column("made_from", sa.Date()),
        sa.Column("made_to", sa.Date()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("assessors_new_york", sa.Integer(), nullable=False),
        sa.Column("assessors_brindisi", sa.Integer(), nullable=False),
        sa.Column("site_codes", sa.String()),
        sa.Column("round_label", sa.String()),
        sa.CheckConstraint(
            "assessors_new_york >= 0 AND assessors_brindisi >= 0", name="assessors_not_negative"
        ),
        sa.CheckConstraint("state <> 'made' OR made_to IS NOT NULL", name="dated_when_made"),
        sa.CheckConstraint(
            "state IN ('planned', 'under_way', 'made', 'cancelled')", name="known_state"
        ),
        sa.CheckConstraint("made_to IS NULL OR made_from IS NOT NULL", name="made_from_a_day"),
        sa.CheckConstraint("made_from <= made_to", name="made_in_order"),
        sa.CheckConstraint("planned_from <= planned_to", name="planned_in_order"),
    )


def _budget_lines() -> None:
    _versioned(
        "budget_lines",
        ["line_code"],
        sa.Column("line_code", sa.String(), nullable=False),
        sa.Column("visit_code", sa.String()),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("budgeted_usd", sa.Double()),
        sa.Column("committed_usd", sa.Double()),
        sa.Column("spent_usd", sa.Double()),
        sa.Column("booked_on", sa.Date()),
        sa.CheckConstraint("budgeted_usd >= 0", name="budgeted_not_negative"),
        sa.CheckConstraint("committed_usd >= 0", name="committed_not_negative"),
        sa.CheckConstraint("category IN ('travel', 'other')", name="known_category"),
        sa.CheckConstraint("spent_usd >= 0", name="spent_not_negative"),
    )


def _guidance_documents() -> None:
    _versioned(
        "guidance_documents",
        ["document_code"],
        sa.Column("document_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("document_number", sa.String()),
        sa.Column("issued_on", sa.Date()),
        sa.Column("review_due_on", sa.Date()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("office", sa.String()),
        sa.CheckConstraint(
            "state IN ('draft', 'in_force', 'under_review', 'superseded')", name="known_state"
        ),
    )


def _considerations() -> None:
    _versioned(
        "considerations",
        ["document_code", "area_code"],
        sa.Column("document_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("passage", sa.String()),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('absent', 'mentioned', 'adequate', 'needs_update')", name="known_state"
        ),
    )


def _document_reviews() -> None:
    _versioned(
        "document_reviews",
        ["document_code", "reviewer"],
        sa.Column("document_code", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('requested', 'under_way', 'cleared', 'changes_asked')", name="known_state"
        ),
    )


def _trainings() -> None:
    _versioned(
        "trainings",
        ["training_code"],
        sa.Column("training_code", sa.String(), nullable=False),
        sa.Column("document_code", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String()),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("women_trained", sa.Integer()),
        sa.Column("men_trained", sa.Integer()),
        sa.CheckConstraint("men_trained >= 0", name="men_not_negative"),
        sa.CheckConstraint("women_trained >= 0", name="women_not_negative"),
    )
