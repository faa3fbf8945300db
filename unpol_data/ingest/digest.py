"""Is this the same content as before, whatever the file looked like?"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Connection

from unpol_data.queries import drafts

# Columns the dictionary did not have from the first: where they say nothing they are left out,
# so that a file taken in before is known again.
LATER = {"answers": ("modality",), "assessment": ("reference",)}


def content_digest(tables: Mapping[str, pd.DataFrame], *, kind: str) -> str:
    """SHA-256 over kind and typed rows; order of rows, columns and sheets is nothing.

    Two files that say the same, in whatever format, have the same digest.
    """
    total = hashlib.sha256(json.dumps(kind).encode())
    for sheet in sorted(tables):
        rows = tables[sheet]
        columns = _columns(sheet, rows)
        lines = [
            json.dumps([_plain(cell) for cell in cells], ensure_ascii=False)
            for cells in rows[columns].itertuples(index=False, name=None)
        ]
        if lines:
            total.update(json.dumps([sheet, columns]).encode())
            total.update("\n".join(sorted(lines)).encode())
    return total.hexdigest()


def digest_of_draft(connection: Connection, assessment_id: int) -> str:
    """The digest of everything the draft says, the same whichever way it was entered."""
    kind = drafts.kind(connection, assessment_id)
    return content_digest(drafts.sheets(connection, assessment_id), kind=kind)


def _columns(sheet: str, rows: pd.DataFrame) -> list[str]:
    silent = {name for name in LATER.get(sheet, ()) if name in rows and rows[name].isna().all()}
    return sorted(set(rows.columns) - silent)


def _plain(cell: object) -> object:
    if cell is None or cell != cell:
        return None
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return float(cell)
    return str(cell)
