"""How does each site stand over the areas asked for?"""

from collections.abc import Mapping
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import mission as scoring
from unpol_data.views import gaps

KEY = ["mission_code", "site_code"]
# Classes of a gap that leadership is told of by number: "6 of 9 sites have a large or ...".
SEVERE = ("large", "critical")


def areas(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Mapping[str, date] | None = None,
) -> pd.DataFrame:
    """One row per site and area asked there: site_gaps with gap_points, gap_class, is_severe.

    is_severe: the printed gap is large or critical. With `on`, each mission at its own date.
    """
    found = queries.gaps.site_gaps(connection, chosen, viewer, on=on)
    found = found[found["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))]
    return _classed(found)


def overall(area_gaps: pd.DataFrame) -> pd.DataFrame:
    """One row per site: its gap over the areas given, weighted by the mission's mandate.

    Columns mission_code, site_code, served (officers), gap (missing where the areas with a
    figure carry too little of the mandate weight), gap_points, gap_class, is_severe,
    areas_scored, areas_total. Method note, section 3.
    """
    figures = scoring.overall_gaps(
        area_gaps.drop(columns=["gap_points", "gap_class", "is_severe"]),
        reference.table("mandate_relevance"),
        by=KEY,
        areas_needed=reference.parameter("mission_areas_needed"),
    )
    served = area_gaps.groupby(KEY, as_index=False)["served"].max()
    return _classed(figures.merge(served, how="left", on=KEY))


def names(connection: Connection, chosen: Filters, viewer: Viewer) -> dict[str, str]:
    """The name of every site by its code."""
    profiles = queries.sites.site_profiles(connection, chosen, viewer)
    return dict(zip(profiles["site_code"], profiles["name"], strict=True))


def _classed(rows: pd.DataFrame) -> pd.DataFrame:
    rows = gaps.with_classes(rows)
    return rows.assign(is_severe=rows["gap_class"].isin(SEVERE))
