"""The life of an assessment as tests walk it, from draft to what counts."""

from datetime import date

from sqlalchemy import Engine

from unpol_data import publishing
from unpol_data.access import LOCAL, Viewer
from unpol_data.store.writes import Act, By, acting, approve_assessment, review_assessment
from unpol_data.store.writes import submit_assessment as hand_in

BY = By("reviewer")


def reviewed(engine: Engine, assessment_id: int, *, viewer: Viewer = LOCAL) -> int:
    """The same assessment, submitted and reviewed.

    Nobody judges what it says: tests of figures use facts that no file would be taken in with.
    """
    with acting(engine, act="submit_assessment", subject="", account=viewer.account) as act:
        hand_in(act, assessment_id, by=BY)
    publishing.review(engine, assessment_id, viewer=viewer)
    return assessment_id


def approved(
    engine: Engine, assessment_id: int, on: date, *, viewer: Viewer = LOCAL
) -> publishing.Publication:
    """What approving the draft changes, once it is submitted and reviewed."""
    reviewed(engine, assessment_id, viewer=viewer)
    return publishing.approve(engine, assessment_id, viewer=viewer, published_on=on)


def made_to_count(act: Act, assessment_id: int, on: date) -> None:
    """Let a draft count within one act, without any figures."""
    hand_in(act, assessment_id, by=BY)
    review_assessment(act, assessment_id, by=BY)
    approve_assessment(act, assessment_id, by=BY, published_on=on)
