"""Is this what the OData feed of ODK Central gives, and which submissions are in it?"""

from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.submissions import assembling, foreign, nested

NAME = "ODK Central OData JSON"
SERVER = "ODK Central"
MARKS = ("__id", "__system")


def recognises(raw: Raw) -> bool:
    """Whether it is a list of submissions as the OData feed writes them."""
    entries = _entries(raw.value) if raw.format == "json" else None
    if entries == []:
        return isinstance(raw.value, dict) and "@odata.context" in raw.value
    return bool(entries) and all(
        isinstance(entry, dict) and any(mark in entry for mark in MARKS) for entry in entries
    )


def _entries(value: object) -> list | None:
    found = value.get("value") if isinstance(value, dict) else None
    return found if isinstance(found, list) else None


def read(raw: Raw, asked: Asked) -> Read:
    """The submissions as one assessment; raises Refused where the form is another one."""
    sent = nested.sent(_entries(raw.value) or [])
    foreign.refuse(sent, NAME)
    return assembling.read(sent, asked, server=SERVER, format_name=NAME)
