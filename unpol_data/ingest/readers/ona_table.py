"""Is this a CSV file as Ona exports it, and which submissions are in it?"""

from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.submissions import assembling, flat

NAME = "Ona CSV"
SERVER = "Ona"
BLANKS = ("n/a",)
# What Ona adds and KoboToolbox does not.
MARKS = {"_duration", "_total_media", "_media_count", "_media_all_received", "_xform_id"}


def recognises(raw: Raw) -> bool:
    """Whether a table asks the form's questions and was written by Ona."""
    if raw.format not in ("table", "workbook"):
        return False
    tables = _tables(raw)
    headings = {heading for one in tables for heading in one.headings}
    in_lines = any(field.repeat for one in tables for field in one.fields)
    return flat.asks_of_sites(tables) and bool(headings & MARKS or in_lines)


def _tables(raw: Raw) -> list[flat.Table]:
    return flat.tables((one.name, one.rows) for one in raw.sheets)


def read(raw: Raw, asked: Asked) -> Read:
    """The submissions as one assessment; n/a stands for nothing."""
    return assembling.read(
        flat.sent(_tables(raw), blanks=BLANKS), asked, server=SERVER, format_name=NAME
    )
