"""Which sites did an assessment see, and how was each answer obtained?"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Connection, func, select

from unpol_data.access import Viewer
from unpol_data.queries.assessments import seen
from unpol_data.queries.frames import frame
from unpol_data.store.tables import Answer, Assessment

ANSWERED = "answered"


def answers_obtained(
    connection: Connection, viewer: Viewer, *, assessment_ids: Sequence[int]
) -> pd.DataFrame:
    """One row per assessment, site, modality and evidence grade, with answer_count.

    Only what was answered counts, on both sides. modality is that of the answer; where it has
    none of its own, that of the assessment.
    """
    obtained = func.coalesce(Answer.modality, Assessment.modality).label("modality")
    keys = (
        Assessment.mission_code,
        Answer.assessment_id,
        Answer.site_code,
        obtained,
        Answer.evidence_grade,
    )
    statement = (
        select(*keys, func.count().label("answer_count"))
        .join(Assessment, Assessment.assessment_id == Answer.assessment_id)
        .where(
            seen(viewer),
            Answer.assessment_id.in_(list(assessment_ids)),
            Answer.state == ANSWERED,
        )
        .group_by(*keys)
        .order_by(Answer.assessment_id, Answer.site_code, obtained, Answer.evidence_grade)
    )
    return frame(connection, statement)
