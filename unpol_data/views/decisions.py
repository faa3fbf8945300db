"""What was decided on what figures, what became of it, and has the gap moved since?"""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.kept_figures import ShownFigure, kept_figures
from unpol_data.scoring.moved import LARGER, SMALLER
from unpol_data.views import decision_aims
from unpol_data.views.key_figures import KeyFigure
from unpol_data.views.sample_day import sample_day

KIND = "decisions"
OPEN = ("open", "under_way")
CLEAR = (SMALLER, LARGER)
REVISION = "revision"


@dataclass(frozen=True)
class Decisions:
    """The decisions on record, and how the gaps they aimed at have moved.

    `rows`: one row per decision, those overdue first, then those open by due date, then the
    newest, with the columns of the kind and is_open, days_over (days past the due date of one
    that is open, else missing), aim_count, smaller and larger (how many of the gaps aimed at
    clearly moved so; see scoring.moved). `aims`: as decision_aims.aims. `on` is the day on which
    due dates pass; `sample_day` says that it is that of an illustrative programme, which does
    not grow older.
    """

    rows: pd.DataFrame
    aims: pd.DataFrame
    on: date
    sample_day: bool
    figures: tuple[KeyFigure, ...]

    @property
    def empty(self) -> bool:
        """Whether no decision is on record."""
        return self.rows.empty

    def count(self, *states: str) -> int:
        """How many decisions are in one of the states."""
        return int(self.rows["state"].isin(states).sum())

    @property
    def overdue(self) -> int:
        """How many decisions are open past their due date."""
        return int(self.rows["days_over"].notna().sum())

    @property
    def aimed(self) -> int:
        """How many decisions aimed at a gap."""
        return int((self.rows["aim_count"] > 0).sum())

    def moved(self, way: str) -> int:
        """In how many decisions at least one gap aimed at is clearly `smaller` or `larger`."""
        return int((self.rows[way] > 0).sum())


def decisions(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
    with_aims: bool = True,
) -> Decisions:
    """The decisions about the chosen missions, areas and threats, and about all of them.

    As recorded up to `recorded_by`, or until now; gaps now are those of the chosen date. Without
    aims no gap is read, which is quick.
    """
    kept = queries.records.records(connection, KIND, chosen, viewer, as_of=recorded_by)
    invented = None if recorded_by else sample_day(connection, viewer, chosen.revision)
    on = recorded_by or invented or today
    aimed = kept if with_aims else kept.iloc[:0]
    aims = decision_aims.aims(connection, aimed, chosen, viewer)
    rows = _ordered(_counted(_dated(kept, on), aims))
    found = Decisions(rows, aims, on, invented is not None, ())
    return replace(found, figures=_figures(found))


def shown_then(decision: tuple) -> tuple[ShownFigure, ...]:
    """The figures that were on the screen when it was taken, as they are kept."""
    return kept_figures(decision.figures).shown


def as_it_was(decision: tuple) -> dict[str, list[str]]:
    """What to choose so that its page shows what it showed then, by URL parameter."""
    return decision_aims.query_of(decision) | {REVISION: [str(int(decision.store_revision))]}


def _dated(rows: pd.DataFrame, on: date) -> pd.DataFrame:
    is_open = rows["state"].isin(OPEN)
    over = (pd.Timestamp(on) - rows["due_on"]).dt.days
    return rows.assign(is_open=is_open, days_over=over.where(is_open & (over > 0)))


def _counted(rows: pd.DataFrame, aims: pd.DataFrame) -> pd.DataFrame:
    """The rows with how many gaps each aimed at and how many of them clearly moved."""
    codes = rows["decision_code"]
    counts = {"aim_count": aims["decision_code"]} | {
        way: aims.loc[aims["moved"] == way, "decision_code"] for way in CLEAR
    }
    return rows.assign(
        **{
            name: codes.map(found.value_counts()).fillna(0).astype("int64")
            for name, found in counts.items()
        }
    )


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    late = rows["days_over"].fillna(0)
    return (
        rows.assign(late=late, closed=~rows["is_open"])
        .sort_values(
            ["closed", "late", "due_on", "decided_on", "decision_code"],
            ascending=[True, False, True, False, True],
            ignore_index=True,
        )
        .drop(columns=["late", "closed"])
    )


def _figures(found: Decisions) -> tuple[KeyFigure, ...]:
    total = len(found.rows)
    clear = int((found.rows[list(CLEAR)].sum(axis=1) > 0).sum())
    return (
        KeyFigure("Open or under way", found.count(*OPEN), of=total),
        KeyFigure("Overdue", found.overdue, of=found.count(*OPEN)),
        KeyFigure("Done", found.count("done"), of=total),
        KeyFigure(
            "Gap clearly moved since",
            clear,
            note=f"of {found.aimed} that aimed at a gap: {found.moved(SMALLER)} with one smaller, "
            f"{found.moved(LARGER)} with one larger",
        ),
    )
