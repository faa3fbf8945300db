"""Which draws of the gaps hold at a date?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force
from unpol_data.store.packing import unpacked
from unpol_data.store.tables import GapDraws

PACKED = ["gap_draws", "exposure_draws"]


@dataclass(frozen=True)
class StoredDraws:
    """`rows`: one row per mission and area, with seed and draw_count, as the arrays' rows.

    `gaps` and `exposures` (0-1) have one column per draw, as many as all rows have.
    """

    rows: pd.DataFrame
    gaps: np.ndarray
    exposures: np.ndarray


def gap_draws(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> StoredDraws:
    """The draws of every chosen mission and area, drawn when its evidence was approved.

    Areas without a figure have draws too, from what is known of them. Without any row both
    arrays are empty. See `summaries.in_force` for `on` and `revision`.
    """
    only = {"area_code": chosen.areas}
    rows = in_force(connection, GapDraws, chosen, viewer, only=only, on=on, revision=revision)
    count = int(rows["draw_count"].min()) if len(rows) else 0
    gaps, exposures = (_stacked(rows[column], count) for column in PACKED)
    return StoredDraws(rows.drop(columns=PACKED), gaps, exposures)


def _stacked(values: pd.Series, count: int) -> np.ndarray:
    stacked = np.empty((len(values), count), dtype=np.float32)
    for place, value in enumerate(values):
        stacked[place] = unpacked(value)[:count]
    return stacked
