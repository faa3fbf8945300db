"""Which steps may an assessment take, from draft to what counts or counts no more?

draft -> submitted -> reviewed -> approved -> superseded or withdrawn. Each step is kept with who
took it, in which role and why. No step is undone; what was wrong is put right by a correction.
"""

from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from unpol_data.store.errors import StoreError
from unpol_data.store.tables import AnswerComment, Assessment, AssessmentStep
from unpol_data.store.writes.acts import Act

BEFORE_WITHDRAWN = ("draft", "submitted", "reviewed", "approved")
FIRST = {
    "draft": "it has to be submitted and reviewed first",
    "submitted": "it has to be reviewed first",
}
# What each step asks for, and what has to happen first where the assessment is not there yet.
STEPS: dict[str, tuple[tuple[str, ...], str]] = {
    "submit": (("draft",), "submitted"),
    "return": (("submitted", "reviewed"), "draft"),
    "review": (("submitted",), "reviewed"),
    "approve": (("reviewed",), "approved"),
    "withdraw": (BEFORE_WITHDRAWN, "withdrawn"),
}
LONGEST_REASON = 500


@dataclass(frozen=True)
class By:
    """In which role a step is taken, and why; the account is that of the act."""

    role: str | None = None
    reason: str | None = None


def record_step(act: Act, assessment_id: int, step: str, by: By) -> None:
    """Keep that the assessment took this step; see ASSESSMENT_STEPS for those there are."""
    act.connection.execute(
        insert(AssessmentStep).values(
            assessment_id=assessment_id,
            step=step,
            account=act.account,
            role=by.role,
            reason=by.reason,
            recorded_at=act.recorded_at,
            recorded_revision=act.revision,
        )
    )


def submit_assessment(act: Act, assessment_id: int, *, by: By) -> None:
    """Hand a draft in for review; raises StoreError where it is no draft."""
    who = {"submitted_at": act.recorded_at, "submitted_by": act.account}
    _take(act, _found(act, assessment_id), "submit", by, **who)


def return_assessment(act: Act, assessment_id: int, *, by: By) -> None:
    """Make a draft again of what was submitted or reviewed, with a reason.

    Raises StoreError where it is neither, or where no reason is given.
    """
    by = By(by.role, given_reason(by.reason, "sent back", "what has to change"))
    nobody = dict.fromkeys(("submitted_at", "submitted_by", "reviewed_at", "reviewed_by"))
    _take(act, _found(act, assessment_id), "return", by, **nobody)


def review_assessment(act: Act, assessment_id: int, *, by: By) -> None:
    """Say that what was submitted holds, so that it can be approved.

    Raises StoreError where it is not submitted, or where comments are open.
    """
    before = _found(act, assessment_id)
    _must_be(before, "review")
    no_open_comments(act, assessment_id, "reviewed")
    who = {"reviewed_at": act.recorded_at, "reviewed_by": act.account}
    _take(act, before, "review", by, **who)


def approve_assessment(act: Act, assessment_id: int, *, by: By, published_on: date) -> None:
    """Let a reviewed assessment count from `published_on`, and supersede what it corrects.

    Raises StoreError where it is not reviewed, comments are open, the day is before the end of
    its period or after that of the act, or what it corrects was superseded already or counts
    only from a later day. The figures it touches have to be
    written in the same act (see `publish`).
    """
    before = _found(act, assessment_id)
    _must_be(before, "approve")
    no_open_comments(act, assessment_id, "approved")
    _must_be_in_time(act, before, published_on)
    who = {"approved_at": act.recorded_at, "approved_by": act.account}
    _take(act, before, "approve", by, **who, published_on=published_on)
    if before.replaces is not None:
        _supersede(act, before.replaces, assessment_id, by, published_on)


def withdraw_assessment(act: Act, assessment_id: int, *, by: By) -> None:
    """Let an assessment count no more, with a reason; its facts are kept.

    What it had superseded counts again, as if it had never been corrected. Raises StoreError
    where it is withdrawn or superseded, or where no reason is given. Where it was approved, the
    figures it touched have to be written anew in the same act (see `publish`).
    """
    by = By(by.role, given_reason(by.reason, "withdrawn", "why it should count no more"))
    before = _found(act, assessment_id)
    if before.state == "superseded":
        raise StoreError(
            f"Assessment {assessment_id} is superseded by a correction; correct or withdraw the "
            "correction instead."
        )
    who = {"withdrawn_at": act.recorded_at, "withdrawn_by": act.account}
    _take(act, before, "withdraw", by, **who)
    if before.state == "approved" and before.replaces is not None:
        _restore(act, before.replaces, assessment_id, by)


