"""What equipment is held, unserviceable or missing at a date?

All frames come from `summaries.in_force`, which says what `on` and `revision` mean. The
area filter selects the equipment of these areas.
"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force
from unpol_data.store.tables import MissionEquipment, SiteEquipment


def mission_equipment(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per mission and equipment: counts, cost to close, and sites that are short."""
    only = {"equipment_code": _equipment_of(chosen.areas)}
    return in_force(
        connection, MissionEquipment, chosen, viewer, only=only, on=on, revision=revision
    )


def site_equipment(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per site and equipment: counts and cost to close."""
    only = {"equipment_code": _equipment_of(chosen.areas)}
    return in_force(connection, SiteEquipment, chosen, viewer, only=only, on=on, revision=revision)


def _equipment_of(areas: Sequence[str]) -> list[str] | None:
    """The equipment of these areas; None for all areas."""
    if not areas:
        return None
    catalogue = reference.table("equipment")
    return list(catalogue.loc[catalogue["area_code"].isin(areas), "equipment_code"])
