"""Which printed gaps does approving or withdrawing an assessment change?"""

import pandas as pd

from unpol_data import reference
from unpol_data.scoring import classes


def effects(changes: pd.DataFrame) -> pd.DataFrame:
    """One row per side, horizon and area whose printed gap changes, the largest change first.

    `changes`: as publishing.Publication. Columns side, horizon, area_code, points_before and
    points_after (0-100, missing: no figure), class_before and class_after.
    """
    rows = changes[["side", "horizon", "area_code"]]
    scale = reference.table("gap_classes")
    for when in ("before", "after"):
        gaps = changes[f"gap_{when}"].astype("float64")
        named = classes.gap_classes(gaps, scale).fillna("not_enough_evidence")
        rows = rows.assign(**{f"points_{when}": classes.printed(gaps), f"class_{when}": named})
    same = rows["points_before"].fillna(-1) == rows["points_after"].fillna(-1)
    size = (rows["points_after"] - rows["points_before"]).abs()
    rows = rows.assign(size=size)[~same]
    rows = rows.sort_values(["size", "area_code"], ascending=[False, True], na_position="last")
    return rows.drop(columns="size").reset_index(drop=True)
