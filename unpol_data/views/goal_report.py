"""What is reported of the goals of the mandate: one row per goal and what serves it?"""

from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import goal_items, goals

MONEY = ["cost_once_usd", "total_once_usd", "cost_yearly_usd"]
DAYS = ["dated_on", "due_on"]
REPORT = ["scheme", "goal", "kind", "code", "title", "mission_code", "state", *MONEY, *DAYS]
REPORT += ["is_overdue", "source", "illustrative", "recorded_revision"]


def report(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
) -> pd.DataFrame:
    """One row per scheme, goal and item that serves it, with REPORT and the store's revision.

    A goal that nothing serves stands there too, with an empty kind. state is in words; the costs
    are missing where an item has none; store_revision is that of the store as it is read.
    """
    on = recorded_by or today
    every = goal_items.items(connection, chosen, viewer, on=on, recorded_by=recorded_by)
    told = [
        _of_scheme(scheme, column, table, every)
        for scheme, (column, table) in goals.SCHEMES.items()
    ]
    rows = pd.concat(told, ignore_index=True)
    return rows.assign(store_revision=queries.revisions.current_revision(connection))


def _of_scheme(scheme: str, column: str, table: str, every: pd.DataFrame) -> pd.DataFrame:
    names = reference.table(table).rename(columns={scheme: "goal_code", "name": "goal"})
    served = goal_items.served(every, column)
    rows = names[["goal_code", "goal"]].merge(served, how="left", on="goal_code")
    states = [
        None
        if pd.isna(row.kind)
        else reference.records.state_name(str(row.kind), "state", str(row.state))
        for row in rows.itertuples(index=False)
    ]
    return rows.assign(scheme=scheme, state=states)[REPORT]
