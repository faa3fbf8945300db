"""How does each mission stand over the areas asked for, and how sure is that?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import mission as scoring
from unpol_data.views import gaps

ROUND = ["published_on", "previous_on", "has_previous"]


def overall(area_gaps: pd.DataFrame) -> pd.DataFrame:
    """One row per mission: its gap over the areas given, weighted by mandate relevance.

    Columns mission_code, gap (missing where the areas with a figure carry too little of the
    mandate weight), gap_points, gap_class, areas_scored, areas_total.
    """
    figures = scoring.overall_gaps(
        area_gaps,
        reference.table("mandate_relevance"),
        by=["mission_code"],
        areas_needed=reference.parameter("mission_areas_needed"),
    )
    return gaps.with_classes(figures)


def officers(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per open site in scope with served: UNPOL, or host-State officers on that side."""
    sites = queries.sites.site_profiles(connection, chosen, viewer)
    sites = sites[~sites["closed"].astype(bool)]
    column = "unpol_served" if chosen.side == "unpol" else "host_officers_served"
    return sites.assign(served=sites[column])


def missions(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    areas: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per mission in scope, whether or not it has a figure.

    Columns mission_code, name, host_name, hq_name, latitude, longitude, label_side, served
    (UNPOL at its sites), gap, gap_points, gap_class, previous_points, change_points,
    areas_scored, areas_total, published_on (latest round), previous_on. `areas`: the rows of
    gaps.areas_with_change for these filters, where they have been read already.
    """
    if areas is None:
        areas = gaps.areas_with_change(connection, chosen, viewer)
    since = areas[["mission_code", *ROUND]].drop_duplicates("mission_code")
    profile = reference.table("missions").drop(
        columns=["source", "status", "since_year", "host_short_name"]
    )
    served = officers(connection, chosen, viewer)
    served = served.groupby("mission_code", as_index=False)["served"].sum()
    in_scope = gaps.missions_in_scope(chosen, viewer)
    scope = pd.DataFrame({"mission_code": pd.Series(in_scope, dtype="str")})
    rows = scope
    for more in (profile, served, overall(areas), _previous(areas), since):
        rows = rows.merge(more, how="left", on="mission_code")
    rows["change_points"] = rows["gap_points"] - rows["previous_points"]
    return rows


def _previous(areas: pd.DataFrame) -> pd.DataFrame:
    """One row per mission with previous_points: its gap over the areas at the last round."""
    before = overall(areas.assign(gap=areas["previous_gap"]))
    return before[["mission_code", "gap_points"]].rename(columns={"gap_points": "previous_points"})
