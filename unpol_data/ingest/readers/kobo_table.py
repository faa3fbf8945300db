"""Is this a table or workbook as KoboToolbox exports it, and which submissions are in it?

Any table with the form's questions as headings is read so, also one from which the
columns that a server adds were removed.
"""

from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.submissions import assembling, flat

NAME = "KoboToolbox export"
SERVER = "KoboToolbox"


def recognises(raw: Raw) -> bool:
    """Whether a sheet asks the form's questions."""
    return raw.format in ("table", "workbook") and flat.asks_of_sites(_tables(raw))


def _tables(raw: Raw) -> list[flat.Table]:
    return flat.tables((one.name, one.rows) for one in raw.sheets)


def read(raw: Raw, asked: Asked) -> Read:
    """The submissions as one assessment."""
    return assembling.read(flat.sent(_tables(raw)), asked, server=SERVER, format_name=NAME)
