"""Which reference tables tell what the programme's records are made of?"""

from unpol_data.reference.schema_parts import (
    INTEGER,
    MAYBE,
    TEXT,
    YES_NO,
    Column,
    Table,
    code_list,
)

VALUE_KINDS = ("text", "code", "codes", "date", "integer", "number", "yes_no")

RECORDS: dict[str, Table] = {
    "a4p_priorities": code_list("a4p_priority"),
    "strategy_goals": code_list("strategy_goal"),
    "agenda_tags": code_list("agenda_tag"),
    "risk_kinds": code_list(
        "risk_kind", look_above=Column("number", nullable=True, low=0), answer=TEXT, page=TEXT
    ),
    "women_questions": Table(
        ("item_code",),
        {
            "item_code": Column(refers_to="framework"),
            "asks": Column(one_of=("share", "presence", "records")),
            "short_name": TEXT,
        },
    ),
    "record_kinds": code_list("kind", plural=TEXT, key_columns=TEXT, section=TEXT),
    "record_columns": Table(
        ("kind", "column"),
        {
            "kind": TEXT,
            "column": TEXT,
            "label": TEXT,
            "position": INTEGER,
            "value_kind": Column(one_of=VALUE_KINDS),
            "list": MAYBE,
            "required": YES_NO,
            "meaning": TEXT,
            "example": MAYBE,
        },
    ),
    "record_states": Table(
        ("kind", "column", "code"),
        {"kind": Column(refers_to="record_kinds"), "column": TEXT, "code": TEXT, "name": TEXT},
    ),
}
