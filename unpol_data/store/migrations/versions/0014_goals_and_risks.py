"""The programme: which goals guidance serves, and the risks."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UTC = sa.DateTime(timezone=True)

RETIRED = "retired = (retired_reason IS NOT NULL AND length(trim(retired_reason)) > 0)"


def upgrade() -> None:
    """Tell guidance what it serves, and create the table of risks."""
    # Added columns would stand behind the rules in SQLite; a table written anew reads as declared.
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table(
        "guidance_documents", copy_from=_documents_before(), recreate=anew
    ) as table:
        table.add_column(sa.Column("a4p_priority", sa.String()))
        table.add_column(sa.Column("strategy_goal", sa.String()))
        table.add_column(sa.Column("agenda_tags", sa.String()))
    op.create_table("risks", *_risks())


def _of_records(name: str, key: str) -> list[sa.schema.SchemaItem]:
    """What every kind of record has."""
    return [
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
        sa.PrimaryKeyConstraint(key, "version", name=f"pk_{name}"),
    ]


def _documents_before() -> sa.Table:
    return sa.Table(
        "guidance_documents",
        sa.MetaData(),
        sa.Column("document_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("document_number", sa.String()),
        sa.Column("issued_on", sa.Date()),
        sa.Column("review_due_on", sa.Date()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("office", sa.String()),
        *_of_records("guidance_documents", "document_code"),
        sa.CheckConstraint(
            "state IN ('draft', 'in_force', 'under_review', 'superseded')", name="known_state"
        ),
    )


def _risks() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("risk_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("risk_kind", sa.String(), nullable=False),
        sa.Column("likelihood", sa.String(), nullable=False),
        sa.Column("impact", sa.String(), nullable=False),
        sa.Column("mitigation", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("review_on", sa.Date()),
        sa.Column("mission_code", sa.String()),
        *_of_records("risks", "risk_code"),
        sa.CheckConstraint("likelihood IN ('low', 'medium', 'high')", name="known_likelihood"),
        sa.CheckConstraint("impact IN ('low', 'medium', 'high')", name="known_impact"),
        sa.CheckConstraint(
            "state IN ('open', 'answered', 'occurred', 'closed')", name="known_state"
        ),
    ]
