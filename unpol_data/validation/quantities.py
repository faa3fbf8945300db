"""Can each count, percentage and measurement be?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_rows

COUNTS = ("required", "held", "serviceable")
# What a unit can hold at all: a day has 24 hours, a share of the whole is at most 100 %.
ENDS = (("_pct", 100), ("hours_per_day", 24))
LEVELS = ("level_now", "level_emerging")


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Equipment, connectivity and threat figures that cannot be, or probably are not meant."""
    if "equipment" in tables:
        yield from _equipment_problems(tables["equipment"])
    if "connectivity" in tables:
        yield from _connectivity_problems(tables["connectivity"])
    if "threats" in tables:
        for column in LEVELS:
            yield from of_rows(
                tables["threats"],
                ~tables["threats"][column].between(0, 4) & tables["threats"][column].notna(),
                sheet="threats",
                column=column,
                rule="level_range",
                expected="0, 1, 2, 3 or 4",
                words=f"{{{column}}} is not a level from 0 to 4",
            )
            yield from _whole_level_problems(tables["threats"], column)


def _whole_level_problems(rows: pd.DataFrame, column: str) -> Iterator[Problem]:
    """Levels between two of the scale; an index is finer than it, a person's rating is not."""
    editions = reference.table("index_editions")
    known = [f"{row.index_name} {row.edition}" for row in editions.itertuples(index=False)]
    yield from of_rows(
        rows,
        (rows[column] % 1 > 0) & ~rows["source"].isin(known),
        sheet="threats",
        column=column,
        rule="whole_level",
        expected="0, 1, 2, 3 or 4",
        words=f"{{{column}}} lies between two levels; only an index is so exact, and then the "
        f"source reads {known[-1]}",
    )


def _equipment_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    for column in COUNTS:
        yield from of_rows(
            rows,
            rows[column] < 0,
            sheet="equipment",
            column=column,
            rule="below_zero",
            expected="0 or more",
            words=f"{{{column}}} is below 0",
        )
        yield from of_rows(
            rows,
            rows[column] % 1 > 0,
            sheet="equipment",
            column=column,
            rule="whole_items",
            expected="a whole number",
            words=f"{{{column}}} is not a whole number of items",
        )
    yield from of_rows(
        rows,
        rows["serviceable"] > rows["held"],
        sheet="equipment",
        column="serviceable",
        rule="serviceable_within_held",
        expected="at most {held}",
        words="{serviceable} is more than held {held}",
    )


def _connectivity_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    measures = list(reference.codes("measures"))
    for measure in measures:
        end = next((end for part, end in ENDS if measure.endswith(part)), None)
        possible = rows[measure].isna() | (rows[measure] >= 0)
        if end is not None:
            possible &= ~(rows[measure] > end)
        span = "0 or more" if end is None else f"0 to {end}"
        yield from of_rows(
            rows,
            ~possible,
            sheet="connectivity",
            column=measure,
            rule="physical_range",
            expected=span,
            words=f"{{{measure}}} cannot be; expected {span}",
        )
        if measure.endswith("_pct"):
            yield from _share_problems(rows, measure)
    yield from of_rows(
        rows,
        rows[measures].isna().all(axis=1),
        sheet="connectivity",
        column="",
        rule="nothing_measured",
        expected="at least one of " + ", ".join(measures),
        words="nothing was measured in this row",
    )


def _share_problems(rows: pd.DataFrame, measure: str) -> Iterator[Problem]:
    yield from of_rows(
        rows,
        (rows[measure] > 0) & (rows[measure] <= 1),
        sheet="connectivity",
        column=measure,
        rule="share_for_percentage",
        expected="a percentage from 0 to 100",
        words=f"{{{measure}}} looks like a share; 95 % is written 95",
        severity=WARNING,
    )
