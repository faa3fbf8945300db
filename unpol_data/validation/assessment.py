"""Does the assessment say, once and soundly, which mission, when and by what?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_rows, of_sheet

SHEET = "assessment"


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Not exactly one row, another mission than said, a closed one, a period out of order."""
    if SHEET not in tables:
        return
    rows = tables[SHEET]
    if len(rows) != 1:
        yield of_sheet(
            SHEET,
            rule="one_assessment",
            found=f"{len(rows)} rows",
            expected="one row",
            words=f"{len(rows)} rows were found, expected exactly one below the headings",
        )
    yield from of_rows(
        rows,
        rows["assessed_from"] > rows["assessed_to"] if _both_dates(rows) else _never(rows),
        sheet=SHEET,
        column="assessed_to",
        rule="period_in_order",
        expected="{assessed_from} or later",
        words="{assessed_to} is before assessed_from {assessed_from}",
    )
    yield from _mission_problems(rows, context)


def _both_dates(rows: pd.DataFrame) -> bool:
    return bool(len(rows)) and bool(rows[["assessed_from", "assessed_to"]].notna().all(axis=None))


def _never(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(False, index=rows.index)


def _mission_problems(rows: pd.DataFrame, context: Context) -> Iterator[Problem]:
    given = rows["mission_code"].notna()
    if context.mission_code is not None:
        yield from of_rows(
            rows,
            given & (rows["mission_code"] != context.mission_code),
            sheet=SHEET,
            column="mission_code",
            rule="other_mission",
            expected=context.mission_code,
            words=f"{{mission_code}} was found, but the file was given for {context.mission_code}",
        )
    missions = reference.table("missions")
    closed = missions.loc[missions["status"] == "closed", "mission_code"]
    yield from of_rows(
        rows,
        rows["mission_code"].isin(closed),
        sheet=SHEET,
        column="mission_code",
        rule="closed_mission",
        expected="a mission that is not closed",
        words="{mission_code} is closed",
        severity=WARNING,
    )
