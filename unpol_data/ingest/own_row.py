"""May a draft say this of itself: its round, period, modality, source and sensitivity?"""

from collections.abc import Mapping
from datetime import date

import pandas as pd
from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest.digest import digest_of_draft
from unpol_data.ingest.entry import Saved, above_clearance, as_kept
from unpol_data.ingest.refusal import Refused
from unpol_data.queries import assessments, drafts
from unpol_data.store import reading
from unpol_data.store.writes import (
    DESCRIBED,
    DraftChanged,
    acting,
    describe_draft,
    draft,
    keep_content_digest,
    same_description,
)
from unpol_data.validation import Context, Judgement, Problem, judge

SHEET = "assessment"
# The form does not ask whether the content is invented.
FIXED = ("mission_code", "illustrative")
# Facts of one sheet alone came without these.
NOT_OF_ONE_SHEET = ("round_label", "modality")


def save(
    engine: Engine,
    rows: pd.DataFrame,
    *,
    assessment_id: int,
    read: pd.DataFrame,
    viewer: Viewer,
    today: date,
) -> Saved:
    """Judge what the draft is to say of itself as that of a file, and let it say so.

    `rows` is the one row of the form, or none where nothing stands in it; `read` is the row of
    the store that stood there when the form was read. Raises StoreError where the assessment
    is no draft any more, Refused where the viewer may not see it.
    """
    viewer.must("record_assessment")
    given = rows.iloc[0].to_dict() if len(rows) else {}
    judgement = _judgement(engine, given, assessment_id, viewer, today)
    if judgement.refused:
        return Saved(assessment_id, judgement.problems)
    said = judgement.rows[SHEET]
    refusal = above_clearance(said, viewer)
    if refusal:
        return Saved(assessment_id, judgement.problems, refusal=refusal)
    wanted = pd.DataFrame([as_kept(said)], columns=list(DESCRIBED), dtype="object")
    if same_description(read, wanted):
        return Saved(assessment_id, judgement.problems)
    try:
        changed = _write(engine, assessment_id, read, wanted, viewer)
    except DraftChanged as conflict:
        return Saved(assessment_id, refusal=str(conflict), held=conflict.held)
    return Saved(assessment_id, judgement.problems, changed=changed)


def _write(
    engine: Engine, assessment_id: int, read: pd.DataFrame, wanted: pd.DataFrame, viewer: Viewer
) -> int:
    subject = f"assessment {assessment_id}"
    with acting(engine, act="change_draft", subject=subject, account=viewer.account) as act:
        changed = describe_draft(act, assessment_id, read=read, wanted=wanted)
        digest = digest_of_draft(act.connection, assessment_id)
        role = viewer.role_for("record_assessment")
        keep_content_digest(act, assessment_id, digest, role=role)
    return changed


def _judgement(
    engine: Engine, given: Mapping[str, object], assessment_id: int, viewer: Viewer, today: date
) -> Judgement:
    """The judgement of the row, with what the form does not ask for as the draft says it."""
    with reading(engine) as connection:
        if assessments.assessment(connection, assessment_id, viewer).empty:
            raise Refused(f"There is no draft {assessment_id} that {viewer.account} may change.")
        draft(connection, assessment_id)
        kind = drafts.kind(connection, assessment_id)
        held = drafts.assessment_row(connection, assessment_id).iloc[0]
    row = {name: given.get(name) for name in held.index} | {name: held[name] for name in FIXED}
    context = Context(today=today, mission_code=held["mission_code"])
    judgement = judge({SHEET: pd.DataFrame([row], dtype="object")}, context=context)
    problems = tuple(one for one in judgement.problems if kind == SHEET or not _unasked(one))
    return Judgement(judgement.rows, problems, judgement.unlisted)


def _unasked(problem: Problem) -> bool:
    return problem.rule == "blank" and problem.column in NOT_OF_ONE_SHEET