def given_reason(reason: str | None, what: str, asked: str) -> str:
    """The reason in one line; raises StoreError where there is none or it is too long."""
    given = " ".join((reason or "").split())
    if not given:
        raise StoreError(f"An assessment is {what} with a reason; say {asked}.")
    if len(given) > LONGEST_REASON:
        raise StoreError(
            f"The reason has {len(given):,} characters; at most {LONGEST_REASON} are kept."
        )
    return given


def no_open_comments(act: Act, assessment_id: int, what: str) -> None:
    """Raise StoreError where comments on the assessment are still to be resolved."""
    open_ones = select(func.count()).where(
        AnswerComment.assessment_id == assessment_id, AnswerComment.resolved_at.is_(None)
    )
    count = act.connection.execute(open_ones).scalar_one()
    if count:
        words = "comment is" if count == 1 else "comments are"
        raise StoreError(
            f"{count:,} {words} open on assessment {assessment_id}; it can be {what} once "
            f"{'it is' if count == 1 else 'they are'} resolved, or sent back."
        )


def _must_be_in_time(act: Act, before: Row, published_on: date) -> None:
    """Refuse a day before what was assessed was over, or one that is still to come."""
    today = act.recorded_at.astimezone(UTC).date()
    if published_on < before.assessed_to:
        raise StoreError(
            f"Assessment {before.assessment_id} was made up to {before.assessed_to}; let it count "
            f"from that day or later, not from {published_on}."
        )
    if published_on > today:
        raise StoreError(
            f"Assessment {before.assessment_id} cannot count from {published_on}, which is still "
            f"to come; let it count from today, {today}, or earlier."
        )


def _supersede(act: Act, former_id: int, assessment_id: int, by: By, on: date) -> None:
    """Let the facts of the former count only until the day on which its correction counts."""
    former = _found(act, former_id)
    if former.state == "withdrawn":
        return
    if former.state != "approved":
        raise StoreError(
            f"Assessment {assessment_id} corrects assessment {former_id}, which is "
            f"{former.state}; only an approved one is corrected."
        )
    if on < former.published_on:
        raise StoreError(
            f"Assessment {assessment_id} corrects assessment {former_id}, which counts from "
            f"{former.published_on}; let the correction count from that day or later."
        )
    _change(act, former_id, state="superseded", superseded_on=on)
    record_step(act, former_id, "supersede", By(by.role, f"corrected by no. {assessment_id}"))


def _restore(act: Act, former_id: int, assessment_id: int, by: By) -> None:
    """Let what a correction had superseded count again, once the correction is withdrawn."""
    former = _found(act, former_id)
    if former.state == "superseded":
        _change(act, former_id, state="approved", superseded_on=None)
        reason = f"its correction, no. {assessment_id}, was withdrawn"
        record_step(act, former_id, "approve", By(by.role, reason))


def _take(act: Act, before: Row, step: str, by: By, **values: Any) -> None:
    """Take the step, keep it, and say in the audit what was before and after."""
    _must_be(before, step)
    _, state = STEPS[step]
    _change(act, before.assessment_id, state=state, **values)
    record_step(act, before.assessment_id, step, by)
    published_on = values.get("published_on", before.published_on)
    act.before = {"state": before.state, "published_on": _text(before.published_on)}
    act.after = {
        "assessment_id": before.assessment_id,
        "state": state,
        "published_on": _text(published_on),
    }
    if by.reason is not None:
        act.after["reason"] = by.reason


def _must_be(before: Row, step: str) -> None:
    allowed, state = STEPS[step]
    if before.state in allowed:
        return
    if step == "approve" and before.state in FIRST:
        raise StoreError(
            f"Assessment {before.assessment_id} is {_a(before.state)}; {FIRST[before.state]}."
        )
    becomes = "a draft again" if state == "draft" else state
    raise StoreError(
        f"Assessment {before.assessment_id} is {before.state}; only one that is "
        f"{' or '.join(allowed)} can become {becomes}."
    )


def _a(state: str) -> str:
    return "a draft" if state == "draft" else state


def _found(act: Act, assessment_id: int) -> Row:
    columns = ("assessment_id", "state", "assessed_to", "published_on", "replaces")
    found = act.connection.execute(
        select(*(getattr(Assessment, name) for name in columns)).where(
            Assessment.assessment_id == assessment_id
        )
    ).one_or_none()
    if found is None:
        raise StoreError(
            f"There is no assessment {assessment_id}; see the Assessments page for those there are."
        )
    return found


def _change(act: Act, assessment_id: int, **values: Any) -> None:
    act.connection.execute(
        update(Assessment).where(Assessment.assessment_id == assessment_id).values(**values)
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
