"""What assessments say: sites, answers, equipment, measurements, threats."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of this step."""
    _site_facts()
    _answers()
    _equipment_lines()
    _measurements()
    _threat_ratings()


def _site_facts() -> None:
    op.create_table(
        "site_facts",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("site_kind", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double()),
        sa.Column("longitude", sa.Double()),
        sa.Column("unpol_served", sa.Integer()),
        sa.Column("users", sa.Integer()),
        sa.Column("host_officers_served", sa.Integer()),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String()),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="place_complete"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_in_range"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_in_range"),
        sa.CheckConstraint(
            "unpol_served >= 0 AND users >= 0 AND host_officers_served >= 0",
            name="people_not_negative",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.assessment_id"], name="fk_site_facts_assessment_id"
        ),
        sa.ForeignKeyConstraint(["site_code"], ["sites.site_code"], name="fk_site_facts_site_code"),
        sa.PrimaryKeyConstraint("assessment_id", "site_code", name="pk_site_facts"),
    )


def _answers() -> None:
    op.create_table(
        "answers",
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
        sqlite_with_rowid=False,
    )
    op.create_index("ix_answers_site_code_item_code", "answers", ["site_code", "item_code"])


def _equipment_lines() -> None:
    op.create_table(
        "equipment_lines",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("equipment_code", sa.String(), nullable=False),
        sa.Column("required", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("serviceable", sa.Integer(), nullable=False),
        sa.Column("evidence_grade", sa.String()),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String()),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint(
            "required >= 0 AND held >= 0 AND serviceable >= 0", name="counts_not_negative"
        ),
        sa.CheckConstraint("serviceable <= held", name="serviceable_within_held"),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.assessment_id"],
            name="fk_equipment_lines_assessment_id",
        ),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_equipment_lines_site_code"
        ),
        sa.PrimaryKeyConstraint(
            "assessment_id", "site_code", "side", "equipment_code", name="pk_equipment_lines"
        ),
    )
    op.create_index("ix_equipment_lines_site_code", "equipment_lines", ["site_code"])


def _measurements() -> None:
    op.create_table(
        "measurements",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.CheckConstraint(
            "measure <> 'power_hours_per_day' OR value <= 24", name="hours_within_a_day"
        ),
        sa.CheckConstraint(
            "measure NOT IN ('availability_pct', 'radio_coverage_pct') OR value <= 100",
            name="percentage_within_hundred",
        ),
        sa.CheckConstraint("value >= 0", name="value_in_range"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.assessment_id"], name="fk_measurements_assessment_id"
        ),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_measurements_site_code"
        ),
        sa.PrimaryKeyConstraint(
            "assessment_id", "site_code", "measure", "measured_on", name="pk_measurements"
        ),
    )
    op.create_index("ix_measurements_site_code_measure", "measurements", ["site_code", "measure"])


def _threat_ratings() -> None:
    op.create_table(
        "threat_ratings",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("threat_code", sa.String(), nullable=False),
        sa.Column("level_now", sa.Double()),
        sa.Column("level_emerging", sa.Double()),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint("level_emerging BETWEEN 0 AND 4", name="level_emerging_in_range"),
        sa.CheckConstraint("level_now BETWEEN 0 AND 4", name="level_now_in_range"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.assessment_id"], name="fk_threat_ratings_assessment_id"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "threat_code", name="pk_threat_ratings"),
    )
