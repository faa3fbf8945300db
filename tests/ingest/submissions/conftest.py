"""Submissions as the field sends them, and what a reader makes of them."""

from datetime import date

import pytest

from tests.exports.filled import filled
from unpol_data.exports.xlsform import xlsform
from unpol_data.ingest import isolated
from unpol_data.ingest.raw import JSON, Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers_known import reader_of
from unpol_data.settings import settings
from unpol_data.validation import Context, judge

TODAY = date(2026, 4, 1)
DESCRIBED = {"unpol_served": "12", "users": "20", "host_officers_served": "7"}
# Site, kind and side of each submission; one form asks all of them.
VISITS = (
    ("UNMISS-BOR", "host_station", "unpol"),
    ("UNMISS-BOR", "host_station", "host_state"),
    ("UNMISS-JUBA", "fpu_camp", "unpol"),
)


@pytest.fixture(scope="session")
def form() -> bytes:
    """The form that asks for site kind and side."""
    return xlsform(language="en")


@pytest.fixture(scope="session")
def sent(form):
    """Submissions of three visits: two sides and two kinds of site."""
    return [
        filled(
            form,
            site_code=site_code,
            site_kind=kind,
            side=side,
            about={"site_name": site_code.title(), "modality": "remote", **DESCRIBED},
        )
        for site_code, kind, side in VISITS
    ]


@pytest.fixture
def one() -> dict:
    """A submission with three answers, one line of equipment and one measurement."""
    return small()


def small(uuid: str = "u1", sent_at: str = "2026-03-09T10:00:00", **more: object) -> dict:
    """A submission as KoboToolbox gives it; `more` by name of the question, or by path."""
    entry = {
        "_id": 1,
        "_uuid": uuid,
        "_submission_time": sent_at,
        "_xform_id_string": "unpol_form",
        "about/mission_code": "UNMISS",
        "about/site_kind": "team_site",
        "about/side": "unpol",
        "about/site_code": "UNMISS-BOR",
        "about/site_name": "Bor",
        "about/unpol_served": "12",
        "about/users": "20",
        "about/assessed_on": "2026-03-09",
        "about/round_label": "2026-03",
        "about/modality": "in_person",
        "about/respondent_role": "signals officer",
        "about/sensitivity": "confidential",
        "communications/com_per_3_state": "answered",
        "communications/com_per_3": "3",
        "communications/com_per_3_grade": "inspected",
        "communications/com_fac_1_state": "unknown",
        "communications/com_per_1_state": "answered",
        "communications/com_per_1": "12",
        "communications/com_per_1_needed": "12",
        "communications/com_per_1_grade": "document",
        "equipment_lines": [line("equipment_lines", equipment_code="vhf_handheld")],
        "about/location": "6.209 31.559",
        "links": [line("links", measure="latency_ms", value="640", measured_on="2026-03-09")],
    }
    for name, value in more.items():
        path = next((one for one in entry if one.rpartition("/")[2] == name), name)
        entry[path] = value
    return {path: value for path, value in entry.items() if value is not None}


def line(repeat: str, **cells: str) -> dict:
    """One line of a repeat with full paths."""
    if repeat == "equipment_lines":
        counted = {"required": "10", "held": "8", "serviceable": "5"}
        counted |= {"evidence_grade": "inspected", "counted_on": "2026-03-09"}
        cells = counted | cells
    return {f"{repeat}/{name}": value for name, value in cells.items()}


def read_json(*entries: dict, **asked: object) -> Read:
    """What becomes of a list of entries."""
    raw = Raw(JSON, value=list(entries))
    return reader_of(raw).read(raw, Asked(**{"today": TODAY, **asked}))


def read_file(content: bytes, **asked: object) -> Read:
    """What becomes of a file, read as any other in a process of its own."""
    raw = isolated.raw(content, settings=settings({}))
    return reader_of(raw).read(raw, Asked(**{"today": TODAY, **asked}))


def messages(found: Read) -> list[str]:
    """All problems at their places, the reader's own first."""
    context = Context(today=TODAY, mission_code="UNMISS")
    judged = judge(found.tables, context=context)
    return [one.message for one in (*found.notes, *map(found.placed, judged.problems))]
