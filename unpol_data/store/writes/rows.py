"""How do the rows of a frame become rows of a table?"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Boolean, Connection, Date, Double, Float, Integer, Table, insert

from unpol_data.store.errors import StoreError

FIGURE_DECIMALS = 12


def store_rows(connection: Connection, table: Table, frame: pd.DataFrame, **same: Any) -> int:
    """Add the frame's rows to the table; `same` are columns with one value for all rows.

    Missing cells are stored as NULL; a column of the table that is not in the frame is
    missing throughout. Raises StoreError for a column the table does not have. Returns
    how many rows were added.
    """
    if frame.empty:
        return 0
    rows = plain_rows(table, frame, **same)
    connection.execute(insert(table), rows)
    return len(rows)


def plain_rows(table: Table, frame: pd.DataFrame, **same: Any) -> list[dict[str, Any]]:
    """The frame's rows as the database takes and gives them, with `same` in each of them.

    Raises StoreError for a column the table does not have.
    """
    _check_columns(table, frame, same)
    columns = {name: _cells(frame[name], table.columns[name].type) for name in frame.columns}
    names = [*columns, *same]
    constants = tuple(same.values())
    return [
        dict(zip(names, (*cells, *constants), strict=True))
        for cells in zip(*columns.values(), strict=True)
    ]


def _check_columns(table: Table, frame: pd.DataFrame, same: Iterable[str]) -> None:
    own = [column.name for column in table.columns if column.name not in same]
    unknown = [str(name) for name in frame.columns if name not in own]
    if unknown:
        raise StoreError(
            f"{table.name} has no column {', '.join(unknown)}; it has {', '.join(own)}."
        )


def _cells(column: pd.Series, kind) -> list:
    """The cells as the database takes them: None where missing, plain Python otherwise."""
    present = column.notna()
    cells = column.astype(object).where(present, None).tolist()
    if isinstance(kind, Date):
        return [None if cell is None else _date(cell) for cell in cells]
    if isinstance(kind, Boolean):
        return [None if cell is None else bool(cell) for cell in cells]
    if isinstance(kind, Integer):
        return [None if cell is None else _whole(cell, column.name) for cell in cells]
    if isinstance(kind, Double | Float):
        return [None if cell is None else round(float(cell), FIGURE_DECIMALS) for cell in cells]
    return cells


def _date(cell: Any) -> date:
    return cell.date() if isinstance(cell, datetime) else cell


def _whole(cell: Any, name: str) -> int:
    if int(cell) != cell:
        raise StoreError(f"{name} holds {cell}; whole numbers are expected.")
    return int(cell)
