"""The profession's words, lists, weights and thresholds, each a row with a source."""

from unpol_data.reference import records
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
from unpol_data.reference.translations import LANGUAGES, in_language

__all__ = [
    "LANGUAGES",
    "ReferenceDataError",
    "check",
    "codes",
    "in_language",
    "name",
    "parameter",
    "records",
    "short_name",
    "table",
    "thresholds",
    "version",
]
