"""What was said of the answers of assessments, and what of it is still open?"""

import pandas as pd
from sqlalchemy import Connection, func, select

from unpol_data.access import Viewer
from unpol_data.queries.assessments import seen
from unpol_data.queries.frames import frame
from unpol_data.store.tables import AnswerComment, Assessment


def comments(connection: Connection, viewer: Viewer, *, assessment_id: int) -> pd.DataFrame:
    """One row per comment on the assessment, oldest first, with the columns of the table."""
    statement = (
        select(AnswerComment.__table__)
        .join(Assessment, Assessment.assessment_id == AnswerComment.assessment_id)
        .where(seen(viewer), AnswerComment.assessment_id == assessment_id)
        .order_by(AnswerComment.comment_id)
    )
    return frame(connection, statement)


def open_counts(connection: Connection, viewer: Viewer) -> pd.DataFrame:
    """One row per assessment with open comments: assessment_id and open_comments."""
    statement = (
        select(AnswerComment.assessment_id, func.count().label("open_comments"))
        .join(Assessment, Assessment.assessment_id == AnswerComment.assessment_id)
        .where(seen(viewer), AnswerComment.resolved_at.is_(None))
        .group_by(AnswerComment.assessment_id)
        .order_by(AnswerComment.assessment_id)
    )
    return frame(connection, statement)
