"""Are these the sheets and columns that the data dictionary promises?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.problems import WARNING, Problem, nearest, of_sheet


def sheets() -> tuple[str, ...]:
    """The sheets of the assessment workbook, in order."""
    return tuple(dict.fromkeys(reference.table("columns")["sheet"]))


def columns(sheet: str) -> pd.DataFrame:
    """One row per column of a sheet, in order: column, value_kind, list, required, meaning."""
    rows = reference.table("columns")
    return rows[rows["sheet"] == sheet].sort_values("position").reset_index(drop=True)


def sheet_problems(found: tuple[str, ...], *, helping: tuple[str, ...]) -> Iterator[Problem]:
    """Sheets of a workbook that are not read, and why; `helping` sheets are expected there."""
    known = sheets()
    for name in found:
        if name in known or name in helping:
            continue
        yield of_sheet(
            name,
            rule="unknown_sheet",
            found=name,
            expected=nearest(name, known),
            words=f"this sheet is not known and was not read; expected {nearest(name, known)}",
            severity=WARNING,
        )
    if "assessment" not in found:
        yield of_sheet(
            "assessment",
            rule="missing_sheet",
            expected="a sheet named assessment",
            words="the sheet is missing; it says which mission was assessed, when and by what",
        )


def column_problems(tables: Mapping[str, pd.DataFrame]) -> Iterator[Problem]:
    """Columns of the assessment workbook that are missing, unknown or there twice."""
    for sheet, rows in tables.items():
        known = columns(sheet)
        required = known.loc[known["required"] == "yes", "column"]
        yield from unfit_columns(sheet, rows, tuple(known["column"]), tuple(required))


def unfit_columns(
    sheet: str, rows: pd.DataFrame, names: tuple[str, ...], required: tuple[str, ...]
) -> Iterator[Problem]:
    """Columns of a sheet that are missing, unknown or there twice, given the known ones."""
    found = list(rows.columns)
    for name in required:
        if name not in found:
            yield of_sheet(
                sheet,
                rule="missing_column",
                column=name,
                expected=name,
                words="the column is missing",
            )
    for name in dict.fromkeys(found):
        if name not in names:
            yield _unknown(sheet, name, names)
        elif found.count(name) > 1:
            yield of_sheet(
                sheet,
                rule="column_twice",
                column=name,
                found=name,
                expected="once",
                words="the column stands there twice",
            )


def _unknown(sheet: str, name: str, names: tuple[str, ...]) -> Problem:
    return of_sheet(
        sheet,
        rule="unknown_column",
        column=name,
        found=name,
        expected=nearest(name, names),
        words=f"the column is not known; expected {nearest(name, names)}",
    )
