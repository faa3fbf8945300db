"""How large are the gaps that hold at a date?

All frames come from `summaries.in_force`, which says what `on` and `revision` mean. The
dimension filter selects the rows of dimension frames and changes no figure. Confidence
is as at `from_on`; it fades from there.
"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force
from unpol_data.store.tables import MissionDimensionGap, MissionGap, SiteDimensionGap, SiteGap


def mission_gaps(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per mission and capability area: its gap, or a missing gap with its bounds."""
    only = {"area_code": chosen.areas}
    return in_force(connection, MissionGap, chosen, viewer, only=only, on=on, revision=revision)


def mission_dimension_gaps(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per mission, capability area and shown dimension."""
    only = {"area_code": chosen.areas, "dimension_code": chosen.dimensions}
    return in_force(
        connection, MissionDimensionGap, chosen, viewer, only=only, on=on, revision=revision
    )


def site_gaps(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site and capability area: its gap, or a missing gap with its bounds."""
    only = {"area_code": chosen.areas}
    return in_force(connection, SiteGap, chosen, viewer, only=only, on=on, revision=revision)


def site_dimension_gaps(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site, capability area and shown dimension."""
    only = {"area_code": chosen.areas, "dimension_code": chosen.dimensions}
    return in_force(
        connection, SiteDimensionGap, chosen, viewer, only=only, on=on, revision=revision
    )
