"""Which sites does a mission have, and which equipment is known at each of them?"""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters

LINE = ["site_code", "side", "equipment_code"]


def open_sites(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per open site of the chosen missions, as approved: its place, kind and people.

    No row for a mission of which nothing has been approved, or that the viewer may not see.
    """
    sites = queries.sites.site_profiles(connection, chosen, viewer)
    return sites[~sites["closed"].astype(bool)].reset_index(drop=True)


def equipment_lines(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per site, side and equipment code of which a count has been approved."""
    lines = [
        queries.equipment.site_equipment(connection, replace(chosen, areas=(), side=side), viewer)
        for side in reference.codes("sides")
    ]
    return pd.concat(lines, ignore_index=True)[LINE]
