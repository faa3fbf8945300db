"""Which sites does each mission have at a date, and whom do they serve?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force
from unpol_data.store.tables import SiteProfile


def site_profiles(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site, closed ones among them: place, kind and people served.

    See `summaries.in_force` for `on` and `revision`.
    """
    return in_force(connection, SiteProfile, chosen, viewer, on=on, revision=revision)
