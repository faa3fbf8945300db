"""What is said of the answers of an assessment before it counts, and when is it settled?"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, insert, select, update

from unpol_data.store.errors import StoreError
from unpol_data.store.tables import Answer, AnswerComment
from unpol_data.store.writes.acts import Act

LONGEST_COMMENT = 1000


@dataclass(frozen=True)
class Place:
    """What a comment is on: one answer, or the whole assessment where no site is named."""

    assessment_id: int
    site_code: str | None = None
    item_code: str | None = None
    side: str | None = None


def comment_on_answer(act: Act, place: Place, words: str, *, role: str | None) -> int:
    """Keep a comment, open until it is resolved; its number.

    Raises StoreError where nothing is said, too much is, or there is no such answer.
    """
    said = words.strip()
    if not said:
        raise StoreError("The comment is empty; write what should be looked at.")
    if len(said) > LONGEST_COMMENT:
        raise StoreError(
            f"The comment has {len(said):,} characters; at most {LONGEST_COMMENT:,} are kept."
        )
    _must_be_there(act, place)
    values = {"words": said, "account": act.account, "role": role}
    comment_id = act.connection.execute(
        insert(AnswerComment)
        .values(
            **vars(place), **values, commented_at=act.recorded_at, recorded_revision=act.revision
        )
        .returning(AnswerComment.comment_id)
    ).scalar_one()
    act.after = {"comment_id": comment_id, **vars(place)}
    return comment_id


def resolve_comments(act: Act, place: Place) -> int:
    """Settle all that is open on this answer, or on the whole; how many comments.

    Raises StoreError where nothing is open there.
    """
    settled = act.connection.execute(
        update(AnswerComment)
        .where(_on(place), AnswerComment.resolved_at.is_(None))
        .values(resolved_at=act.recorded_at, resolved_by=act.account)
    ).rowcount
    if not settled:
        raise StoreError("No comment is open there; somebody may have resolved it meanwhile.")
    act.after = {**vars(place), "resolved": settled}
    return settled


def _must_be_there(act: Act, place: Place) -> None:
    if place.site_code is None:
        return
    answer = exists().where(*(getattr(Answer, name) == code for name, code in vars(place).items()))
    if not act.connection.execute(select(answer)).scalar_one():
        raise StoreError(
            f"Assessment {place.assessment_id} holds no answer to {place.item_code} at "
            f"{place.site_code} on this side."
        )


def _on(place: Place) -> ColumnElement[bool]:
    return and_(
        *(
            getattr(AnswerComment, name).is_(None)
            if code is None
            else getattr(AnswerComment, name) == code
            for name, code in vars(place).items()
        )
    )
