"""What does a draft say, in the rows of the data dictionary, as if it had come as a file?"""

import pandas as pd
from sqlalchemy import Connection, select

from unpol_data import reference
from unpol_data.ingest.digest import content_digest
from unpol_data.queries.frames import frame
from unpol_data.store.tables import (
    Answer,
    Assessment,
    Base,
    EquipmentLine,
    Measurement,
    SiteFacts,
    ThreatRating,
)
from unpol_data.validation import headings

YES_NO = {True: "yes", False: "no"}
TABLES: dict[str, type[Base]] = {
    "sites": SiteFacts,
    "answers": Answer,
    "equipment": EquipmentLine,
    "connectivity": Measurement,
    "threats": ThreatRating,
}


def digest(connection: Connection, assessment_id: int) -> str:
    """The digest of everything the draft says, the same whichever way it was entered."""
    said = assessment_row(connection, assessment_id)
    kind = connection.scalar(
        select(Assessment.kind).where(Assessment.assessment_id == assessment_id)
    )
    tables = {sheet: sheet_rows(connection, assessment_id, sheet) for sheet in TABLES}
    return content_digest({"assessment": said, **tables}, kind=kind)


def assessment_row(connection: Connection, assessment_id: int) -> pd.DataFrame:
    """What the draft says of itself: one row as on the sheet assessment."""
    rows = _stored(connection, Assessment, assessment_id)
    levels = reference.table("sensitivities").set_index("level")["sensitivity"]
    rows = rows.assign(
        sensitivity=rows["sensitivity"].map(levels), illustrative=rows["illustrative"].map(YES_NO)
    )
    return _as_sheet(rows, "assessment")


def sheet_rows(connection: Connection, assessment_id: int, sheet: str) -> pd.DataFrame:
    """The rows of the draft as they would stand on a sheet of a workbook, typed."""
    rows = _stored(connection, TABLES[sheet], assessment_id)
    return as_sheet(rows, sheet)


def as_sheet(rows: pd.DataFrame, sheet: str) -> pd.DataFrame:
    """Rows of a table of facts as rows of its sheet; of measurements one per site and day."""
    if sheet == "connectivity":
        wide = rows.pivot(index=["site_code", "measured_on"], columns="measure", values="value")
        rows = wide.reset_index().rename_axis(columns=None)
    if sheet == "sites":
        rows = rows.assign(closed=rows["closed"].map(YES_NO))
    return _as_sheet(rows, sheet)


def _stored(connection: Connection, table: type[Base], assessment_id: int) -> pd.DataFrame:
    statement = select(table.__table__).where(table.assessment_id == assessment_id)
    return frame(connection, statement.order_by(*table.__table__.primary_key.columns))


def _as_sheet(rows: pd.DataFrame, sheet: str) -> pd.DataFrame:
    """The columns of the sheet, numbers as numbers, days as days, what is absent missing."""
    columns = headings.columns(sheet)
    kinds = dict(zip(columns["column"], columns["value_kind"], strict=True))
    rows = rows.reindex(columns=list(kinds))
    return pd.DataFrame(
        {
            name: cells.astype("float64") if kind in ("number", "integer") else _cells(cells)
            for (name, cells), kind in zip(rows.items(), kinds.values(), strict=True)
        },
        index=rows.index,
    )


def _cells(cells: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(cells):
        cells = pd.Series([None if pd.isna(day) else day.date() for day in cells], cells.index)
    return cells.astype("object").where(cells.notna(), None)
