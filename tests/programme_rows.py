"""One sound record of each kind of the programme, which tests keep, change and break."""

from datetime import date
from typing import Any

import pandas as pd

from unpol_data import reference

COMMON = {"sensitivity": 1, "source": "Invented for tests", "illustrative": True, "note": None}
SOUND: dict[str, dict[str, Any]] = {
    "visits": {
        "visit_code": "VISIT-1",
        "mission_code": "UNMISS",
        "modality": "hybrid",
        "modality_reason": "No flights in the rains",
        "planned_from": date(2026, 7, 6),
        "planned_to": date(2026, 7, 17),
        "made_from": date(2026, 7, 7),
        "made_to": date(2026, 7, 17),
        "state": "made",
        "assessors_new_york": 1,
        "assessors_brindisi": 1,
    },
    "budget_lines": {
        "line_code": "LINE-1",
        "visit_code": "VISIT-1",
        "category": "travel",
        "budgeted_usd": 12_500.0,
        "committed_usd": 11_800.0,
        "spent_usd": 11_420.5,
        "booked_on": date(2026, 7, 20),
    },
    "guidance_documents": {
        "document_code": "SGF-COMMAND",
        "title": "Guidelines on command",
        "document_kind": "guideline",
        "series": "sgf",
        "state": "in_force",
    },
    "considerations": {
        "document_code": "SGF-COMMAND",
        "area_code": "command",
        "state": "mentioned",
        "assessed_on": date(2026, 8, 12),
    },
    "document_reviews": {
        "document_code": "SGF-COMMAND",
        "reviewer": "gender_adviser",
        "state": "requested",
        "state_on": date(2026, 9, 4),
    },
    "trainings": {
        "training_code": "TRAINING-1",
        "document_code": "SGF-COMMAND",
        "mission_code": "UNMISS",
        "held_on": date(2026, 6, 19),
        "women_trained": 7,
        "men_trained": 16,
    },
    "expertise": {
        "expertise_code": "EXPERTISE-1",
        "holder": "spc",
        "area_code": "digital_forensics",
        "role": "Digital evidence examiner",
        "women": 2,
        "men": 3,
    },
    "expertise_requests": {
        "request_code": "REQUEST-1",
        "mission_code": "UNMISS",
        "area_code": "digital_forensics",
        "asked_on": date(2026, 5, 11),
        "state": "deployed",
        "holder": "spc",
        "from_on": date(2026, 9, 1),
        "to_on": date(2026, 12, 1),
    },
    "advisory_services": {
        "service_code": "SERVICE-1",
        "mission_code": "UNMISS",
        "area_code": "records",
        "threat_code": "cattle_raiding",
        "title": "Case registers at stations",
        "state": "under_way",
        "hrddp_status": "cleared",
        "from_on": date(2026, 2, 1),
    },
    "engagements": {
        "engagement_code": "ENGAGEMENT-1",
        "partner_kind": "academia",
        "partner": "A university",
        "subject": "Curriculum on electronic evidence",
        "state": "agreed",
        "from_on": date(2026, 2, 1),
        "to_on": date(2026, 12, 1),
    },
    "lessons": {
        "lesson_code": "LESSON-1",
        "title": "Spare batteries travel with the radios",
        "lesson_kind": "lesson",
        "state": "reviewed",
        "words": "Radios failed for want of batteries.",
        "mission_code": "UNMISS",
        "area_code": "communications",
        "recorded_on": date(2026, 8, 3),
    },
    "options": {
        "option_code": "OPTION-1",
        "mission_code": "UNMISS",
        "title": "Solar back-up",
        "option_kind": "equipment",
        "side": "unpol",
        "cost_once_usd": 42_000.0,
        "cost_yearly_usd": 3_500.0,
        "lead_months": 6,
        "tech_pct": 90.0,
        "tech_reason": "In use elsewhere",
        "adopt_pct": 80.0,
        "adopt_reason": "Asked for",
        "agenda_tags": "our_common_agenda situational_awareness_programme",
        "gender_check": "checked",
        "state": "proposed",
    },
    "option_gains": {
        "option_code": "OPTION-1",
        "site_code": "UNMISS",
        "area_code": "power",
        "dimension_code": "facilities",
        "attainment_gain_pct": 25.0,
    },
    "decisions": {
        "decision_code": "DECISION-1",
        "words": "Ask for solar back-up.",
        "office": "Mission support",
        "decided_on": date(2026, 10, 6),
        "due_on": date(2026, 12, 31),
        "state": "open",
        "mission_code": "UNMISS",
        "option_code": "OPTION-1",
        "page": "ranking",
        "link_query": "mission=UNMISS",
        "store_revision": 12,
        "figures": '{"rank": 1}',
    },
    "risks": {
        "risk_code": "RISK-1",
        "title": "The rains close two airstrips",
        "risk_kind": "travel",
        "likelihood": "medium",
        "impact": "high",
        "mitigation": "Make the visit partly remote.",
        "state": "open",
        "office": "Assessment team",
        "review_on": date(2026, 12, 15),
    },
}


def row(kind: str, **changed: Any) -> dict[str, Any]:
    """The sound record of the kind, with some columns changed; what it does not say is None."""
    blank = dict.fromkeys(reference.records.column_names(kind))
    return blank | COMMON | SOUND[kind] | changed


def rows(kind: str, *changed: dict[str, Any]) -> pd.DataFrame:
    """A frame of sound records of the kind, one for each of the changes."""
    return pd.DataFrame([row(kind, **one) for one in changed or ({},)], dtype="object")
