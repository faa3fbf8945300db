"""Some guidance for tests: a policy, guidelines, a manual out of use and a curriculum in draft.

In force are the policy (its review date has passed), the guidelines on command, and those on
operations, which are under review. Of communications the policy is adequate; of power it needs an
update; of command the guidelines mention it; of biometrics all that were read say nothing; of the
rest nothing was read. The draft curriculum treats cyber adequately, but is not in force.
"""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from tests import programme_rows
from unpol_data.store.writes import record_programme

ON = date(2026, 9, 30)
RECORDED = datetime(2026, 9, 1, 12, tzinfo=UTC)
POLICY, COMMAND, OPERATIONS = "TEST-POLICY", "TEST-COMMAND", "TEST-OPERATIONS"
MANUAL, CURRICULUM = "TEST-MANUAL", "TEST-CURRICULUM"
ISSUED = {"issued_on": date(2016, 1, 1)}
DOCUMENTS = (
    {"document_code": POLICY, "title": "Policy on police", "document_kind": "policy"}
    | {"document_number": "2014.01", "review_due_on": date(2026, 2, 1)}
    | ISSUED,
    {"document_code": COMMAND, "title": "Guidelines on command"} | ISSUED,
    {"document_code": OPERATIONS, "title": "Guidelines on operations", "state": "under_review"}
    | ISSUED,
    {"document_code": MANUAL, "title": "Manual of old", "document_kind": "manual"}
    | {"state": "superseded"},
    {"document_code": CURRICULUM, "title": "Course on cyber", "document_kind": "curriculum"}
    | {"series": "training_architecture", "state": "draft"},
)
READINGS = (
    (POLICY, "communications", "adequate"),
    (COMMAND, "communications", "mentioned"),
    (POLICY, "power", "needs_update"),
    (COMMAND, "command", "mentioned"),
    (POLICY, "biometrics", "absent"),
    (COMMAND, "biometrics", "absent"),
    (CURRICULUM, "cyber", "adequate"),
)
REVIEWS = (
    (CURRICULUM, "gender_adviser", "cleared", date(2026, 5, 4)),
    (CURRICULUM, "legal_adviser", "requested", date(2026, 6, 1)),
    (OPERATIONS, "legal_adviser", "under_way", date(2026, 3, 2)),
    (POLICY, "gender_adviser", "cleared", date(2024, 3, 1)),
)
TRAININGS = (
    {"training_code": "T-1", "document_code": COMMAND, "mission_code": "UNISFA"},
    {"training_code": "T-2", "document_code": COMMAND, "mission_code": "UNISFA"}
    | {"women_trained": 3, "men_trained": None, "held_on": date(2026, 1, 9)},
    {"training_code": "T-3", "document_code": OPERATIONS, "mission_code": "UNMIK"}
    | {"held_on": date(2023, 1, 9)},
    {"training_code": "T-4", "document_code": CURRICULUM, "mission_code": None}
    | {"women_trained": None, "men_trained": None},
)


def file_guidance(engine: Engine) -> None:
    """Record all of it, as of RECORDED."""
    readings = [
        {"document_code": document, "area_code": area, "state": state, "passage": "Paragraph 31"}
        for document, area, state in READINGS
    ]
    asked = [
        {"document_code": document, "reviewer": reviewer, "state": state, "state_on": on}
        for document, reviewer, state, on in REVIEWS
    ]
    tables = {
        "guidance_documents": programme_rows.rows("guidance_documents", *DOCUMENTS),
        "considerations": programme_rows.rows("considerations", *readings),
        "document_reviews": programme_rows.rows("document_reviews", *asked),
        "trainings": programme_rows.rows("trainings", *TRAININGS),
    }
    record_programme(engine, tables, account="ada", recorded_at=RECORDED)
