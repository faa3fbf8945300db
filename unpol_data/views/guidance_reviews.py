"""Which reviews of guidance are waiting, and what is missing before a draft is cleared?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters

KIND = "document_reviews"
# With the reviewer; "changes asked" waits for the office that writes.
WAITING = ("requested", "under_way")
UNFINISHED = ("draft", "under_review")
NOT_ASKED, CLEARED = "not_asked", "cleared"


@dataclass(frozen=True)
class Reviews:
    """`queue`: one row per document and reviewer of the documents that are not cleared by all.

    A document stands there while it is a draft or under review, or while a review of it is not
    cleared. Columns document_code, title, document_state, reviewer, state (not_asked where
    there is no review), state_on, waiting_since (the document's longest waiting review, missing
    where none waits); the document that waits longest first. `waiting`: how many reviews wait
    for the reviewer; `oldest`: since when the first of them, None where none does.
    """

    queue: pd.DataFrame
    waiting: int
    oldest: date | None


def reviewers() -> tuple[str, ...]:
    """The three who have to clear a document, in order."""
    return reference.records.column(KIND, "reviewer").codes


def reviews(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    documents: pd.DataFrame,
    recorded_by: date | None = None,
) -> Reviews:
    """The review queue of these documents; superseded ones wait for nobody."""
    known = documents.loc[documents["state"] != "superseded", ["document_code", "title", "state"]]
    known = known.rename(columns={"state": "document_state"})
    given = queries.records.records(connection, KIND, chosen, viewer, as_of=recorded_by)
    given = given[["document_code", "reviewer", "state", "state_on"]]
    each = known.merge(pd.DataFrame({"reviewer": reviewers()}), how="cross")
    rows = each.merge(given, how="left", on=["document_code", "reviewer"])
    rows["state_on"] = pd.to_datetime(rows["state_on"])
    rows["state"] = rows["state"].fillna(NOT_ASKED)
    rows = rows[rows["document_code"].isin(_open(rows))]
    is_waiting = rows["state"].isin(WAITING)
    since = rows[is_waiting].groupby("document_code")["state_on"].min()
    rows = rows.merge(since.rename("waiting_since").reset_index(), how="left", on="document_code")
    rows = rows.sort_values(
        ["waiting_since", "title", "document_code"], kind="stable", ignore_index=True
    )
    return Reviews(
        queue=rows,
        waiting=int(is_waiting.sum()),
        oldest=since.min().date() if len(since) else None,
    )


def _open(rows: pd.DataFrame) -> set[str]:
    """The documents that are unfinished and not cleared by all, or have a review not cleared."""
    uncleared = rows["state"] != CLEARED
    wanted = rows["document_state"].isin(UNFINISHED) | (rows["state"] != NOT_ASKED)
    return set(rows.loc[uncleared & wanted, "document_code"])
