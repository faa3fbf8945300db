"""Which risks are on record, and what does the store say of each kind today?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import risk_readings
from unpol_data.views.key_figures import KeyFigure
from unpol_data.views.risk_readings import Reading

KIND = "risks"
OPEN = ("open", "occurred")


@dataclass(frozen=True)
class Risks:
    """`rows`: one row per risk of the chosen missions, the open and gravest first.

    Columns of the kind, and weight (likelihood times impact, 1 to 9), is_open and is_overdue
    (open, and the day to look again has passed). `readings`: what the store says of each kind
    of risk, in the order of the reference table.
    """

    rows: pd.DataFrame
    readings: tuple[Reading, ...]
    figures: tuple[KeyFigure, ...]
    on: date

    @property
    def empty(self) -> bool:
        """Whether no risk is on record."""
        return self.rows.empty


def risks(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
) -> Risks:
    """The risks as recorded up to `recorded_by` or until now, beside what the store says."""
    on = recorded_by or today
    rows = queries.records.records(connection, KIND, chosen, viewer, as_of=recorded_by)
    rows = _weighed(rows, on)
    readings = risk_readings.readings(
        connection, chosen, viewer, today=today, recorded_by=recorded_by
    )
    return Risks(rows=rows, readings=readings, figures=_figures(rows, readings), on=on)


def _weighed(rows: pd.DataFrame, on: date) -> pd.DataFrame:
    """The risks with their weight; the open and the gravest first."""
    levels = {code: turn for turn, code in enumerate(_levels("likelihood"), start=1)}
    counted = [rows[name].map(levels).astype("int64") for name in ("likelihood", "impact")]
    due = pd.to_datetime(rows["review_on"])
    is_open = rows["state"].isin(OPEN)
    rows = rows.assign(
        weight=counted[0] * counted[1],
        is_open=is_open.astype(bool),
        is_overdue=(is_open & (due < pd.Timestamp(on))).astype(bool),
    )
    order = ["is_open", "weight", "risk_code"]
    return rows.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _levels(column: str) -> tuple[str, ...]:
    return reference.records.column(KIND, column).codes


def _figures(rows: pd.DataFrame, readings: tuple[Reading, ...]) -> tuple[KeyFigure, ...]:
    still = rows[rows["is_open"]]
    measured = [one for one in readings if one.measure is not None]
    return (
        KeyFigure("Risks open", float(len(still)), note=f"of {len(rows)} on record"),
        KeyFigure(
            "Likely and grave",
            float((still["weight"] >= reference.parameter("grave_risk_weight")).sum()),
            note="of the open ones",
        ),
        KeyFigure(
            "To be looked at again",
            float(still["is_overdue"].sum()),
            note="the day for it has passed",
        ),
        KeyFigure(
            "Kinds of risk that show in the figures",
            float(sum(one.is_over for one in measured)),
            note=f"of {len(measured)} that are measured",
        ),
    )
