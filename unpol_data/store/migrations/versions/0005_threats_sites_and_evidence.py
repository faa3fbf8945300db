"""The figures of threats, sites and evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of this step."""
    _mission_threats()
    _site_profiles()
    _evidence_counts()


def _summary_columns() -> list[sa.Column]:
    return [
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("clearance", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date()),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer()),
    ]


def _summary_rules(table_name: str) -> list[sa.Constraint]:
    return [
        sa.CheckConstraint("from_on < to_on", name="period_in_order"),
        sa.CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        sa.CheckConstraint("clearance BETWEEN 0 AND 2", name="clearance_in_range"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["revisions.revision"], name=f"fk_{table_name}_{column}"
            )
            for column in ("revision_from", "revision_to")
        ),
    ]


def _mission_threats() -> None:
    op.create_table(
        "mission_threats",
        sa.Column("threat_code", sa.String(), nullable=False),
        sa.Column("severity_now", sa.Double()),
        sa.Column("severity_emerging", sa.Double()),
        sa.Column("rated_on", sa.Date()),
        sa.Column("source", sa.String()),
        *_summary_columns(),
        sa.CheckConstraint("severity_emerging BETWEEN 0 AND 1", name="severity_emerging_in_range"),
        sa.CheckConstraint("severity_now BETWEEN 0 AND 1", name="severity_now_in_range"),
        *_summary_rules("mission_threats"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "threat_code",
            "from_on",
            "revision_from",
            name="pk_mission_threats",
        ),
        sqlite_with_rowid=False,
    )


def _site_profiles() -> None:
    op.create_table(
        "site_profiles",
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("site_kind", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double()),
        sa.Column("longitude", sa.Double()),
        sa.Column("unpol_served", sa.Integer()),
        sa.Column("users", sa.Integer()),
        sa.Column("host_officers_served", sa.Integer()),
        sa.Column("closed", sa.Boolean(), nullable=False),
        *_summary_columns(),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="place_complete"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_in_range"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_in_range"),
        sa.CheckConstraint(
            "unpol_served >= 0 AND users >= 0 AND host_officers_served >= 0",
            name="people_not_negative",
        ),
        sa.ForeignKeyConstraint(
            ["site_code"], ["sites.site_code"], name="fk_site_profiles_site_code"
        ),
        *_summary_rules("site_profiles"),
        sa.PrimaryKeyConstraint(
            "mission_code",
            "clearance",
            "site_code",
            "from_on",
            "revision_from",
            name="pk_site_profiles",
        ),
        sqlite_with_rowid=False,
    )


def _evidence_counts() -> None:
    op.create_table(
        "evidence_counts",
        sa.Column("evidence_count_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("dimension_code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("evidence_grade", sa.String()),
        sa.Column("answered_on", sa.Date()),
        sa.Column("answer_count", sa.Integer(), nullable=False),
        *_summary_columns(),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint(
            "state IN ('answered', 'unknown', 'not_applicable', 'not_provided')", name="known_state"
        ),
        sa.CheckConstraint("answer_count >= 0", name="count_not_negative"),
        *_summary_rules("evidence_counts"),
        sa.PrimaryKeyConstraint("evidence_count_id", name="pk_evidence_counts"),
    )
    op.create_index(
        "ix_evidence_counts_mission_code",
        "evidence_counts",
        ["mission_code", "clearance", "side", "from_on"],
    )
