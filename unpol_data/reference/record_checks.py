"""Does every kind of record have its key, its columns and the words for them?"""

import pandas as pd

OF_ALL_KINDS = "all"
STATES, SITES = "record_states", "sites"


def record_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    """Every problem of the dictionary of records, in words; empty where it is sound."""
    kinds, columns, states = (tables[f"record_{name}"] for name in ("kinds", "columns", "states"))
    known = set(kinds["kind"])
    problems = [
        f"record_columns.csv: {kind!r} is not in record_kinds.csv."
        for kind in sorted(set(columns["kind"]) - known - {OF_ALL_KINDS})
    ]
    for row in kinds.itertuples(index=False):
        of_kind = columns[columns["kind"] == row.kind].set_index("column")
        problems += [
            f"record_kinds.csv: {row.kind} has no column {name} that is required."
            for name in row.key_columns.split()
            if name not in of_kind.index or of_kind.at[name, "required"] != "yes"
        ]
    return problems + _list_problems(columns, states, {*known, *tables, SITES})


def _list_problems(columns: pd.DataFrame, states: pd.DataFrame, lists: set[str]) -> list[str]:
    problems = [
        f"record_columns.csv: {row.kind} / {row.column}: there is no list {row.list!r}."
        for row in columns.dropna(subset=["list"]).itertuples(index=False)
        if row.list not in lists
    ]
    named = columns[columns["list"] == STATES]
    needed = set(zip(named["kind"], named["column"], strict=True))
    given = set(zip(states["kind"], states["column"], strict=True))
    problems += [f"record_states.csv: no row for {' / '.join(one)}." for one in needed - given]
    return problems + [
        f"record_states.csv: {' / '.join(one)} takes no word from here."
        for one in sorted(given - needed)
    ]
