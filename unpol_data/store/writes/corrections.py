"""How does the correction of an assessment that counts begin?"""

from sqlalchemy import insert, literal, select

from unpol_data.store.errors import StoreError
from unpol_data.store.tables import HELD, Assessment, Base
from unpol_data.store.writes.acts import Act
from unpol_data.store.writes.lifecycle import By, record_step

SUFFIX = " (correction)"
COPIED = (
    "mission_code",
    "kind",
    "assessed_from",
    "assessed_to",
    "modality",
    "sensitivity",
    "source",
    "summary",
    "illustrative",
    "reference",
)


def correction_of(act: Act, assessment_id: int, *, role: str | None) -> int:
    """Begin a correction: a draft with a copy of all facts of an approved assessment; its number.

    Once it is approved it supersedes the former, whose facts then count up to that day; a row
    that was taken out of it counts no more. Raises StoreError where the former is not approved,
    or is being corrected already.
    """
    former = act.connection.execute(
        select(Assessment.__table__).where(Assessment.assessment_id == assessment_id)
    ).one_or_none()
    if former is None or former.state != "approved":
        state = "not there" if former is None else former.state
        raise StoreError(
            f"Assessment {assessment_id} is {state}; only an approved one is corrected."
        )
    _only_one(act, assessment_id)
    label = (former.round_label or former.kind.capitalize()).removesuffix(SUFFIX)
    correction_id = act.connection.execute(
        insert(Assessment)
        .values(
            **{name: getattr(former, name) for name in COPIED},
            round_label=f"{label}{SUFFIX}",
            content_digest=f"correction of {assessment_id} at {act.revision}",
            replaces=assessment_id,
            state="draft",
            imported_at=act.recorded_at,
            imported_by=act.account,
            recorded_revision=act.revision,
        )
        .returning(Assessment.assessment_id)
    ).scalar_one()
    for table in HELD:
        _copy(act, table, assessment_id, correction_id)
    record_step(act, correction_id, "record", By(role, f"corrects no. {assessment_id}"))
    act.after = {"assessment_id": correction_id, "state": "draft", "replaces": assessment_id}
    return correction_id


def _only_one(act: Act, assessment_id: int) -> None:
    """Refuse a second correction beside one that is under way."""
    under_way = act.connection.scalars(
        select(Assessment.assessment_id).where(
            Assessment.replaces == assessment_id, Assessment.state != "withdrawn"
        )
    ).first()
    if under_way is not None:
        raise StoreError(
            f"Assessment {assessment_id} is being corrected already, by assessment {under_way}; "
            "go on with that one, or withdraw it."
        )


def _copy(act: Act, table: type[Base], former_id: int, correction_id: int) -> None:
    """All rows of one kind again, under the number of the correction."""
    columns = {column.name: column for column in table.__table__.columns}
    own = {"assessment_id": literal(correction_id)}
    rows = select(*(columns | own).values()).where(table.assessment_id == former_id)
    act.connection.execute(insert(table).from_select(list(columns), rows))
