"""Which rows of the programme may this viewer record?

Planners and administrators may all; heads and focal points of a mission those of their own
mission; a decision may also be recorded by a reviewer. Nobody changes what they may not see.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.validation import Problem
from unpol_data.validation.problems import of_rows
from unpol_data.validation.records import RecordContext
from unpol_data.validation.records.written import UNSAID_SENSITIVITY

ACTS = ("edit_programme", "edit_mission_programme", "record_decision")
DECISIONS = "decisions"
Hidden = Mapping[str, set[tuple[str, ...]]]


def may_edit(viewer: Viewer, kind: str, mission_code: str | None = None) -> bool:
    """Whether the viewer may record such a record; the mission is None for all missions."""
    own = viewer.missions is None or (
        mission_code is not None and mission_code in viewer.missions_of([mission_code])
    )
    if viewer.may("edit_programme") or (kind == DECISIONS and viewer.may("record_decision")):
        return own
    return own and mission_code is not None and viewer.may("edit_mission_programme")


def problems(
    tables: Mapping[str, pd.DataFrame], context: RecordContext, hidden: Hidden, viewer: Viewer
) -> Iterator[Problem]:
    """Rows this viewer may not record, as they are or as they were."""
    for kind, rows in tables.items():
        key = list(reference.records.key(kind))
        keys = list(rows[key].itertuples(index=False, name=None))
        now = mission_codes(kind, rows, tables, context)
        before = _before(kind, context)
        refused = [
            code in hidden.get(kind, set())
            or not may_edit(viewer, kind, mission)
            or (code in before and not may_edit(viewer, kind, before[code]))
            for code, mission in zip(keys, now, strict=True)
        ]
        yield from of_rows(
            rows,
            pd.Series(refused, index=rows.index, dtype=bool),
            sheet=kind,
            column=key[0],
            rule="not_permitted",
            expected="a record of your own missions",
            words="your role may not record this; ask a planner",
        )
        yield from _above_clearance(kind, rows, viewer)


def _above_clearance(kind: str, rows: pd.DataFrame, viewer: Viewer) -> Iterator[Problem]:
    """Nobody records what they could not see any more."""
    table = reference.table("sensitivities")
    levels = dict(zip(table["sensitivity"], table["level"], strict=True))
    said = rows["sensitivity"].fillna(UNSAID_SENSITIVITY).map(levels)
    yield from of_rows(
        rows,
        said > viewer.clearance,
        sheet=kind,
        column="sensitivity",
        rule="above_your_clearance",
        expected=next(code for code, level in levels.items() if level == viewer.clearance),
        words="this is above your clearance; you could not see the record any more",
    )


def mission_codes(
    kind: str, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame], context: RecordContext
) -> list[str | None]:
    """The mission of each row: its own, or that of the record it belongs to; None for all."""
    if "mission_code" in rows.columns:
        return [code if isinstance(code, str) else None for code in rows["mission_code"]]
    for column in reference.records.columns(kind):
        parent = column.refers_to
        if parent and "mission_code" in reference.records.column_names(parent):
            held = context.in_force(parent, tables)
            key = reference.records.key(parent)[0]
            missions = dict(zip(held[key], held["mission_code"], strict=True))
            found = [missions.get(code) for code in rows[column.column]]
            return [code if isinstance(code, str) else None for code in found]
    return [None] * len(rows)


def _before(kind: str, context: RecordContext) -> dict[tuple[str, ...], str | None]:
    """The mission of each record in force or out of use, by its key."""
    held = pd.concat([context.retired.get(kind), context.in_force(kind, {})])
    keys = held[list(reference.records.key(kind))].itertuples(index=False, name=None)
    return dict(zip(keys, mission_codes(kind, held, {}, context), strict=True))
