"""Which work may be asked for, and what does each piece of it answer?

A job takes the store, the viewer it is done for, and where to tell how far it is; what it
returns goes through JSON.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Engine

from unpol_data import publishing
from unpol_data.access import Viewer
from unpol_data.filters import from_query
from unpol_data.publishing.assumptions import assumption_shares
from unpol_data.publishing.publication import Tell
from unpol_data.store import reading
from unpol_data.weighing import Scenario

Job = Callable[..., dict[str, Any]]


def approve(
    engine: Engine, viewer: Viewer, tell: Tell, *, assessment_id: int, published_on: str
) -> dict[str, Any]:
    """Approve an assessment; the Publication as plain values."""
    on = date.fromisoformat(published_on)
    done = publishing.approve(engine, assessment_id, viewer=viewer, published_on=on, tell=tell)
    return _plain(done)


def withdraw(engine: Engine, viewer: Viewer, tell: Tell, *, assessment_id: int) -> dict[str, Any]:
    """Withdraw an assessment; the Publication as plain values."""
    return _plain(publishing.withdraw(engine, assessment_id, viewer=viewer, tell=tell))


def assumptions(
    engine: Engine, viewer: Viewer, tell: Tell, *, query: dict, scenario: dict | None
) -> dict[str, Any]:
    """Which assumption the order hangs on most, one record per group; see scoring.sensitivity."""
    known = {scenario["code"]: Scenario(**scenario)} if scenario else {}
    chosen, problems = from_query(query, scenarios=known)
    if problems:
        raise ValueError(" ".join(problems))
    tell("Varying one assumption at a time", 0.3)
    with reading(engine) as connection:
        return {"shares": assumption_shares(connection, chosen, viewer).to_dict("records")}


def _plain(done: publishing.Publication) -> dict[str, Any]:
    changes = done.changes.astype(object).where(done.changes.notna(), None)
    from_on = None if done.from_on is None else done.from_on.isoformat()
    said = vars(done) | {"from_on": from_on, "changes": changes.to_dict("records")}
    return said | {"site_codes": list(done.site_codes)}


JOBS: dict[str, Job] = {"approve": approve, "withdraw": withdraw, "assumptions": assumptions}
