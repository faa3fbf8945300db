"""A single table in our own words: one CSV file of answers, equipment, measurements and so on."""

import pandas as pd

from unpol_data import reference
from unpol_data.ingest.frames import frame
from unpol_data.ingest.mapping import SHEET_OF_KIND
from unpol_data.ingest.raw import TABLE, Raw
from unpol_data.ingest.read import Asked, Origins, Read
from unpol_data.ingest.refusal import Refused

NAME = "single table"
# A table with fewer of its headings ours is one of others.
OURS = 0.5


def recognises(raw: Raw) -> bool:
    """Whether it is a single table and at least half of its headings are those of one of ours."""
    if raw.format != TABLE or not raw.sheets[0].rows:
        return False
    found = list(frame(raw.sheets[0].rows[:1]).columns)
    columns = reference.table("columns").groupby("sheet")["column"].agg(set)
    most = max(sum(name in columns[sheet] for name in found) for sheet in SHEET_OF_KIND.values())
    return most >= OURS * len(found)


def read(raw: Raw, asked: Asked) -> Read:
    """The rows of the table, of the kind asked for or the one its headings tell.

    Raises Refused where the kind is not known or cannot be told.
    """
    kind = asked.kind
    if kind is not None and kind not in SHEET_OF_KIND:
        raise Refused(f"A CSV file holds one of {', '.join(SHEET_OF_KIND)}, not {kind}.")
    table = frame(raw.sheets[0].rows)
    kind = kind or _kind_of(table)
    # A single table has no sheets, so a sheet's name would not help to find the place.
    origins = Origins(rows={row: ("", row) for row in table.index})
    sheet = SHEET_OF_KIND[kind]
    return Read(kind, {sheet: table}, NAME, origins={sheet: origins})


def _kind_of(table: pd.DataFrame) -> str:
    """The kind whose required columns are all there; the one with most known columns."""
    columns = reference.table("columns")
    found = set(table.columns)
    fits = {}
    for kind, sheet in SHEET_OF_KIND.items():
        of_sheet = columns[columns["sheet"] == sheet]
        required = set(of_sheet.loc[of_sheet["required"] == "yes", "column"])
        if required and required <= found:
            fits[kind] = len(found & set(of_sheet["column"]))
    best = [kind for kind, count in fits.items() if count == max(fits.values())]
    if len(best) != 1:
        raise Refused(
            "The headings do not tell what kind of table this is; the first row must hold the "
            f"column names of one of {', '.join(SHEET_OF_KIND)}. Found: "
            f"{', '.join(list(table.columns)[:12]) or 'nothing'}."
        )
    return best[0]
