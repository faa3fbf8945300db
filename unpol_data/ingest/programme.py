"""May these rows become records of the programme, and what do they change?

Records need no approval, but a role; what differs from the record in force is its next
version. A form on a page and a file go the same way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Connection, Engine

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import programme_rights
from unpol_data.ingest.refusal import Refused
from unpol_data.queries import held, records, revisions
from unpol_data.store import reading
from unpol_data.store.writes import (
    Versions,
    acting,
    next_versions,
    record_programme,
    retire_record,
)
from unpol_data.validation import Judgement
from unpol_data.validation.records import RecordContext, judge, written


@dataclass(frozen=True)
class Kept:
    """What was found in the rows and, where nothing is wrong, what they change by kind."""

    judgement: Judgement
    versions: Mapping[str, Versions] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether nothing of the rows is or would be kept."""
        return self.judgement.refused

    def rows(self, kind: str) -> pd.DataFrame:
        """The rows of a kind as they were understood."""
        return self.judgement.rows[kind]

    def count(self, became: str) -> int:
        """How many records are `new`, `changed` or the `same`, over all kinds."""
        return sum(len(getattr(versions, became)) for versions in self.versions.values())


def keep(
    engine: Engine,
    tables: Mapping[str, pd.DataFrame],
    *,
    viewer: Viewer,
    today: date,
    dry_run: bool = False,
    recorded_at: datetime | None = None,
) -> Kept:
    """Judge the rows and keep them where nothing is wrong, all or none.

    `tables`: one frame per kind, cells as they were typed, columns as in the dictionary. On a
    dry run only what would change is told.
    """
    with reading(engine) as connection:
        tables = _with_hidden_figures(connection, tables, viewer)
        context = _context(connection, tables, viewer, today)
        hidden = {kind: records.hidden_keys(connection, kind, viewer) for kind in tables}
        judgement = judge(tables, context=context)
        rights = programme_rights.problems(judgement.rows, context, hidden, viewer)
        judgement = replace(judgement, problems=(*judgement.problems, *rights))
        if judgement.refused:
            return Kept(judgement)
        rows = {kind: written.of_store(table) for kind, table in judgement.rows.items()}
        if dry_run:
            would = {kind: next_versions(connection, kind, rows[kind]) for kind in rows}
            return Kept(judgement, would)
    versions = record_programme(engine, rows, account=viewer.account, recorded_at=recorded_at)
    return Kept(judgement, versions)


def retire(engine: Engine, kind: str, key: Sequence[str], reason: str, *, viewer: Viewer) -> int:
    """Take a record out of use; the number of its last version.

    Raises Refused where this viewer may not, or sees no such record, and StoreError where
    records in force refer to it; those that may not be seen are counted, not named.
    """
    with reading(engine) as connection:
        context = _context(connection, {kind: pd.DataFrame()}, viewer, date.min)
        every = reference.records.kinds()
        hidden = {other: records.hidden_keys(connection, other, viewer) for other in every}
    rows = context.in_force(kind, {})
    named = [tuple(key) == one for one in _keys(kind, rows)]
    rows = rows.loc[named]
    missions = programme_rights.mission_codes(kind, rows, {}, context)
    if not missions or not programme_rights.may_edit(viewer, kind, missions[0]):
        raise Refused(f"Your role may not retire {' / '.join(key)}; ask a planner.")
    with acting(
        engine, act=f"retire_{kind}", subject=f"{kind} {' / '.join(key)}", account=viewer.account
    ) as act:
        return retire_record(act, kind, key, reason, hidden=hidden)


def _with_hidden_figures(
    connection: Connection, tables: Mapping[str, pd.DataFrame], viewer: Viewer
) -> Mapping[str, pd.DataFrame]:
    """The same rows; of a decision whose figures are blank for this viewer, those in force stay."""
    rows = tables.get(records.DECISIONS)
    if rows is None or "decision_code" not in rows:
        return tables
    figures = rows["decision_code"].map(records.hidden_figures(connection, viewer))
    if figures.isna().all():
        return tables
    now = rows.get(records.FIGURES)
    rows = rows.assign(**{records.FIGURES: figures.astype("object").where(figures.notna(), now)})
    return {**tables, records.DECISIONS: rows}


def _keys(kind: str, rows: pd.DataFrame) -> list[tuple[str, ...]]:
    key = list(reference.records.key(kind))
    return list(rows[key].itertuples(index=False, name=None))


def _context(
    connection: Connection, tables: Mapping[str, pd.DataFrame], viewer: Viewer, today: date
) -> RecordContext:
    """What is in force of these kinds and of those they refer to, as the viewer sees it."""
    kinds = set(tables)
    for kind in tables:
        kinds |= {one.refers_to for one in reference.records.columns(kind) if one.refers_to}
    everything = Filters()
    return RecordContext(
        today=today,
        known_sites=held.sites(connection, viewer),
        held={kind: records.records(connection, kind, everything, viewer) for kind in kinds},
        revision=revisions.current_revision(connection),
        retired={kind: records.retired(connection, kind, viewer) for kind in kinds},
    )
