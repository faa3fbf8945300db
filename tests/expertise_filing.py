"""Some who can help, for tests: officers, requests, advice, partners and lessons.

Officers in digital forensics can be sent to any mission, those in cyber only from 2027 on; an
operator of drones serves in UNMIK, two radio officers in UNISFA. UNISFA asks for digital
forensics (and MONUSCO has been promised the same officers), for surveillance, where nobody can
be sent, and was sent an adviser on power. Advice to the police runs with and without clearance.
"""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from tests import programme_rows
from unpol_data.store.writes import record_programme

ON = date(2026, 9, 30)
RECORDED = datetime(2026, 9, 1, 12, tzinfo=UTC)
POOLS = (
    {"expertise_code": "SENT"},
    {"expertise_code": "LATER", "area_code": "cyber", "role": "Cyber investigator"}
    | {"women": 0, "men": 1, "available_from": date(2027, 1, 11)},
    {"expertise_code": "DRONES", "area_code": "surveillance", "role": "Drone operator"}
    | {"holder": "deployed", "mission_code": "UNMIK", "women": 0, "men": 1},
    {"expertise_code": "RADIO", "area_code": "communications", "role": "Radio officer"}
    | {"holder": "spt", "mission_code": "UNISFA", "women": 1, "men": 1},
)
ASKED = {"mission_code": "UNISFA", "state": "open", "holder": None}
NEVER = {"from_on": None, "to_on": None}
REQUESTS = (
    {"request_code": "PHONES"} | ASKED | NEVER,
    {"request_code": "DRONES", "area_code": "surveillance", "asked_on": date(2026, 6, 1)}
    | ASKED
    | NEVER,
    {"request_code": "PROMISED", "mission_code": "MONUSCO", "state": "offered"},
    {"request_code": "SENT", "mission_code": "UNISFA", "area_code": "power"}
    | {"from_on": date(2026, 6, 1), "to_on": date(2026, 8, 31)},
)
SERVICES = (
    {"service_code": "CLEARED", "mission_code": "UNMIK"},
    {"service_code": "RUNNING", "title": "Phones at stations", "hrddp_status": "not_assessed"},
    {"service_code": "PLANNED", "title": "Drones on loan", "state": "planned"}
    | {"hrddp_status": "declined", "threat_code": None},
    {"service_code": "ENDED", "title": "An old course", "state": "completed"}
    | {"hrddp_status": "not_assessed"},
)
ENGAGEMENTS = (
    {"engagement_code": "PROPOSED", "state": "proposed", "subject": "Power for posts"},
    {"engagement_code": "ACTIVE", "state": "active", "partner": "Académie de police"}
    | {"area_code": "digital_forensics"},
)
LESSONS = (
    {"lesson_code": "DRAFT", "title": "Licences end on a Friday", "state": "draft"},
    {"lesson_code": "OUT", "title": "Spare batteries", "state": "published"}
    | {"mission_code": None, "area_code": None},
)


def file_expertise(engine: Engine) -> None:
    """Record all of it, as of RECORDED."""
    tables = {
        "expertise": programme_rows.rows("expertise", *POOLS),
        "expertise_requests": programme_rows.rows("expertise_requests", *REQUESTS),
        "advisory_services": programme_rows.rows("advisory_services", *SERVICES),
        "engagements": programme_rows.rows("engagements", *ENGAGEMENTS),
        "lessons": programme_rows.rows("lessons", *LESSONS),
    }
    record_programme(engine, tables, account="ada", recorded_at=RECORDED)
