"""Which assessments count, as the store says now or as it said at a revision?

An assessment is changed in place as it takes its steps, so an earlier standing is read from the
moments of its steps: what was approved by the moment of the revision and not withdrawn by then
counted, and what a correction had superseded by then counted up to that correction's day.
"""

from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from unpol_data.store.tables import Assessment, Revision

# States of which the facts count on some days: all from a publication on.
COUNTED = ("approved", "superseded")


def counted(revision: int | None = None, of: type[Assessment] = Assessment) -> ColumnElement[bool]:
    """Whether an assessment counts on some day, now or as the store said at the revision."""
    if revision is None:
        return of.state.in_(COUNTED)
    moment = _moment(revision)
    return and_(of.approved_at <= moment, or_(of.withdrawn_at.is_(None), of.withdrawn_at > moment))


def counting_on(on: date, revision: int | None = None) -> ColumnElement[bool]:
    """Whether an assessment counts at a date for those who may see it."""
    return and_(counted(revision), Assessment.published_on <= on, ~_superseded(on, revision))


def corrects_what_counted(revision: int | None = None) -> ColumnElement[bool]:
    """Whether an assessment has taken the place of one that it corrects."""
    former = aliased(Assessment)
    taken = former.state == "superseded" if revision is None else counted(revision, former)
    return exists().where(former.assessment_id == Assessment.replaces, taken)


def _superseded(on: date, revision: int | None) -> ColumnElement[bool]:
    if revision is None:
        return func.coalesce(Assessment.superseded_on <= on, False)
    correction = aliased(Assessment)
    return exists().where(
        correction.replaces == Assessment.assessment_id,
        counted(revision, correction),
        correction.published_on <= on,
    )


def _moment(revision: int) -> ScalarSelect:
    """When the revision was recorded; that of the one before where its number was never used."""
    newest = select(Revision.recorded_at).where(Revision.revision <= revision)
    return newest.order_by(Revision.revision.desc()).limit(1).scalar_subquery()
