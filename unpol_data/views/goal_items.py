"""What is on record for the goals of the mandate: options, decisions and guidance, one by one?"""

from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters

KINDS = ("options", "decisions", "guidance_documents")
SERVES = ["a4p_priority", "strategy_goal", "agenda_tags"]
ITEM = [
    "kind",
    "code",
    "title",
    "mission_code",
    "state",
    "cost_once_usd",
    "total_once_usd",
    "cost_yearly_usd",
    "dated_on",
    "due_on",
    "is_overdue",
    *SERVES,
    "source",
    "illustrative",
    "recorded_revision",
]
OPEN = ("open", "under_way")
NAMES = {
    "options": {"option_code": "code"},
    "decisions": {"decision_code": "code", "words": "title", "decided_on": "dated_on"},
    "guidance_documents": {
        "document_code": "code",
        "issued_on": "dated_on",
        "review_due_on": "due_on",
    },
}
OVER = {"options": "retired", "decisions": "", "guidance_documents": "superseded"}


def items(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    on: date,
    recorded_by: date | None = None,
) -> pd.DataFrame:
    """One row per option, decision and document in use, with ITEM; the side chooses none of them.

    total_once_usd is the cost once with programme support. is_overdue: an open decision, or
    the review of a document in force, was due before `on`. A decision carries the agenda tags of
    the option it takes up. With areas chosen, options are those that gain in one of them.
    """
    seen = {"as_of": recorded_by}
    options = queries.records.records(connection, "options", chosen, viewer, **seen)
    if chosen.areas:
        gains = queries.records.records(connection, "option_gains", chosen, viewer, **seen)
        options = options[options["option_code"].isin(gains["option_code"])]
    decisions = queries.records.records(connection, "decisions", chosen, viewer, **seen)
    every = queries.records.records(connection, "options", Filters(), viewer, **seen)
    tags = every.set_index("option_code")["agenda_tags"].astype("object")
    decisions = decisions.assign(agenda_tags=decisions["option_code"].map(tags))
    guidance = queries.records.records(connection, "guidance_documents", chosen, viewer, **seen)
    told = [
        _of_kind(kind, rows, on)
        for kind, rows in zip(KINDS, (options, decisions, guidance), strict=True)
    ]
    return pd.concat(told, ignore_index=True)


def _of_kind(kind: str, rows: pd.DataFrame, on: date) -> pd.DataFrame:
    """The rows of one kind with the columns of all kinds."""
    rows = rows[rows["state"] != OVER[kind]].rename(columns=NAMES[kind])
    told = rows.reindex(columns=ITEM).astype("object").assign(kind=kind)
    for name in ("dated_on", "due_on"):
        told[name] = pd.to_datetime(told[name])
    for name in ("cost_once_usd", "cost_yearly_usd"):
        told[name] = pd.to_numeric(told[name]).astype("float64")
    support = reference.parameter("programme_support_share")
    waits = told["state"].isin(OPEN if kind == "decisions" else ("in_force", "under_review"))
    late = told["due_on"] < pd.Timestamp(on)
    return told.assign(
        total_once_usd=told["cost_once_usd"] * (1 + support),
        is_overdue=(waits & late).astype(bool),
        illustrative=told["illustrative"].astype(bool),
    )


def served(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """One row per item and goal of the column that it serves, with goal_code; others are left out.

    `column` is of SERVES; agenda_tags holds several codes, separated by blanks.
    """
    codes = rows[column].map(lambda said: said.split() if isinstance(said, str) else [])
    each = rows.assign(goal_code=codes.astype("object")).explode("goal_code")
    return each[each["goal_code"].notna()].reset_index(drop=True)


def places(
    connection: Connection, viewer: Viewer, items: pd.DataFrame, *, recorded_by: date | None = None
) -> pd.DataFrame:
    """One row per option or decision of these and capability area it is about.

    Columns kind, code, mission_code (missing: every mission) and area_code. What a document of
    guidance is about is every mission's, so it stands not here.
    """
    seen = {"as_of": recorded_by}
    every = Filters()
    gains = queries.records.records(connection, "option_gains", every, viewer, **seen)
    decided = queries.records.records(connection, "decisions", every, viewer, **seen)
    about = [
        rows[[code, "area_code"]].rename(columns={code: "code"}).assign(kind=kind)
        for kind, code, rows in (
            ("options", "option_code", gains),
            ("decisions", "decision_code", decided),
        )
    ]
    known = pd.concat(about, ignore_index=True).dropna().drop_duplicates()
    return items[["kind", "code", "mission_code"]].merge(known, on=["kind", "code"])
