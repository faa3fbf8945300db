"""From which day is an illustrative programme seen? A sample does not grow older."""

from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries
from unpol_data.access import Viewer
from unpol_data.filters import Filters

# The days on which something was done, by kind of record.
DONE = {
    "visits": ("made_from", "made_to"),
    "budget_lines": ("booked_on",),
    "decisions": ("decided_on",),
}


def sample_day(connection: Connection, viewer: Viewer, revision: int | None = None) -> date | None:
    """The newest day on which anything was visited, booked or decided, where all is invented.

    None where something of it is real, or nothing was done. The same for every page, so that what
    is overdue on one is not still to come on another.
    """
    whole = Filters(revision=revision)
    days = []
    for kind, columns in DONE.items():
        rows = queries.records.records(connection, kind, whole, viewer)
        if not rows["illustrative"].all():
            return None
        days += [pd.to_datetime(rows[column]).max() for column in columns]
    newest = pd.Series(days, dtype="datetime64[us]").max()
    return None if pd.isna(newest) else newest.date()
