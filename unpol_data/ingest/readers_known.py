"""Which reader takes a file? The first one that recognises what the file holds."""

from types import ModuleType

from unpol_data.ingest import form_definition
from unpol_data.ingest.raw import ARCHIVE, JSON, WORKBOOK, Raw
from unpol_data.ingest.readers import (
    crime_index,
    foreign,
    hxl,
    kobo_json,
    kobo_table,
    odk_archive,
    odk_odata,
    ona_table,
    our_table,
    our_workbook,
    programme,
    speed_tests,
)
from unpol_data.ingest.refusal import Refused

# A table of others is taken last: nearly everything is a table.
READERS: tuple[ModuleType, ...] = (
    our_workbook,
    programme,
    kobo_json,
    odk_odata,
    odk_archive,
    ona_table,
    kobo_table,
    hxl,
    our_table,
    crime_index,
    speed_tests,
    foreign,
)
MAPPED: tuple[ModuleType, ...] = (hxl, foreign)
WORDS = {WORKBOOK: "a workbook", ARCHIVE: "a zip archive of tables", JSON: "a JSON document"}


def reader_of(raw: Raw, *, with_mapping: bool = False) -> ModuleType:
    """The reader of this file; raises Refused where nobody does, or it is a form without answers.

    Where the person says what the columns hold, it is one that goes by that.
    """
    form_definition.refuse(raw)
    for reader in MAPPED if with_mapping else READERS:
        if reader.recognises(raw):
            return reader
    known = ", ".join(reader.NAME for reader in READERS)
    sheets = ", ".join(sheet.name for sheet in raw.sheets[:6])
    found = f" (sheets: {sheets})" if sheets else ""
    raise Refused(
        f"The file is {WORDS.get(raw.format, 'a table')}{found}, but not one of those that are "
        f"read: {known}."
    )
