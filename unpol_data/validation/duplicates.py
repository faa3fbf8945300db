"""Is everything said once?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.validation.context import Context
from unpol_data.validation.problems import Problem, of_rows

KEYS = {
    "sites": ["site_code"],
    "answers": ["site_code", "item_code", "side"],
    "equipment": ["site_code", "side", "equipment_code"],
    "connectivity": ["site_code", "measured_on"],
    "threats": ["threat_code"],
}


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Rows that repeat what an earlier row of the sheet is about, each naming that row."""
    for sheet, key in KEYS.items():
        if sheet not in tables:
            continue
        rows = tables[sheet].dropna(subset=key)
        if rows.empty:
            continue
        earlier = rows.assign(_row=rows.index).groupby(key)["_row"].transform("first")
        yield from of_rows(
            rows.assign(first_row=earlier),
            rows.duplicated(key),
            sheet=sheet,
            column=key[-1],
            rule="said_twice",
            expected="one row for each " + ", ".join(key),
            words=" / ".join(f"{{{column}}}" for column in key) + " stands in row {first_row} too",
        )
