"""Our assessment workbook: one sheet for each table of the data dictionary."""

from unpol_data.ingest import prepared
from unpol_data.ingest.frames import frame
from unpol_data.ingest.raw import WORKBOOK, Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.refusal import Refused
from unpol_data.validation import headings

NAME = "assessment workbook"
KIND = "assessment"
HELPING_SHEETS = ("read_me", "lists", "dictionary", "items")


def recognises(raw: Raw) -> bool:
    """Whether it is a workbook with at least one of our sheets."""
    known = headings.sheets()
    return raw.format == WORKBOOK and any(sheet.name in known for sheet in raw.sheets)


def read(raw: Raw, asked: Asked) -> Read:
    """The rows of each of our sheets, without lines that were prepared and left as they were.

    Raises Refused where another kind was asked for.
    """
    if asked.kind not in (None, KIND):
        raise Refused(
            f"A workbook is an assessment; {asked.kind} come as a single table (CSV) of that kind."
        )
    tables = {sheet.name: frame(sheet.rows) for sheet in raw.sheets if sheet.rows}
    names = tuple(sheet.name for sheet in raw.sheets)
    return Read(KIND, prepared.filled_in(tables), NAME, sheet_names=names)
