"""How is an assessment handed in, sent back, reviewed and corrected, before and after it counts?

None of these steps changes a figure; approving and withdrawing do, see `publication`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Connection, Engine

from unpol_data.access import Viewer
from unpol_data.publishing.whole import must_be_sound
from unpol_data.queries.assessments import assessment, brought_by
from unpol_data.store import writes
from unpol_data.store.engine import reading
from unpol_data.store.errors import StoreError


def submit(
    engine: Engine, assessment_id: int, *, viewer: Viewer, now: datetime | None = None
) -> None:
    """Hand a draft in for review, once everything it says holds as that of a file would.

    Raises NotPermitted where the viewer may not, StoreError where there is no such draft for
    this viewer, DraftRefused (one too) with all that must be put right first.
    """
    name = "submit_assessment"
    viewer.must(name)
    with acting_on_assessment(engine, name, assessment_id, viewer, now) as (act, described):
        writes.submit_assessment(act, assessment_id, by=writes.By(viewer.role_for(name)))
        today = act.recorded_at.astimezone(UTC).date()
        must_be_sound(act.connection, described, viewer=viewer, today=today)


def send_back(
    engine: Engine,
    assessment_id: int,
    *,
    reason: str,
    viewer: Viewer,
    now: datetime | None = None,
) -> None:
    """Make a draft again of what was submitted or reviewed, and say what has to change.

    Raises NotPermitted where the viewer may not, StoreError where it is neither, or where no
    reason is given.
    """
    viewer.must("return_assessment")
    change = writes.return_assessment
    _step(engine, "return_assessment", assessment_id, viewer, now, change, reason)


def review(
    engine: Engine, assessment_id: int, *, viewer: Viewer, now: datetime | None = None
) -> None:
    """Say that what was submitted holds, so that it can be approved.

    Raises NotPermitted where the viewer may not or has brought it, StoreError where it is not
    submitted, or where comments on it are open.
    """
    viewer.must("review_assessment")
    change, name = writes.review_assessment, "review_assessment"
    _step(engine, name, assessment_id, viewer, now, change, judging=True)


def correct(
    engine: Engine, assessment_id: int, *, viewer: Viewer, now: datetime | None = None
) -> int:
    """Begin the correction of an approved assessment, as a draft with all its facts; its number.

    Raises NotPermitted where the viewer may not record assessments, StoreError where it is not
    approved or is being corrected already.
    """
    viewer.must("record_assessment")
    role = viewer.role_for("record_assessment")
    with acting_on_assessment(engine, "correct_assessment", assessment_id, viewer, now) as (act, _):
        return writes.correction_of(act, assessment_id, role=role)


def must_judge_others(
    connection: Connection, act_name: str, assessment_id: int, viewer: Viewer
) -> None:
    """Refuse with NotPermitted where the viewer has brought what the act would judge."""
    viewer.must_judge_others(act_name, brought_by(connection, assessment_id))


@contextmanager
def acting_on_assessment(
    engine: Engine,
    name: str,
    assessment_id: int,
    viewer: Viewer,
    now: datetime | None,
    *,
    rehearsal: bool = False,
) -> Iterator[tuple[writes.Act, pd.Series]]:
    """One act about one assessment, and the assessment as it stands within the act.

    Nothing of a rehearsal is kept.
    """
    with reading(engine) as connection:
        described = found(connection, assessment_id, viewer)
    said = {"subject": subject(described), "account": viewer.account, "recorded_at": now}
    with writes.acting(engine, act=name, **said, rehearsal=rehearsal) as act:
        yield act, found(act.connection, assessment_id, viewer)


def found(connection: Connection, assessment_id: int, viewer: Viewer) -> pd.Series:
    """The assessment as this viewer may see it; raises StoreError where there is none."""
    rows = assessment(connection, assessment_id, viewer)
    if rows.empty:
        raise StoreError(
            f"There is no assessment {assessment_id}; see the Assessments page for those there are."
        )
    return rows.iloc[0]


def subject(described: pd.Series) -> str:
    """What the audit calls the assessment: "UNISFA 2024"."""
    label = described["round_label"]
    return f"{described['mission_code']} {described['kind'] if pd.isna(label) else label}"


def _step(
    engine: Engine,
    name: str,
    assessment_id: int,
    viewer: Viewer,
    now: datetime | None,
    change: Callable[..., None],
    reason: str | None = None,
    *,
    judging: bool = False,
) -> None:
    with acting_on_assessment(engine, name, assessment_id, viewer, now) as (act, _):
        if judging:
            must_judge_others(act.connection, name, assessment_id, viewer)
        change(act, assessment_id, by=writes.By(viewer.role_for(name), reason))
