"""Which columns does each reference table have, and what may stand in them?"""

from unpol_data.reference.intake_tables import INTAKE
from unpol_data.reference.record_tables import RECORDS
from unpol_data.reference.schema_parts import (
    AREA,
    CLASS_COLUMNS,
    DATE,
    DIMENSION,
    HORIZON,
    INTEGER,
    MAYBE,
    MISSION,
    NUMBER,
    SHARE,
    SIDE,
    SITE_KIND,
    TEXT,
    THREAT,
    YES_NO,
    Column,
    Table,
    code_list,
)

TABLES: dict[str, Table] = {
    "missions": code_list(
        "mission_code",
        host_iso3=MAYBE,
        host_name=TEXT,
        host_short_name=TEXT,
        hq_name=TEXT,
        latitude=Column("number", low=-90, high=90),
        longitude=Column("number", low=-180, high=180),
        since_year=INTEGER,
        status=Column(one_of=("active", "closing", "closed")),
        label_side=Column(one_of=("right", "left", "above", "below")),
    ),
    "mission_facts": Table(
        ("mission_code", "fact", "dated_on"),
        {
            "mission_code": MISSION,
            "fact": Column(
                one_of=(
                    "police_authorised",
                    "police_deployed",
                    "mandate_expires_on",
                    "mandate_text",
                )
            ),
            "value": MAYBE,
            "dated_on": Column("date", nullable=True),
            "verified": YES_NO,
        },
    ),
    "areas": code_list("area_code", item_prefix=TEXT, short_name=TEXT, description=TEXT),
    "dimensions": code_list(
        "dimension_code",
        item_part=TEXT,
        description=TEXT,
        half_life_months=Column("number", low=1, high=120),
    ),
    "dimension_weights": Table(
        ("area_code", "dimension_code"),
        {"area_code": AREA, "dimension_code": DIMENSION, "weight": SHARE},
    ),
    "threats": code_list(
        "threat_code",
        kind=Column(one_of=("market", "actor", "mission_added")),
        theta=Column("number", low=0, high=10),
        description=TEXT,
    ),
    "threat_relevance": Table(
        ("threat_code", "area_code"),
        {
            "threat_code": THREAT,
            "area_code": AREA,
            "relevance_thirds": Column("integer", low=0, high=3),
            "reason": TEXT,
        },
    ),
    "mandate_relevance": Table(
        ("mission_code", "area_code"),
        {
            "mission_code": MISSION,
            "area_code": AREA,
            "relevance": SHARE,
            "dated_on": DATE,
            "reason": TEXT,
        },
    ),
    "evidence_grades": code_list("evidence_grade", weight=SHARE),
    "causes": code_list("cause"),
    "answer_states": code_list("state", meaning=TEXT),
    "answer_types": code_list("answer_type", meaning=TEXT),
    "modalities": code_list("modality"),
    "answer_modalities": code_list("modality"),
    "sensitivities": code_list("sensitivity", level=Column("integer", low=0, high=2)),
    "sides": code_list("side"),
    "horizons": code_list("horizon"),
    "site_kinds": code_list("site_kind", description=TEXT, host_side=YES_NO),
    "framework": Table(
        ("item_code",),
        {
            "item_code": TEXT,
            "area_code": AREA,
            "dimension_code": DIMENSION,
            "side": Column(one_of=("unpol", "host_state", "both")),
            "question": TEXT,
            "hint": TEXT,
            "answer_type": Column(refers_to="answer_types"),
            "unit": MAYBE,
            "value_at_none": Column("number", nullable=True),
            "value_at_full": Column("number", nullable=True),
            "level_anchors": MAYBE,
            "weight": SHARE,
        },
    ),
    "requirements": Table(
        ("item_code", "side", "site_kind"),
        {
            "item_code": Column(refers_to="framework"),
            "side": SIDE,
            "site_kind": SITE_KIND,
            "required_now": Column("number", low=0.01, high=1),
            "required_emerging": Column("number", low=0.01, high=1),
        },
    ),
    "measures": code_list("measure", unit=TEXT, lower_is_better=YES_NO),
    "connectivity_requirements": Table(
        ("site_kind", "horizon"),
        {
            "site_kind": SITE_KIND,
            "horizon": HORIZON,
            "mbps_per_user": NUMBER,
            "concurrency_share": SHARE,
            "uplink_share": SHARE,
            "latency_ms": NUMBER,
            "availability_pct": Column("number", low=0, high=100),
            "radio_coverage_pct": Column("number", low=0, high=100),
            "power_hours_per_day": Column("number", low=0, high=24),
        },
    ),
    "equipment": code_list(
        "equipment_code",
        area_code=AREA,
        category=TEXT,
        criticality=Column("integer", low=1, high=5),
        unit_cost_usd=Column("number", low=0),
    ),
    "parameters": Table(
        ("parameter",), {"parameter": TEXT, "value": NUMBER, "unit": MAYBE, "meaning": TEXT}
    ),
    "gap_classes": code_list("gap_class", **CLASS_COLUMNS),
    "connectivity_classes": code_list("connectivity_class", **CLASS_COLUMNS),
    "versions": Table(("subject",), {"subject": TEXT, "version": TEXT, "in_force_from": DATE}),
    "host_context": Table(
        ("iso3", "indicator", "year"),
        {
            "iso3": TEXT,
            "indicator": Column(one_of=("electricity_access_pct", "internet_users_pct")),
            "year": INTEGER,
            "value": Column("number", low=0, high=100),
        },
    ),
    "translations": Table(
        ("context", "english"), {"context": TEXT, "english": TEXT, "french": TEXT}
    ),
    "signal_rules": code_list(
        "rule_code",
        meaning=TEXT,
        unit=MAYBE,
        urgency=Column("integer", low=1, high=9),
        area_code=Column(nullable=True, refers_to="areas"),
        measure=Column(nullable=True, refers_to="measures"),
    ),
    "signal_thresholds": Table(
        ("rule_code", "parameter"),
        {
            "rule_code": Column(refers_to="signal_rules"),
            "parameter": TEXT,
            "value": Column("number", low=0),
            "unit": TEXT,
            "meaning": TEXT,
        },
    ),
    "columns": Table(
        ("sheet", "column"),
        {
            "sheet": TEXT,
            "column": TEXT,
            "position": INTEGER,
            "value_kind": Column(
                one_of=("text", "code", "date", "integer", "number", "yes_no", "answer")
            ),
            "list": MAYBE,
            "required": YES_NO,
            "meaning": TEXT,
            "example": MAYBE,
        },
    ),
    **INTAKE,
    **RECORDS,
    "portfolio_gates": code_list("gate_code", column=TEXT, side=MAYBE, passes=TEXT, meaning=TEXT),
}
