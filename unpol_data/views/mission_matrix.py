"""Where are one mission's gaps, and how do they stand against the last round and its peers?"""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps

OVERALL = "Capability"
NOT_APPLICABLE = "not_applicable"


def cells(
    connection: Connection, alone: Filters, viewer: Viewer, *, areas: pd.DataFrame
) -> pd.DataFrame:
    """One row per area in scope and column: the capability, then each dimension shown.

    Columns area_code, row_name, dimension_code ("" in the capability's column), column_name,
    overall (the capability), gap, gap_points, gap_class (not_applicable where nothing is asked),
    limiting (the dimension that limits its area), dated_on (publication of the latest round).
    `areas`: as gaps.areas_with_change, of any missions; those of the mission alone count.
    """
    own = areas[areas["mission_code"].isin(alone.missions)]
    whole = own.assign(dimension_code="", column_name=OVERALL, overall=True, limiting=False)
    parts = _dimensions(connection, alone, viewer, own=own)
    rows = pd.concat([whole, parts], ignore_index=True)
    rows["row_name"] = [reference.short_name("area", code) for code in rows["area_code"]]
    rows["dated_on"] = rows["published_on"]
    order = {code: place for place, code in enumerate(reference.codes("areas"))}
    rows = rows.sort_values("area_code", key=lambda codes: codes.map(order), kind="stable")
    columns = ["area_code", "row_name", "dimension_code", "column_name", "overall"]
    columns += ["gap", "gap_points", "gap_class", "limiting", "dated_on"]
    return rows[columns].reset_index(drop=True)


def _dimensions(
    connection: Connection, alone: Filters, viewer: Viewer, *, own: pd.DataFrame
) -> pd.DataFrame:
    """One row per area and shown dimension, dimensions in the profession's order."""
    shown = pd.DataFrame({"dimension_code": gaps.dimensions_in_scope(alone)})
    shown["column_name"] = [reference.name("dimension", code) for code in shown["dimension_code"]]
    every = queries.gaps.mission_dimension_gaps(connection, replace(alone, dimensions=()), viewer)
    keys = ["area_code", "dimension_code"]
    stored = every[[*keys, "gap"]].assign(is_asked=True)
    rows = own[["area_code", "limiting_dimension", "gap", "published_on"]]
    rows = rows.rename(columns={"gap": "area_gap"}).merge(shown, how="cross")
    rows = gaps.with_classes(rows.merge(stored, how="left", on=keys))
    if len(every):
        rows.loc[rows["is_asked"].isna(), "gap_class"] = NOT_APPLICABLE
    limits = rows["dimension_code"] == rows["limiting_dimension"]
    return rows.assign(overall=False, limiting=limits & rows["area_gap"].notna())


def against(areas: pd.DataFrame, *, mission_code: str, other: str | None) -> pd.DataFrame:
    """One row per area in scope, largest gap first, those without a figure last.

    Columns area_code, name, gap_points, gap_class, previous_points (the last round's, or the
    second mission's where there is one), median_points (of the other missions with a figure)
    and change_points (gap_points less previous_points).
    """
    own = areas[areas["mission_code"] == mission_code]
    peers = areas[areas["mission_code"] != mission_code]
    median = peers.groupby("area_code")["gap_points"].median()
    rows = own.assign(
        name=[reference.short_name("area", code) for code in own["area_code"]],
        median_points=own["area_code"].map(median),
    )
    if other is not None:
        second = areas[areas["mission_code"] == other].set_index("area_code")["gap_points"]
        rows["previous_points"] = rows["area_code"].map(second)
        rows["change_points"] = rows["gap_points"] - rows["previous_points"]
    columns = ["area_code", "name", "gap_points", "gap_class"]
    columns += ["previous_points", "median_points", "change_points"]
    return rows.sort_values(
        "gap_points", ascending=False, na_position="last", kind="stable", ignore_index=True
    )[columns]
