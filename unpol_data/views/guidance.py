"""Does doctrine keep up: what does guidance say of each area, and which gaps does none answer?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps, guidance_reviews, guidance_trainings, priorities
from unpol_data.views.guidance_reviews import Reviews
from unpol_data.views.guidance_trainings import Trainings
from unpol_data.views.key_figures import KeyFigure

DOCUMENTS, CONSIDERATIONS = "guidance_documents", "considerations"
NOT_READ = "not_read"
# How well a document treats the technology of an area, best first.
STATES = ("adequate", "mentioned", "needs_update", "absent", NOT_READ)
ANSWERS = ("adequate", "mentioned")
SEVERE = ("large", "critical")
READING = ["state", "passage", "assessed_on", "source", "note"]
GAP = ["mission_code", "area_code", "area_name", "gap_points", "gap_class", "priority"]


@dataclass(frozen=True)
class Guidance:
    """Guidance documents, what they say of technology, who was trained on them, who reviews them.

    `documents`: one row per document by kind and title, columns of the kind and in_force,
    overdue (its review date has passed). `cells`: one row per document that is not superseded
    and area in scope: document_code, title, document_kind, document_state, in_force, area_code,
    area_name, and READING (state not_read where nobody has read it for this area). `areas`: one
    row per area in scope with best (of STATES, over the documents in force) and how many
    documents in force are in each of STATES. `unanswered`: one row per large or critical gap in
    an area of which documents in force were read and neither treat it adequately nor mention
    it, sharpest first, with GAP and the columns of areas. `only_mentioned`: how many large or
    critical gaps are in areas that documents in force mention and none treats adequately.
    `unread`: the areas with such gaps of which no document in force has been read.

    `on` is the day up to which records are shown and on which dates pass.
    """

    documents: pd.DataFrame
    cells: pd.DataFrame
    areas: pd.DataFrame
    unanswered: pd.DataFrame
    only_mentioned: int
    unread: tuple[str, ...]
    trainings: Trainings
    reviews: Reviews
    figures: tuple[KeyFigure, ...]
    on: date
    anything_approved: bool

    @property
    def empty(self) -> bool:
        """Whether no document is on record."""
        return self.documents.empty


def guidance(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
) -> Guidance:
    """The guidance on record, beside the gaps of the missions chosen.

    Records are those recorded up to `recorded_by`, or until now. A document under review that
    was issued, or that a review was due of, is in force until it is superseded.
    """
    on = recorded_by or today
    documents = _documents(connection, chosen, viewer, on=on, recorded_by=recorded_by)
    read = queries.records.records(connection, CONSIDERATIONS, chosen, viewer, as_of=recorded_by)
    in_scope = gaps.areas_in_scope(chosen)
    cells = _cells(documents, read, in_scope)
    areas = _areas(cells, in_scope)
    severe = _severe(connection, chosen, viewer, areas=areas)
    unread = severe.loc[severe["best"] == NOT_READ, "area_code"].unique()
    unanswered = severe[~severe["best"].isin((*ANSWERS, NOT_READ))].reset_index(drop=True)
    known = {"documents": documents, "recorded_by": recorded_by}
    reviews = guidance_reviews.reviews(connection, chosen, viewer, **known)
    trained = guidance_trainings.trainings(connection, chosen, viewer, on=on, **known)
    approved = bool(len(gaps.rounds(connection, chosen, viewer)))
    return Guidance(
        documents=documents,
        cells=cells,
        areas=areas,
        unanswered=unanswered,
        only_mentioned=int((severe["best"] == "mentioned").sum()),
        unread=tuple(code for code in in_scope if code in set(unread)),
        trainings=trained,
        reviews=reviews,
        figures=_figures(documents, areas, unanswered, reviews, len(severe) if approved else None),
        on=on,
        anything_approved=approved,
    )


def _documents(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: date,
    recorded_by: date | None,
) -> pd.DataFrame:
    rows = queries.records.records(connection, DOCUMENTS, chosen, viewer, as_of=recorded_by)
    issued = rows["issued_on"].notna() | rows["review_due_on"].notna()
    issued &= rows["state"] == "under_review"
    in_force = (rows["state"] == "in_force") | issued
    due = pd.to_datetime(rows["review_due_on"])
    kinds = reference.records.column(DOCUMENTS, "document_kind").codes
    order = rows["document_kind"].map({code: number for number, code in enumerate(kinds)})
    rows = rows.assign(in_force=in_force, overdue=in_force & (due < pd.Timestamp(on)), order=order)
    rows = rows.sort_values(["order", "title", "document_code"], ignore_index=True)
    return rows.drop(columns="order")


def _cells(documents: pd.DataFrame, read: pd.DataFrame, areas: tuple[str, ...]) -> pd.DataFrame:
    named = documents.loc[
        documents["state"] != "superseded",
        ["document_code", "title", "document_kind", "state", "in_force"],
    ].rename(columns={"state": "document_state"})
    known = pd.DataFrame(
        {"area_code": areas, "area_name": [reference.name("area", code) for code in areas]}
    )
    key = ["document_code", "area_code"]
    cells = named.merge(known, how="cross").merge(read[[*key, *READING]], how="left", on=key)
    return cells.assign(state=cells["state"].fillna(NOT_READ))


def _areas(cells: pd.DataFrame, areas: tuple[str, ...]) -> pd.DataFrame:
    in_force = cells[cells["in_force"].astype(bool)]
    counts = pd.crosstab(in_force["area_code"], in_force["state"])
    counts = counts.reindex(index=list(areas), columns=list(STATES), fill_value=0)
    best = [next((name for name in STATES if row[name]), NOT_READ) for _, row in counts.iterrows()]
    names = [reference.name("area", code) for code in areas]
    rows = counts.rename_axis(index="area_code", columns=None).reset_index()
    return rows.assign(area_name=names, best=best)


def _severe(
    connection: Connection, chosen: Filters, viewer: Viewer, *, areas: pd.DataFrame
) -> pd.DataFrame:
    """The large and critical gaps in scope, sharpest first, with the columns of their area."""
    rows = priorities.priorities(connection, chosen, viewer)
    rows = rows[rows["gap_class"].isin(SEVERE)]
    return rows.merge(areas, how="left", on="area_code")[[*GAP, "best", *STATES]]


def _figures(
    documents: pd.DataFrame,
    areas: pd.DataFrame,
    unanswered: pd.DataFrame,
    reviews: Reviews,
    severe: int | None,
) -> tuple[KeyFigure, ...]:
    current = documents[documents["state"] != "superseded"]
    overdue = int(documents["overdue"].sum())
    read = areas[areas["best"] != NOT_READ]
    unread = len(areas) - len(read)
    late = f"; {overdue} past the review date" if overdue else ""
    more = f"; {unread} not read yet" if unread else ""
    since = f"longest since {reviews.oldest:%-d %b %Y}" if reviews.oldest else "none"
    return (
        KeyFigure(
            "Documents in force",
            int(documents["in_force"].sum()),
            note=f"of {len(current)} on record{late}",
        ),
        KeyFigure(
            "Areas that no guidance treats adequately",
            int((read["best"] != "adequate").sum()) if len(read) else None,
            note=f"of {len(areas)} areas{more}",
        ),
        KeyFigure(
            "Gaps that no guidance answers",
            None if severe is None else len(unanswered),
            note="no approved assessment"
            if severe is None
            else f"of {severe} large or critical gaps",
        ),
        KeyFigure("Reviews waiting", reviews.waiting, note=since),
    )
