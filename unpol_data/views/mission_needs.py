"""Where is one mission's gap worst, what threatens it most, and what is it short of?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import sites

# How many lines the page has room for.
SITES, THREATS, LINES = 5, 6, 5


def worst_sites(connection: Connection, alone: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per site with a figure, largest gap first; of equal gaps where more serve.

    Columns site_code, name, gap_points, gap_class, served, area_code and area_name (its largest
    gap) and dimension_name (what limits that area).
    """
    areas = sites.areas(connection, alone, viewer)
    found = sites.overall(areas)
    found = found[found["gap"].notna()].sort_values(
        ["gap_points", "served", "site_code"], ascending=[False, False, True]
    )
    worst = areas[areas["gap"].notna()].sort_values(["gap", "area_code"], ascending=[False, True])
    worst = worst.drop_duplicates("site_code")[["site_code", "area_code", "limiting_dimension"]]
    rows = found.head(SITES).merge(worst, on="site_code")
    names = sites.names(connection, alone, viewer)
    return rows.assign(
        name=rows["site_code"].map(names),
        area_name=[reference.short_name("area", code) for code in rows["area_code"]],
        dimension_name=[reference.name("dimension", code) for code in rows["limiting_dimension"]],
    )


def threats(connection: Connection, alone: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per rated crime threat among those chosen, highest first.

    Columns threat_code, threat_name, level_now and level_emerging (0 none, up to top_level),
    rated_on, source. Highest by the chosen horizon, then by the other.
    """
    rated = queries.threats.mission_threats(connection, alone, viewer)
    top = reference.parameter("threat_level_top")
    rows = rated.assign(
        threat_name=[reference.name("threat", code) for code in rated["threat_code"]],
        level_now=top * rated["severity_now"],
        level_emerging=top * rated["severity_emerging"],
        top_level=top,
    )
    first, second = ["level_now", "level_emerging"]
    if alone.horizon == "emerging":
        first, second = second, first
    return rows.sort_values(
        [first, second, "threat_name"], ascending=[False, False, True], ignore_index=True
    ).head(THREATS)


def short(connection: Connection, alone: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per equipment item short: what lowers readiness most comes first.

        lowers = criticality x short / required

    Columns equipment_code, name, criticality, required, never_held, unserviceable, short,
    cost_to_close_usd and sites_short. Method note, section 7.
    """
    lines = queries.equipment.mission_equipment(connection, alone, viewer)
    catalogue = reference.table("equipment")[["equipment_code", "name", "criticality"]]
    lines = lines[lines["short"] > 0].merge(catalogue, on="equipment_code")
    lines["lowers"] = lines["criticality"] * lines["short"] / lines["required"]
    lines = lines.sort_values(
        ["lowers", "cost_to_close_usd", "equipment_code"], ascending=[False, False, True]
    )
    return lines.head(LINES).reset_index(drop=True)
