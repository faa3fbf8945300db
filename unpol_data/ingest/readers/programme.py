"""Records of the programme: a workbook with a sheet for each kind, or one kind as CSV."""

import pandas as pd

from unpol_data import reference
from unpol_data.figures.formats import unmarked
from unpol_data.ingest.frames import frame
from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw
from unpol_data.ingest.read import Asked, Origins, Read
from unpol_data.ingest.refusal import Refused

NAME = "records of the programme"
KIND = "programme"
HELPING_SHEETS = ("read_me", "lists", "dictionary")


def recognises(raw: Raw) -> bool:
    """Whether it has a sheet named after a kind of record, or the headings of one."""
    if raw.format == WORKBOOK:
        return any(sheet.name in reference.records.kinds() for sheet in raw.sheets)
    if raw.format != TABLE or not raw.sheets or not raw.sheets[0].rows:
        return False
    return _kind_of(frame(raw.sheets[0].rows[:1])) is not None


def read(raw: Raw, asked: Asked) -> Read:
    """The rows of each kind, without sheets that are empty below their headings.

    Raises Refused where something else than records was asked for.
    """
    if asked.kind not in (None, KIND):
        raise Refused(f"The file holds {NAME}, not {asked.kind}; leave the kind out.")
    if raw.format == TABLE:
        rows = frame(raw.sheets[0].rows).map(unmarked)
        kind = _kind_of(rows)
        origins = {kind: Origins(rows={row: ("", row) for row in rows.index})}
        return Read(KIND, {kind: rows}, NAME, origins=origins)
    tables = {
        sheet.name: frame(sheet.rows)
        for sheet in raw.sheets
        if sheet.name in reference.records.kinds() and sheet.rows
    }
    filled = {kind: rows for kind, rows in tables.items() if len(rows)}
    names = tuple(sheet.name for sheet in raw.sheets)
    return Read(KIND, filled, NAME, sheet_names=names)


def _kind_of(table: pd.DataFrame) -> str | None:
    """The kind whose key stands in the headings; of several, the one with most of them."""
    found = set(table.columns)
    fits = {
        kind: len(found & set(reference.records.column_names(kind)))
        for kind in reference.records.kinds()
        if set(reference.records.key(kind)) <= found
    }
    return max(fits, key=lambda kind: (fits[kind], len(reference.records.key(kind))), default=None)
