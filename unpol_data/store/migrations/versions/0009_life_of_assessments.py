"""Steps and comments of an assessment, what replaces it, and the modality of each answer."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NOT_WITHDRAWN = sa.text("state <> 'withdrawn'")
UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the columns, loosen the rule of same content, create two tables."""
    _assessments()
    _answers()
    _assessment_steps()
    _answer_comments()


def _assessments() -> None:
    """SQLite keeps no names of rules it could read back, so the table as it was is told here."""
    with op.batch_alter_table("assessments", copy_from=_assessments_before()) as table:
        for name in ("submitted", "reviewed"):
            table.add_column(sa.Column(f"{name}_at", UTC))
            table.add_column(sa.Column(f"{name}_by", sa.String()))
        table.add_column(sa.Column("superseded_on", sa.Date()))
        table.add_column(sa.Column("withdrawn_by", sa.String()))
        table.add_column(sa.Column("replaces", sa.Integer()))
        table.add_column(sa.Column("reference", sa.String()))
        table.create_foreign_key(
            "fk_assessments_replaces", "assessments", ["replaces"], ["assessment_id"]
        )
        table.create_check_constraint(
            "dated_when_superseded", "(state = 'superseded') = (superseded_on IS NOT NULL)"
        )
        table.create_check_constraint(
            "superseded_after_publication", "published_on <= superseded_on"
        )
        table.create_check_constraint("replaces_another", "replaces <> assessment_id")
        table.drop_constraint("same_content_once", type_="unique")
    op.create_index(
        "same_content_once",
        "assessments",
        ["mission_code", "content_digest"],
        unique=True,
        sqlite_where=NOT_WITHDRAWN,
        postgresql_where=NOT_WITHDRAWN,
    )


def _answers() -> None:
    kept = {"sqlite_with_rowid": False}
    with op.batch_alter_table("answers", copy_from=_answers_before(), table_kwargs=kept) as table:
        table.add_column(sa.Column("modality", sa.String()))
        table.create_check_constraint("known_modality", "modality IN ('in_person', 'remote')")


def _recorded(table_name: str, column: str = "recorded_revision") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["revisions.revision"], name=f"fk_{table_name}_{column}"
    )


def _of_assessment(table_name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["assessment_id"], ["assessments.assessment_id"], name=f"fk_{table_name}_assessment_id"
    )


def _of_site(table_name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["site_code"], ["sites.site_code"], name=f"fk_{table_name}_site_code"
    )


def _assessment_steps() -> None:
    op.create_table(
        "assessment_steps",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("role", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("recorded_at", UTC, nullable=False),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "step IN ('record', 'change', 'submit', 'return', 'review', 'approve', "
            "'supersede', 'withdraw')",
            name="known_step",
        ),
        sa.CheckConstraint(
            "step NOT IN ('return', 'withdraw') OR "
            "(reason IS NOT NULL AND length(trim(reason)) > 0)",
            name="returned_and_withdrawn_with_a_reason",
        ),
        _of_assessment("assessment_steps"),
        _recorded("assessment_steps"),
        sa.PrimaryKeyConstraint("step_id", name="pk_assessment_steps"),
    )
    op.create_index("ix_assessment_steps_assessment_id", "assessment_steps", ["assessment_id"])


def _answer_comments() -> None:
    op.create_table(
        "answer_comments",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String()),
        sa.Column("item_code", sa.String()),
        sa.Column("side", sa.String()),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("role", sa.String()),
        sa.Column("commented_at", UTC, nullable=False),
        sa.Column("resolved_at", UTC),
        sa.Column("resolved_by", sa.String()),
        sa.Column("recorded_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("length(trim(words)) > 0", name="says_something"),
        sa.CheckConstraint(
            "(site_code IS NULL) = (item_code IS NULL) AND (site_code IS NULL) = (side IS NULL)",
            name="one_answer_or_the_whole",
        ),
        sa.CheckConstraint(
            "(resolved_at IS NULL) = (resolved_by IS NULL)", name="resolved_by_somebody"
        ),
        _of_assessment("answer_comments"),
        _of_site("answer_comments"),
        _recorded("answer_comments"),
        sa.PrimaryKeyConstraint("comment_id", name="pk_answer_comments"),
    )
    op.create_index("ix_answer_comments_assessment_id", "answer_comments", ["assessment_id"])


def _assessments_before() -> sa.Table:
    return sa.Table(
        "assessments",
        sa.MetaData(),
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
        sa.Index("ix_assessments_effective", "mission_code", "state", "published_on"),
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


def _answers_before() -> sa.Table:
    return sa.Table(
        "answers",
        sa.MetaData(),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("item_code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("value", sa.Double()),
        sa.Column("needed", sa.Double()),
        sa.Column("evidence_grade", sa.String()),
        sa.Column("answered_on", sa.Date()),
        sa.Column("respondent_role", sa.String()),
        sa.Column("cause", sa.String()),
        sa.Column("note", sa.String()),
        sa.CheckConstraint(
            "(state = 'answered') = (value IS NOT NULL)", name="value_exactly_when_answered"
        ),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint(
            "state <> 'answered' OR (evidence_grade IS NOT NULL AND answered_on IS NOT NULL)",
            name="answered_with_grade_and_date",
        ),
        sa.CheckConstraint(
            "state IN ('answered', 'unknown', 'not_applicable', 'not_provided')", name="known_state"
        ),
        sa.CheckConstraint("needed >= 0", name="needed_in_range"),
        sa.CheckConstraint("value >= 0", name="value_in_range"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.assessment_id"], name="fk_answers_assessment_id"
        ),
        sa.ForeignKeyConstraint(["site_code"], ["sites.site_code"], name="fk_answers_site_code"),
        sa.PrimaryKeyConstraint(
            "assessment_id", "site_code", "item_code", "side", name="pk_answers"
        ),
        sa.Index("ix_answers_site_code_item_code", "site_code", "item_code"),
        sqlite_with_rowid=False,
    )
