"""May what was typed on the page stand in a draft, and if not, why not?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd
from sqlalchemy import Engine

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.ingest import facts
from unpol_data.ingest.digest import content_digest, digest_of_draft
from unpol_data.ingest.refusal import Refused
from unpol_data.queries import assessments, drafts, held
from unpol_data.store import reading
from unpol_data.store.writes import (
    Change,
    Description,
    DraftChanged,
    acting,
    change_draft,
    difference,
    draft,
    keep_content_digest,
    record_assessment,
)
from unpol_data.validation import Context, Judgement, Problem, headings, judge
from unpol_data.validation.cells import is_blank
from unpol_data.validation.problems import ERROR

KIND = "assessment"
ANSWERED = "answered"
# What a row is about, and so is nothing that was typed.
ABOUT = {
    "sites": ("site_code",),
    "answers": ("site_code", "item_code", "side"),
    "equipment": ("site_code", "side", "equipment_code"),
    "connectivity": ("site_code",),
    "threats": ("threat_code",),
    "assessment": (),
}
TABLE_NAMES = {
    "sites": "site_facts",
    "answers": "answers",
    "equipment": "equipment_lines",
    "connectivity": "measurements",
    "threats": "threat_ratings",
}


@dataclass(frozen=True)
class Saved:
    """What became of what was typed.

    `problems` are those of its rows, by their place in the frame; `changed` counts the rows
    of the store that changed. `held` are rows that somebody else changed meanwhile, as
    they are now; then nothing was stored, as where one of the problems is an error.
    """

    assessment_id: int | None
    problems: tuple[Problem, ...] = ()
    changed: int = 0
    already_known: bool = False
    refusal: str = ""
    held: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be put right before anything is stored."""
        return tuple(one for one in self.problems if one.severity == ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be looked at, but stops nothing."""
        return tuple(one for one in self.problems if one.severity != ERROR)

    @property
    def stored(self) -> bool:
        """Whether the draft now says what was typed."""
        return not self.errors and not self.refusal


def begin(
    engine: Engine,
    said: Mapping[str, object],
    *,
    viewer: Viewer,
    today: date,
) -> Saved:
    """A draft without any row yet, of which `said` is what the sheet assessment would say.

    The same again leads to the draft there is, or is refused where it is another person's.
    Raises NotPermitted where the viewer may not record assessments.
    """
    viewer.must("record_assessment")
    row = pd.DataFrame([said], dtype="object", index=[1])
    judgement = judge({KIND: row}, context=Context(today=today))
    if judgement.refused:
        return Saved(None, judgement.problems)
    mission_code = judgement.rows[KIND]["mission_code"].iloc[0]
    if not viewer.missions_of([mission_code]):
        return Saved(
            None, refusal=f"{viewer.account} may not record assessments of {mission_code}."
        )
    refusal = above_clearance(judgement.rows[KIND], viewer)
    if refusal:
        return Saved(None, refusal=refusal)
    recorded = record_assessment(
        engine,
        _description(judgement.rows[KIND]),
        facts={},
        account=viewer.account,
        role=viewer.role_for("record_assessment"),
    )
    number = recorded.assessment_id
    if recorded.already_known and not _own(engine, number, viewer):
        return Saved(
            None,
            refusal=f"Somebody else has begun the same draft already (no. {number}). Give yours "
            "another name of the round, or agree who enters.",
        )
    return Saved(number, judgement.problems, already_known=recorded.already_known)


def _own(engine: Engine, assessment_id: int, viewer: Viewer) -> bool:
    with reading(engine) as connection:
        return viewer.account in assessments.brought_by(connection, assessment_id)


def as_kept(rows: pd.DataFrame) -> dict[str, object]:
    """What the one row says, as the store keeps it."""
    said = rows.iloc[0].where(rows.iloc[0].notna(), None).to_dict()
    said["sensitivity"] = _level(rows)
    said["illustrative"] = said["illustrative"] == "yes"
    return said


def _level(rows: pd.DataFrame) -> int:
    levels = reference.table("sensitivities").set_index("sensitivity")["level"]
    return int(levels[rows["sensitivity"].iloc[0]])


def above_clearance(rows: pd.DataFrame, viewer: Viewer) -> str:
    """Why a draft may not be so sensitive that who enters could not see it; else nothing."""
    if _level(rows) <= viewer.clearance:
        return ""
    said = reference.name("sensitivity", rows["sensitivity"].iloc[0])
    return f"{said} is above your clearance; you could not see the draft any more."


def _description(rows: pd.DataFrame) -> Description:
    digest = content_digest({KIND: rows}, kind=KIND)
    return Description(kind=KIND, content_digest=digest, **as_kept(rows))


def typed(rows: pd.DataFrame, sheet: str, for_all: Mapping[str, object]) -> pd.DataFrame:
    """The rows in which something was typed, with what was said once for all of them.

    What is said for all stands where a row says nothing else; of answers, only in those that
    are answered, because what nobody knows has no evidence. A value without a state is an
    answer. Rows in which nothing stands but what they are about are left out.
    """
    said = [name for name in rows.columns if name not in ABOUT[sheet]]
    rows = rows[~rows[said].map(is_blank).all(axis=1)].copy()
    chosen = pd.Series(True, index=rows.index)
    if sheet == "answers":
        unsaid = rows["state"].map(is_blank) & ~rows["value"].map(is_blank)
        rows["state"] = rows["state"].mask(unsaid, ANSWERED)
        chosen = rows["state"] == ANSWERED
    for name, given in for_all.items():
        if name in rows.columns and not is_blank(given):
            rows[name] = rows[name].mask(rows[name].map(is_blank) & chosen, given)
    return rows


def save(
    engine: Engine,
    sheet: str,
    rows: pd.DataFrame,
    *,
    assessment_id: int,
    read: pd.DataFrame,
    viewer: Viewer,
    today: date,
) -> Saved:
    """Judge the rows as those of a file, and let them stand in the draft where none is wrong.

    `rows` are all that the form shows, with columns of the sheet; `read` are the rows of the
    store's table that stood there when the form was read. What `read` holds and `rows` do
    not is removed; only what differs is written, in one act. Raises StoreError where the
    assessment is no draft any more, Refused where the viewer may not see it.
    """
    viewer.must("record_assessment")
    judgement = _judgement(
        engine, sheet, rows, assessment_id=assessment_id, viewer=viewer, today=today
    )
    if judgement.refused:
        return Saved(assessment_id, judgement.problems)
    wanted = facts.of_store(judgement.rows).get(TABLE_NAMES[sheet], pd.DataFrame())
    change = difference(TABLE_NAMES[sheet], read=read, wanted=wanted)
    if not change.keys:
        return Saved(assessment_id, judgement.problems)
    try:
        changed = _write(engine, assessment_id, change, viewer)
    except DraftChanged as conflict:
        return Saved(assessment_id, refusal=str(conflict), held=conflict.held)
    return Saved(assessment_id, judgement.problems, changed=changed)


def _write(engine: Engine, assessment_id: int, change: Change, viewer: Viewer) -> int:
    with acting(
        engine,
        act="change_draft",
        subject=f"assessment {assessment_id}",
        account=viewer.account,
    ) as act:
        changed = change_draft(act, assessment_id, change)
        keep_content_digest(
            act,
            assessment_id,
            digest_of_draft(act.connection, assessment_id),
            role=viewer.role_for("record_assessment"),
        )
    return changed


def _judgement(
    engine: Engine,
    sheet: str,
    rows: pd.DataFrame,
    *,
    assessment_id: int,
    viewer: Viewer,
    today: date,
) -> Judgement:
    """The judgement of the form's own rows, held against what the draft says of itself."""
    with reading(engine) as connection:
        if assessments.assessment(connection, assessment_id, viewer).empty:
            raise Refused(f"There is no draft {assessment_id} that {viewer.account} may change.")
        draft(connection, assessment_id)
        said = drafts.assessment_row(connection, assessment_id)
        known_sites = held.sites(connection, viewer)
    mission_code = said["mission_code"].iloc[0]
    context = Context(today=today, mission_code=mission_code, known_sites=known_sites)
    given = rows.reindex(columns=list(headings.columns(sheet)["column"])).astype("object")
    judgement = judge({KIND: said, sheet: given}, context=context)
    problems = tuple(one for one in judgement.problems if one.sheet == sheet)
    return replace(judgement, rows={sheet: judgement.rows[sheet]}, problems=problems)
