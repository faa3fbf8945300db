"""Which gaps come first, and what is each priority made of?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import priority, threat
from unpol_data.views import gaps

KEY = ["mission_code", "area_code"]


def severities(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and rated crime threat, with severity (0-1) on the chosen horizon."""
    rated = queries.threats.mission_threats(connection, chosen, viewer)
    column = "severity_now" if chosen.horizon == "today" else "severity_emerging"
    return rated.assign(severity=rated[column])


def priorities(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and area in scope, sharpest first; what cannot be ranked comes last.

    The columns of gaps.areas_with_change, and pressure (0-1), importance, priority (0-100),
    threat_part, mandate_part and exposure_part (they sum to the priority), rank (1 sharpest,
    equal priorities share the better rank, missing where there is no priority), and
    why_not_ranked (empty where ranked; "gap": not enough evidence, "threat": no rating,
    "no_bearing": no chosen threat bears on the area). The weights are those of the chosen scenario.
    See the method note, section 9.
    """
    rows = gaps.areas_with_change(connection, chosen, viewer)
    pressure = threat.threat_pressure(
        severities(connection, chosen, viewer),
        reference.table("threat_relevance"),
        reference.table("threats"),
        missions=gaps.missions_in_scope(chosen, viewer),
        chosen=chosen.threats,
        relevance_top=reference.parameter("relevance_top"),
    )
    pressure = pressure.rename(columns={"coverage_share": "threat_coverage_share"})
    rows = rows.merge(pressure, how="left", on=KEY)
    rows = priority.priorities(rows, chosen.weights())
    rows["why_not_ranked"] = ""
    rows.loc[rows["pressure"].isna(), "why_not_ranked"] = "threat"
    rows.loc[rows["threat_coverage_share"].isna(), "why_not_ranked"] = "no_bearing"
    rows.loc[rows["gap"].isna(), "why_not_ranked"] = "gap"
    rows["rank"] = rows["priority"].rank(ascending=False, method="min").astype("Int64")
    order = ["priority", "gap", *KEY]
    return rows.sort_values(
        order, ascending=[False, False, True, True], na_position="last", ignore_index=True
    )
