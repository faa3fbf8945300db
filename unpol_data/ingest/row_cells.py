"""What else stands in a row that has a problem, so that one finds it again?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pandas as pd

from unpol_data.validation import Problem
from unpol_data.validation.cells import is_blank
from unpol_data.validation.problems import shown


def with_cells(
    problems: Iterable[Problem], tables: Mapping[str, pd.DataFrame]
) -> Iterator[Problem]:
    """Each problem of a row with that row's cells in words: "site_code: UNMISS-BOR; side: ..."."""
    problems = tuple(problems)
    wanted: dict[str, set[int]] = {}
    for one in problems:
        if one.row is not None and one.sheet in tables:
            wanted.setdefault(one.sheet, set()).add(one.row)
    told = {sheet: _told(tables[sheet], rows) for sheet, rows in wanted.items()}
    for one in problems:
        cells = told.get(one.sheet, {}).get(one.row, "")
        yield replace(one, cells=cells) if cells else one


def _told(table: pd.DataFrame, rows: set[int]) -> dict[int, str]:
    chosen = table[table.index.isin(rows)]
    names = [str(name) for name in chosen.columns]
    return {
        row: "; ".join(
            f"{name}: {shown(cell)}"
            for name, cell in zip(names, cells, strict=True)
            if not is_blank(cell)
        )
        for row, cells in zip(chosen.index, chosen.itertuples(index=False, name=None), strict=True)
    }
