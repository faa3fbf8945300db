"""How severe are the crime threats to each mission at a date?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force
from unpol_data.store.tables import MissionThreat


def mission_threats(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per mission and chosen crime threat: severity now and emerging, with source.

    A threat nobody rated has no row. See `summaries.in_force` for `on` and `revision`.
    """
    only = {"threat_code": chosen.threats}
    return in_force(connection, MissionThreat, chosen, viewer, only=only, on=on, revision=revision)
