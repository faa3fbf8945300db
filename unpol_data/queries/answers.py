"""What was answered at one site, and where does each answer come from?"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Connection, and_, select

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries.facts import ANSWER_KEY, approved_by, effective
from unpol_data.queries.frames import frame
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import Answer, Assessment


def site_answers(
    connection: Connection, site_code: str, area_code: str, *, chosen: Filters, viewer: Viewer
) -> pd.DataFrame:
    """One row per item of the area: the answer that counts at the as-of date, and its origin.

    Origin is the assessment, its round, source, the document an
    earlier finding was taken from, and the day of publication. No rows where the
    site is of a mission the viewer may not see.
    """
    if chosen.as_of is None:
        raise ValueError("The filters have no as-of date; resolve it with default_as_of first.")
    counts = and_(
        approved_by(chosen.as_of, viewer.clearance),
        seen_missions(Assessment.mission_code, (), viewer),
        Answer.site_code == site_code,
        Answer.side == chosen.side,
        Answer.item_code.in_(_items_of(area_code)),
    )
    effective_answers = effective(Answer, ANSWER_KEY, counts, chosen.as_of).subquery()
    origin = (
        Assessment.round_label,
        Assessment.source,
        Assessment.reference,
        Assessment.published_on,
        Assessment.illustrative,
    )
    statement = (
        select(effective_answers, *origin)
        .join(Assessment, Assessment.assessment_id == effective_answers.c.assessment_id)
        .order_by(effective_answers.c.item_code)
    )
    return frame(connection, statement)


def _items_of(area_code: str) -> Sequence[str]:
    framework = reference.table("framework")
    return list(framework.loc[framework["area_code"] == area_code, "item_code"])
