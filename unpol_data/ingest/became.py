"""What becomes of rows in which nothing is wrong: compared, kept, or held already?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest import facts
from unpol_data.ingest.delivery import Delivery
from unpol_data.ingest.difference import difference
from unpol_data.ingest.report import Report
from unpol_data.queries import compared as held_facts
from unpol_data.queries import held
from unpol_data.store import reading
from unpol_data.store.writes import Description, record_assessment


@dataclass(frozen=True)
class Right:
    """A file in which nothing is wrong: its report, rows by sheet, and what it is of."""

    report: Report
    rows: Mapping[str, pd.DataFrame]
    description: Description
    submissions: pd.DataFrame | None


def all_held(report: Report, given: Delivery, *, engine: Engine, viewer: Viewer) -> Report:
    """What is told of a file all of whose submissions are held: nothing changes."""
    *_, assessment_id = given.read.held_in
    state = ""
    if assessment_id is not None:
        with reading(engine) as connection:
            state = held.state_of(connection, viewer, assessment_id)
    return replace(
        report,
        kind=given.read.kind,
        format=given.read.format,
        mission_code=given.mission_code or "",
        problems=tuple(replace(one, file=report.file_name) for one in given.read.notes),
        assessment_id=assessment_id,
        already_known=True,
        held_state=state,
    )


def known(right: Right, *, engine: Engine, viewer: Viewer) -> tuple[int, str] | None:
    """The assessment that holds the same content, and its state; None where none does."""
    with reading(engine) as connection:
        return held.assessment_with(
            connection,
            viewer,
            mission_code=right.description.mission_code,
            content_digest=right.description.content_digest,
        )


def compared(right: Right, *, engine: Engine, viewer: Viewer, today: date) -> Report:
    """What keeping the rows would change, and whether the same is held already."""
    report = replace(right.report, content_digest=right.description.content_digest)
    same = known(right, engine=engine, viewer=viewer)
    if same is not None:
        return replace(report, assessment_id=same[0], already_known=True, held_state=same[1])
    which = {"mission_code": right.description.mission_code, "on": today}
    with reading(engine) as connection:
        counting = held_facts.in_force(connection, viewer, **which)
        waiting = held_facts.waiting(connection, viewer, **which)
        last = held_facts.last_round(connection, viewer, kind=right.description.kind, **which)
    given = facts.of_store(right.rows)
    waits = any(len(found) for found in waiting.values())
    return replace(
        report,
        difference=difference(given, counting, last_round=last),
        difference_waiting=difference(given, waiting) if waits else None,
    )


def recorded(right: Right, *, engine: Engine, viewer: Viewer, today: date) -> Report:
    """Keep the rows as a draft assessment, unless the same is held already."""
    found = record_assessment(
        engine,
        right.description,
        facts=facts.of_store(right.rows),
        account=viewer.account,
        role=viewer.role_for("record_assessment"),
        submissions=right.submissions,
    )
    number, state = found.assessment_id, found.state
    if found.already_known:
        said = right.description
        with reading(engine) as connection:
            number, state = held.assessment_with(
                connection,
                viewer,
                mission_code=said.mission_code,
                content_digest=said.content_digest,
            ) or (None, "")
    return replace(
        right.report,
        assessment_id=number,
        already_known=found.already_known,
        held_state=state,
        content_digest=right.description.content_digest,
    )
