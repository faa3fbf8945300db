"""How well connected is each site at a date, and what was measured there?

All frames come from `summaries.in_force`, which says what `on` and `revision` mean.
"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force
from unpol_data.store.tables import MonthlyMeasurement, SiteConnectivity, SiteMeasure


def site_connectivity(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site: its connectivity gap (missing: not known) and limiting factor."""
    return in_force(connection, SiteConnectivity, chosen, viewer, on=on, revision=revision)


def site_measures(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site and measure: value, requirement and attainment."""
    return in_force(connection, SiteMeasure, chosen, viewer, on=on, revision=revision)


def monthly_measurements(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site, measure and month: the mean and how many measurements it rests on."""
    return in_force(connection, MonthlyMeasurement, chosen, viewer, on=on, revision=revision)
