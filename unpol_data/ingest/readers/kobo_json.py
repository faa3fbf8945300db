"""Is this what the KoboToolbox API gives, and which submissions are in it?"""

from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.submissions import assembling, foreign, nested

NAME = "KoboToolbox JSON"
SERVER = "KoboToolbox"
MARKS = ("_uuid", "_id", "formhub/uuid", "meta/instanceID", "_xform_id_string")


def recognises(raw: Raw) -> bool:
    """Whether it is a page of submissions, or a bare list of them, as KoboToolbox writes it."""
    entries = _entries(raw.value) if raw.format == "json" else None
    if entries == []:
        return isinstance(raw.value, dict) and "count" in raw.value
    return bool(entries) and all(
        isinstance(entry, dict) and any(mark in entry for mark in MARKS) for entry in entries
    )


def _entries(value: object) -> list | None:
    if isinstance(value, dict) and isinstance(value.get("data"), dict):
        value = value["data"]
    if isinstance(value, dict):
        value = value.get("results")
    return value if isinstance(value, list) else None


def read(raw: Raw, asked: Asked) -> Read:
    """The submissions as one assessment; raises Refused where the form is another one."""
    sent = nested.sent(_entries(raw.value) or [])
    foreign.refuse(sent, NAME)
    return assembling.read(sent, asked, server=SERVER, format_name=NAME)
