"""What does a draft say, in the rows of the data dictionary, as if it had come as a file?"""

import pandas as pd
from sqlalchemy import Connection, select

from unpol_data import reference
from unpol_data.queries.frames import frame
from unpol_data.store.tables import (
    Answer,
    Assessment,
    Base,
    EquipmentLine,
    Measurement,
    ReplacedAnswer,
    SiteFacts,
    ThreatRating,
)

YES_NO = {True: "yes", False: "no"}
TABLES: dict[str, type[Base]] = {
    "sites": SiteFacts,
    "answers": Answer,
    "equipment": EquipmentLine,
    "connectivity": Measurement,
    "threats": ThreatRating,
    "replaced_answers": ReplacedAnswer,
}
REPLACED, TURN = "replaced_answers", "turn"


def sheets(connection: Connection, assessment_id: int) -> dict[str, pd.DataFrame]:
    """All that the draft says, by sheet, with the answers that others of it replaced."""
    facts = {sheet: sheet_rows(connection, assessment_id, sheet) for sheet in TABLES}
    return {"assessment": assessment_row(connection, assessment_id), **facts}


def assessment_row(connection: Connection, assessment_id: int) -> pd.DataFrame:
    """What the draft says of itself: one row as on the sheet assessment."""
    rows = _stored(connection, Assessment, assessment_id)
    levels = reference.table("sensitivities").set_index("level")["sensitivity"]
    rows = rows.assign(
        sensitivity=rows["sensitivity"].map(levels), illustrative=rows["illustrative"].map(YES_NO)
    )
    return _as_sheet(rows, "assessment")


def kind(connection: Connection, assessment_id: int) -> str:
    """What the draft is: an assessment, or facts of one sheet alone."""
    own = Assessment.assessment_id == assessment_id
    return connection.execute(select(Assessment.kind).where(own)).scalar_one()


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
    columns = reference.table("columns")
    columns = columns[columns["sheet"] == ("answers" if sheet == REPLACED else sheet)]
    kinds = dict(zip(columns["column"], columns["value_kind"], strict=True))
    if sheet == REPLACED:
        kinds[TURN] = "integer"
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
