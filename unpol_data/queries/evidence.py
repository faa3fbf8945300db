"""How much has been answered at a date, how well evidenced, and how long ago?"""

from collections.abc import Mapping, Sequence

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.summaries import Dates, in_force, summed
from unpol_data.store.tables import EvidenceCount


def evidence_counts(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: Dates = None,
    revision: int | None = None,
) -> pd.DataFrame:
    """One row per mission, area, dimension, state, grade and date: how many answers.

    See `summaries.in_force` for `on` and `revision`.
    """
    only = {"area_code": chosen.areas, "dimension_code": chosen.dimensions}
    return in_force(connection, EvidenceCount, chosen, viewer, only=only, on=on, revision=revision)


def answer_counts(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    by: Sequence[str],
    only: Mapping[str, Sequence] | None = None,
    on: Dates = None,
) -> pd.DataFrame:
    """One row per mission and combination of the columns in `by`, with answer_count.

    The rows of evidence_counts added up; `only` names values by column, as `summaries.in_force`.
    Dimensions choose nothing here: they hide columns of a picture and change no figure.
    """
    return summed(
        connection,
        EvidenceCount,
        chosen,
        viewer,
        total="answer_count",
        by=by,
        only={"area_code": chosen.areas, **(only or {})},
        on=on,
    )
