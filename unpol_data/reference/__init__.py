"""The profession's words, lists, weights and thresholds, each a row with a source."""

from unpol_data.reference.checks import check
from unpol_data.reference.tables_in_use import (
    ReferenceDataError,
    codes,
    name,
    parameter,
    short_name,
    table,
    thresholds,
    version,
)

__all__ = [
    "ReferenceDataError",
    "check",
    "codes",
    "name",
    "parameter",
    "short_name",
    "table",
    "thresholds",
    "version",
]
