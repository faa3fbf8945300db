"""How is what a draft says of itself changed, without anybody's work being lost?"""

import pandas as pd
from sqlalchemy import update

from unpol_data.store.tables import Assessment
from unpol_data.store.writes.acts import Act
from unpol_data.store.writes.drafts import DraftChanged, draft, written
from unpol_data.store.writes.rows import plain_rows

# What a person says of an assessment; its mission and kind stay what they are.
DESCRIBED = (
    "round_label",
    "assessed_from",
    "assessed_to",
    "modality",
    "sensitivity",
    "source",
    "summary",
    "illustrative",
    "reference",
)


def describe_draft(
    act: Act, assessment_id: int, *, read: pd.DataFrame, wanted: pd.DataFrame
) -> int:
    """Let the draft say `wanted` of itself where it said `read`; how many rows that are: 1.

    Both are one row with DESCRIBED. Raises StoreError where the assessment is no draft, and
    DraftChanged, with the row as it is, where it says something else than was read. The digest
    of the whole content has to be kept in the same act (see `keep_content_digest`).
    """
    row = draft(act.connection, assessment_id)
    current = {name: getattr(row, name) for name in DESCRIBED}
    before, after = _plain(read), _plain(wanted)
    # What stands there already was sent twice, over a link that breaks.
    if current not in (before, after):
        raise DraftChanged(
            "Nothing was stored: what the draft says of itself was changed on another screen since "
            "it was read here.",
            held=pd.DataFrame([current]),
            gone=0,
        )
    own = update(Assessment).where(Assessment.assessment_id == assessment_id)
    act.connection.execute(own.values(**after))
    act.before = (act.before or {}) | {"assessment": written(current)}
    act.after = (act.after or {}) | {"assessment": written(after)}
    return 1


def same_description(read: pd.DataFrame, wanted: pd.DataFrame) -> bool:
    """Whether both, one row with DESCRIBED each, say the same."""
    return _plain(read) == _plain(wanted)


def _plain(row: pd.DataFrame) -> dict:
    (cells,) = plain_rows(Assessment.__table__, row[list(DESCRIBED)])
    return cells
