"""Does every record stand there once?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.problems import Problem, of_rows
from unpol_data.validation.records.context import RecordContext


def problems(tables: Mapping[str, pd.DataFrame], context: RecordContext) -> Iterator[Problem]:
    """Rows with the key of an earlier row of their sheet, each naming that row."""
    for kind, table in tables.items():
        key = list(reference.records.key(kind))
        rows = table.dropna(subset=key)
        if rows.empty:
            continue
        earlier = rows.assign(_row=rows.index).groupby(key)["_row"].transform("first")
        yield from of_rows(
            rows.assign(first_row=earlier),
            rows.duplicated(key),
            sheet=kind,
            column=key[-1],
            rule="said_twice",
            expected="one row for each " + ", ".join(key),
            words=" / ".join(f"{{{column}}}" for column in key) + " stands in row {first_row} too",
        )
