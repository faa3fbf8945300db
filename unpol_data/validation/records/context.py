"""What are records judged against, besides the reference data?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from unpol_data import reference


@dataclass(frozen=True)
class RecordContext:
    """The day, the sites and the newest revision of the store, and the records in force by kind.

    `known_sites` as in validation.Context. `held`: one frame per kind with the columns of the
    kind; a kind that is not there counts as empty; `retired` the same of records out of use.
    Without a `revision` none is judged.
    """

    today: date
    known_sites: pd.DataFrame
    held: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    revision: int | None = None
    retired: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def in_force(self, kind: str, rows: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
        """The records of a kind as they would be in force with these rows, by their key."""
        key = list(reference.records.key(kind))
        names = list(reference.records.column_names(kind))
        parts = [
            part.reindex(columns=names).astype("object")
            for part in (self.held.get(kind), rows.get(kind))
            if part is not None and len(part)
        ]
        if not parts:
            return pd.DataFrame(columns=names, dtype="object")
        return pd.concat(parts).dropna(subset=key).drop_duplicates(key, keep="last")
