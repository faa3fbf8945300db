"""How do rows of the database become a frame whose columns have a settled kind?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    DateTime,
    Double,
    Float,
    Integer,
    LargeBinary,
    Select,
)
from sqlalchemy.types import TypeDecorator

from unpol_data.store.tables.base import UtcDateTime


def frame(connection: Connection, statement: Select) -> pd.DataFrame:
    """One row per row of the statement, in its order, columns by the kind in the schema.

    Text is str; numbers are float64, whole ones int64 where none is missing; dates are
    datetime64, moments datetime64 in UTC; yes and no are bool; packed values are bytes. Also
    of an empty answer.
    """
    columns = list(statement.selected_columns)
    rows = connection.execute(statement).all()
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return pd.DataFrame(
        {
            column.key: _series(values, column.type)
            for column, values in zip(columns, cells, strict=True)
        }
    )


def _series(values: Sequence, kind) -> pd.Series:
    if isinstance(kind, UtcDateTime):
        moments = pd.to_datetime(pd.Series(values, dtype=object), utc=True)
        return moments.astype("datetime64[us, UTC]")
    if isinstance(kind, TypeDecorator):
        kind = kind.impl
    if isinstance(kind, Date | DateTime):
        return pd.Series(np.array(values, dtype="datetime64[D]").astype("datetime64[us]"))
    if isinstance(kind, Boolean):
        return pd.Series(values, dtype=object if None in values else bool)
    if isinstance(kind, Integer):
        return pd.Series(values, dtype="float64" if None in values else "int64")
    if isinstance(kind, Double | Float):
        return pd.Series(values, dtype="float64")
    if isinstance(kind, LargeBinary):
        return pd.Series(values, dtype=object)
    return pd.Series(values, dtype="str")
