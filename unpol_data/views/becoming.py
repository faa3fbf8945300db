"""Which gaps become large or critical in two to three years that are not yet?"""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import priorities

KEY = ["mission_code", "area_code"]
WIDE = ("large", "critical")
FIGURES = ["gap_points", "gap_class", "pressure", "rank"]


def becoming(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and area whose gap is in a worse class soon, large or critical.

    Columns mission_code, area_code, limiting_dimension (of the emerging horizon), rise_points,
    and for each of the figures gap_points (0-100, as printed), gap_class, pressure (0-1) and rank
    one column _today and one _emerging. Those that become critical come first, then the largest
    emerging gap, then the largest rise. Of what is asked today and of what the next two to three
    years will ask, whichever horizon the filters name. Without a figure on either horizon there
    is no row: nothing can be said of what becomes of it. Method note, sections 1, 9 and 12.
    """
    now, soon = (
        priorities.priorities(connection, replace(chosen, horizon=horizon), viewer)
        for horizon in ("today", "emerging")
    )
    rows = now[[*KEY, *FIGURES]].merge(
        soon[[*KEY, *FIGURES, "limiting_dimension"]],
        on=KEY,
        suffixes=("_today", "_emerging"),
    )
    order = reference.table("gap_classes").set_index("gap_class")["order"]
    turns = rows["gap_class_today"].map(order), rows["gap_class_emerging"].map(order)
    worse = (turns[1] > turns[0]).fillna(False) & rows["gap_class_emerging"].isin(WIDE)
    rows = rows.assign(
        rise_points=rows["gap_points_emerging"] - rows["gap_points_today"],
        turn=turns[1],
    )
    rows = rows[worse].sort_values(
        ["turn", "gap_points_emerging", "rise_points", *KEY],
        ascending=[False, False, False, True, True],
        ignore_index=True,
    )
    return rows.drop(columns="turn")
