"""Can each date be: not after today, and near the time of the assessment?"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import pandas as pd

from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_rows

DATES = (
    ("assessment", "assessed_from"),
    ("assessment", "assessed_to"),
    ("answers", "answered_on"),
    ("equipment", "counted_on"),
    ("connectivity", "measured_on"),
    ("threats", "rated_on"),
)
# Documents are read before a visit and answers completed after it; a year off is a slip.
MARGIN = timedelta(days=90)
# A link is measured over months, and a threat is rated when it is rated.
ANY_TIME_BEFORE = ("connectivity", "threats")


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Dates after today (errors), and dates far from the period assessed (warnings)."""
    for sheet, column in DATES:
        if sheet not in tables:
            continue
        rows = tables[sheet]
        moments = pd.to_datetime(rows[column], errors="coerce")
        yield from of_rows(
            rows,
            moments > pd.Timestamp(context.today),
            sheet=sheet,
            column=column,
            rule="in_the_future",
            expected=f"{context.today.isoformat()} or earlier",
            words=f"{{{column}}} is after today, {context.today.isoformat()}",
        )
        if sheet != "assessment":
            yield from _period_problems(tables, sheet, column, moments)


def _period_problems(
    tables: Mapping[str, pd.DataFrame], sheet: str, column: str, moments: pd.Series
) -> Iterator[Problem]:
    period = tables.get("assessment", pd.DataFrame())
    if len(period) != 1 or period[["assessed_from", "assessed_to"]].isna().any(axis=None):
        return
    first, last = (period[name].iloc[0] for name in ("assessed_from", "assessed_to"))
    outside = moments > pd.Timestamp(last + MARGIN)
    if sheet not in ANY_TIME_BEFORE:
        outside |= moments < pd.Timestamp(first - MARGIN)
    yield from of_rows(
        tables[sheet],
        outside,
        sheet=sheet,
        column=column,
        rule="outside_the_period",
        expected=f"{first} to {last}, give or take {MARGIN.days} days",
        words=f"{{{column}}} is more than {MARGIN.days} days outside the period assessed, "
        f"{first} to {last}",
        severity=WARNING,
    )
