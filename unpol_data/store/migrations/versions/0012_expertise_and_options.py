"""The programme: expertise, advice, partners, lessons, options and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

UTC = sa.DateTime(timezone=True)

RETIRED = "retired = (retired_reason IS NOT NULL AND length(trim(retired_reason)) > 0)"

HRDDP = (
    "hrddp_status IN ('not_assessed', 'under_assessment', 'cleared', 'cleared_with_measures', "
    "'declined')"
)


def upgrade() -> None:
    """Create the tables."""
    _expertise()
    _expertise_requests()
    _advisory_services()
    _engagements()
    _lessons()
    _options()
    _option_gains()
    _decisions()


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


def _expertise() -> None:
    _versioned(
        "expertise",
        ["expertise_code"],
        sa.Column("expertise_code", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String()),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("women", sa.Integer(), nullable=False),
        sa.Column("men", sa.Integer(), nullable=False),
        sa.Column("available_from", sa.Date()),
        sa.CheckConstraint("holder IN ('spc', 'spt', 'deployed')", name="known_holder"),
        sa.CheckConstraint("women >= 0 AND men >= 0", name="officers_not_negative"),
    )


def _expertise_requests() -> None:
    _versioned(
        "expertise_requests",
        ["request_code"],
        sa.Column("request_code", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("holder", sa.String()),
        sa.Column("from_on", sa.Date()),
        sa.Column("to_on", sa.Date()),
        sa.CheckConstraint("holder IN ('spc', 'spt', 'deployed')", name="known_holder"),
        sa.CheckConstraint(
            "state IN ('open', 'offered', 'deployed', 'closed', 'declined')", name="known_state"
        ),
        sa.CheckConstraint("from_on <= to_on", name="period_in_order"),
    )


def _advisory_services() -> None:
    _versioned(
        "advisory_services",
        ["service_code"],
        sa.Column("service_code", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("threat_code", sa.String()),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("hrddp_status", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date()),
        sa.Column("to_on", sa.Date()),
        sa.CheckConstraint(
            HRDDP,
            name="known_hrddp_status",
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'under_way', 'completed', 'suspended')", name="known_state"
        ),
        sa.CheckConstraint("from_on <= to_on", name="period_in_order"),
    )


def _engagements() -> None:
    _versioned(
        "engagements",
        ["engagement_code"],
        sa.Column("engagement_code", sa.String(), nullable=False),
        sa.Column("partner_kind", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("area_code", sa.String()),
        sa.Column("mission_code", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date()),
        sa.Column("to_on", sa.Date()),
        sa.CheckConstraint(
            "state IN ('proposed', 'agreed', 'active', 'ended')", name="known_state"
        ),
        sa.CheckConstraint("from_on <= to_on", name="period_in_order"),
    )


def _lessons() -> None:
    _versioned(
        "lessons",
        ["lesson_code"],
        sa.Column("lesson_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("lesson_kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String()),
        sa.Column("area_code", sa.String()),
        sa.Column("threat_code", sa.String()),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'reviewed', 'published')", name="known_state"),
    )


def _options() -> None:
    _versioned(
        "options",
        ["option_code"],
        sa.Column("option_code", sa.String(), nullable=False),
        sa.Column("mission_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("option_kind", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("cost_once_usd", sa.Double(), nullable=False),
        sa.Column("cost_yearly_usd", sa.Double()),
        sa.Column("lead_months", sa.Integer(), nullable=False),
        sa.Column("tech_pct", sa.Double(), nullable=False),
        sa.Column("tech_reason", sa.String(), nullable=False),
        sa.Column("adopt_pct", sa.Double(), nullable=False),
        sa.Column("adopt_reason", sa.String(), nullable=False),
        sa.Column("parent_code", sa.String()),
        sa.Column("exclusive_group", sa.String()),
        sa.Column("a4p_priority", sa.String()),
        sa.Column("strategy_goal", sa.String()),
        sa.Column("agenda_tags", sa.String()),
        sa.Column("hrddp_status", sa.String()),
        sa.Column("gender_check", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint("adopt_pct BETWEEN 0 AND 100", name="adopt_pct_in_range"),
        sa.CheckConstraint(
            "cost_once_usd >= 0 AND lead_months >= 0", name="cost_and_time_not_negative"
        ),
        sa.CheckConstraint(
            "side <> 'host_state' OR hrddp_status IS NOT NULL", name="host_state_with_hrddp"
        ),
        sa.CheckConstraint(
            "gender_check IN ('not_checked', 'checked', 'changes_asked')", name="known_gender_check"
        ),
        sa.CheckConstraint(
            HRDDP,
            name="known_hrddp_status",
        ),
        sa.CheckConstraint("side IN ('unpol', 'host_state')", name="known_side"),
        sa.CheckConstraint("state IN ('proposed', 'reviewed', 'retired')", name="known_state"),
        sa.CheckConstraint("parent_code <> option_code", name="parent_is_another"),
        sa.CheckConstraint("tech_pct BETWEEN 0 AND 100", name="tech_pct_in_range"),
        sa.CheckConstraint("cost_yearly_usd >= 0", name="yearly_cost_not_negative"),
    )


def _option_gains() -> None:
    _versioned(
        "option_gains",
        ["option_code", "site_code", "area_code", "dimension_code"],
        sa.Column("option_code", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("dimension_code", sa.String(), nullable=False),
        sa.Column("attainment_gain_pct", sa.Double(), nullable=False),
        sa.CheckConstraint(
            "attainment_gain_pct BETWEEN 0 AND 100", name="attainment_gain_pct_in_range"
        ),
    )


def _decisions() -> None:
    _versioned(
        "decisions",
        ["decision_code"],
        sa.Column("decision_code", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("outcome", sa.String()),
        sa.Column("mission_code", sa.String()),
        sa.Column("area_code", sa.String()),
        sa.Column("threat_code", sa.String()),
        sa.Column("option_code", sa.String()),
        sa.Column("a4p_priority", sa.String()),
        sa.Column("strategy_goal", sa.String()),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("link_query", sa.String()),
        sa.Column("store_revision", sa.Integer(), nullable=False),
        sa.Column("figures", sa.String()),
        sa.CheckConstraint("decided_on <= due_on", name="due_after_decided"),
        sa.CheckConstraint("state IN ('open', 'under_way', 'done', 'dropped')", name="known_state"),
        sa.CheckConstraint("store_revision >= 0", name="revision_not_negative"),
    )
