"""What stands in a reference file, and is each cell what its column promises?"""

from pathlib import Path

import pandas as pd

from unpol_data.reference.schema import TABLES, Column

FOLDER = Path(__file__).parent / "tables"


class ReferenceDataError(ValueError):
    """Reference data cannot be used; the message lists every problem with file and row."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__("Reference data cannot be used:\n" + "\n".join(problems))


def raw_table(table_name: str, folder: Path = FOLDER) -> pd.DataFrame:
    """One row per line of the file, every cell as text, empty cells missing.

    Raises ReferenceDataError where the file is absent, cannot be read, or its columns
    are not the promised ones.
    """
    path = folder / f"{table_name}.csv"
    try:
        rows = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise ReferenceDataError([f"{path.name}: cannot be read ({error})."]) from error
    expected = [*TABLES[table_name].columns, "source"]
    problems = [
        f"{path.name}: unknown column {column!r}; known are {', '.join(expected)}."
        for column in rows.columns
        if column not in expected
    ]
    problems += [
        f"{path.name}: column {column!r} is missing."
        for column in expected
        if column not in rows.columns
    ]
    if problems:
        raise ReferenceDataError(problems)
    rows = rows[expected].apply(lambda cells: cells.str.strip())
    return rows.mask(rows == "")


def _as_kind(cells: pd.Series, kind: str) -> pd.Series:
    if kind == "number":
        return pd.to_numeric(cells, errors="coerce").astype("float64")
    if kind == "integer":
        numbers = pd.to_numeric(cells, errors="coerce")
        return numbers.where(numbers == numbers.round()).astype("Int64")
    if kind == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d", errors="coerce")
    return cells


def typed_table(table_name: str, folder: Path = FOLDER) -> pd.DataFrame:
    """One row per line of the file, cells as their column's kind; unreadable cells missing."""
    rows = raw_table(table_name, folder)
    for column, rule in TABLES[table_name].columns.items():
        rows[column] = _as_kind(rows[column], rule.kind)
    return rows


def _column_problems(place: str, cells: pd.Series, typed: pd.Series, rule: Column) -> list[str]:
    """Problems of one column; rows are numbered as in the file, the header being row 1."""
    problems = []

    def at(mask: pd.Series, words: str) -> None:
        for index in cells.index[mask.fillna(False).astype(bool)]:
            problems.append(f"{place.format(row=index + 2)}: {words.format(found=cells[index])}")

    if not rule.nullable:
        at(cells.isna(), "nothing stands here, a value is needed.")
    at(cells.notna() & typed.isna(), "{found!r} is not a " + rule.kind + ".")
    if rule.one_of:
        at(
            cells.notna() & ~cells.isin(rule.one_of),
            "{found!r} is not one of " + ", ".join(rule.one_of) + ".",
        )
    if rule.low is not None:
        at(typed < rule.low, "{found} is below " + str(rule.low) + ".")
    if rule.high is not None:
        at(typed > rule.high, "{found} is above " + str(rule.high) + ".")
    return problems


def table_problems(table_name: str, known: dict[str, set[str]], folder: Path = FOLDER) -> list[str]:
    """Every problem of one table, with file, row, column and reason; empty where it is sound.

    `known` holds the codes of every list that a column may refer to.
    """
    rows, typed = raw_table(table_name, folder), typed_table(table_name, folder)
    rules = {**TABLES[table_name].columns, "source": Column()}
    problems = []
    for column, rule in rules.items():
        place = f"{table_name}.csv, row {{row}}, column {column}"
        problems += _column_problems(place, rows[column], typed[column], rule)
        if rule.refers_to:
            unknown = rows[column].notna() & ~rows[column].isin(known[rule.refers_to])
            problems += [
                f"{table_name}.csv, row {index + 2}, column {column}: "
                f"{rows.at[index, column]!r} is not in {rule.refers_to}.csv."
                for index in rows.index[unknown]
            ]
    key = list(TABLES[table_name].key)
    for index in rows.index[rows.duplicated(key)]:
        problems.append(
            f"{table_name}.csv, row {index + 2}: "
            f"{' / '.join(str(rows.at[index, column]) for column in key)} stands there twice."
        )
    return problems
