"""Which lines of a mission's workbook were prepared for the assessor, and left as they were?"""

import pandas as pd

from unpol_data.validation.cells import is_blank

# The column that only helps, and what else of a line was filled in before it was sent out.
PREPARED = {
    "answers": ("question", ("site_code", "item_code", "side")),
    "equipment": ("equipment_name", ("site_code", "side", "equipment_code")),
    "connectivity": ("site_name", ("site_code",)),
}


def filled_in(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables without the helping columns, and without prepared lines that say nothing.

    Only a sheet with its helping column has prepared lines; in any other sheet a line
    without an answer stays, to be told what it lacks.
    """
    return {sheet: _filled_in(sheet, rows) for sheet, rows in tables.items()}


def _filled_in(sheet: str, rows: pd.DataFrame) -> pd.DataFrame:
    help_column, given = PREPARED.get(sheet, ("", ()))
    if help_column not in rows.columns:
        return rows
    rows = rows.drop(columns=help_column)
    said = [column for column in rows.columns if column not in given]
    return rows[~rows[said].map(is_blank).all(axis=1)]
