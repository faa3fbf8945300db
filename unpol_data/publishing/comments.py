"""How does a reader ask about one answer of an assessment, and how is that settled?"""

from datetime import datetime

from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.publishing.life import acting_on_assessment
from unpol_data.store import writes
from unpol_data.store.errors import StoreError

NAME = "comment_on_answer"
CLOSED = ("superseded", "withdrawn")


def comment(
    engine: Engine,
    place: writes.Place,
    words: str,
    *,
    viewer: Viewer,
    now: datetime | None = None,
) -> int:
    """Say something of one answer, or of the whole assessment; the comment's number.

    Also how a comment is answered. Raises NotPermitted where the viewer may not, StoreError
    where nothing is said, there is no such answer, or the assessment counts no more.
    """
    viewer.must(NAME)
    with acting_on_assessment(engine, NAME, place.assessment_id, viewer, now) as (act, described):
        if described["state"] in CLOSED:
            raise StoreError(
                f"Assessment {place.assessment_id} is {described['state']}; comment on the one "
                "that took its place."
            )
        return writes.comment_on_answer(act, place, words, role=viewer.role_for(NAME))


def resolve(
    engine: Engine, place: writes.Place, *, viewer: Viewer, now: datetime | None = None
) -> int:
    """Settle what is open on one answer, or on the whole assessment; how many comments.

    Raises NotPermitted where the viewer may not, StoreError where nothing is open there.
    """
    viewer.must(NAME)
    with acting_on_assessment(engine, "resolve_comments", place.assessment_id, viewer, now) as (
        act,
        _,
    ):
        return writes.resolve_comments(act, place)
