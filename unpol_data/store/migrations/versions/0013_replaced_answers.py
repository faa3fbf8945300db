"""Answers that a later visit of the same assessment replaced."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "replaced_answers",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("item_code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("value", sa.Double()),
        sa.Column("needed", sa.Double()),
        sa.Column("evidence_grade", sa.String()),
        sa.Column("answered_on", sa.Date()),
        sa.Column("modality", sa.String()),
        sa.Column("respondent_role", sa.String()),
        sa.Column("cause", sa.String()),
        sa.Column("note", sa.String()),
        *_rules(),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.assessment_id"],
            name="fk_replaced_answers_assessment_id",
        ),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_replaced_answers_site_code"
        ),
        sa.PrimaryKeyConstraint(
            "assessment_id", "site_code", "item_code", "side", "turn", name="pk_replaced_answers"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_replaced_answers_site_code_item_code", "replaced_answers", ["site_code", "item_code"]
    )


def _rules() -> list[sa.CheckConstraint]:
    known_states = "state IN ('answered', 'unknown', 'not_applicable', 'not_provided')"
    with_grade = "evidence_grade IS NOT NULL AND answered_on IS NOT NULL"
    rules = {
        "known_side": "side IN ('unpol', 'host_state')",
        "known_state": known_states,
        "known_modality": "modality IN ('in_person', 'remote')",
        "value_exactly_when_answered": "(state = 'answered') = (value IS NOT NULL)",
        "answered_with_grade_and_date": f"state <> 'answered' OR ({with_grade})",
        "value_in_range": "value >= 0",
        "needed_in_range": "needed >= 0",
        "turns_from_1": "turn >= 1",
    }
    return [sa.CheckConstraint(rule, name=name) for name, rule in rules.items()]
