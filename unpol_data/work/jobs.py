"""Which work may be asked for, and what does each piece of it answer?

A job takes the store, the viewer it is done for, and where to tell how far it is; what it
returns goes through JSON.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from unpol_data import publishing
from unpol_data.access import Viewer
from unpol_data.filters import Filters, from_query
from unpol_data.publishing import portfolios as choice
from unpol_data.publishing.assumptions import assumption_shares
from unpol_data.publishing.publication import Tell
from unpol_data.store import reading
from unpol_data.views.wanted import from_plain
from unpol_data.weighing import Scenario

Job = Callable[..., dict[str, Any]]


def approve(
    engine: Engine, viewer: Viewer, tell: Tell, *, assessment_id: int, published_on: str
) -> dict[str, Any]:
    """Approve an assessment; the Publication as plain values."""
    on = date.fromisoformat(published_on)
    done = publishing.approve(engine, assessment_id, viewer=viewer, published_on=on, tell=tell)
    return _plain(done)


def withdraw(
    engine: Engine, viewer: Viewer, tell: Tell, *, assessment_id: int, reason: str
) -> dict[str, Any]:
    """Withdraw an assessment; the Publication as plain values."""
    said = {"reason": reason, "viewer": viewer, "tell": tell}
    return _plain(publishing.withdraw(engine, assessment_id, **said))


def preview_approval(
    engine: Engine, viewer: Viewer, tell: Tell, *, assessment_id: int, published_on: str
) -> dict[str, Any]:
    """What approving would change; the Preview as plain values."""
    said = {"published_on": date.fromisoformat(published_on), "viewer": viewer, "tell": tell}
    return _plain_preview(publishing.preview_approval(engine, assessment_id, **said))


def preview_withdrawal(
    engine: Engine, viewer: Viewer, tell: Tell, *, assessment_id: int, reason: str
) -> dict[str, Any]:
    """What withdrawing would change; the Preview as plain values."""
    said = {"reason": reason, "viewer": viewer, "tell": tell}
    return _plain_preview(publishing.preview_withdrawal(engine, assessment_id, **said))


def assumptions(
    engine: Engine, viewer: Viewer, tell: Tell, *, query: dict, scenario: dict | None
) -> dict[str, Any]:
    """Which assumption the order hangs on most, one record per group; see scoring.sensitivity."""
    chosen = _filters(query, scenario)
    tell("Varying one assumption at a time", 0.3)
    with reading(engine) as connection:
        return {"shares": assumption_shares(connection, chosen, viewer).to_dict("records")}


def portfolios(
    engine: Engine,
    viewer: Viewer,
    tell: Tell,
    *,
    query: dict,
    scenario: dict | None,
    wanted: dict,
    budget: float | None,
) -> dict[str, Any]:
    """What each budget buys; see publishing.portfolios."""
    asked = {"wanted": from_plain(wanted), "budget": budget, "tell": tell}
    with reading(engine) as connection:
        return choice.portfolios(connection, _filters(query, scenario), viewer, **asked)


def portfolio_draws(
    engine: Engine,
    viewer: Viewer,
    tell: Tell,
    *,
    query: dict,
    scenario: dict | None,
    wanted: dict,
    budget: float | None,
) -> dict[str, Any]:
    """How often each option is chosen over the draws; see publishing.portfolios."""
    asked = {"wanted": from_plain(wanted), "budget": budget, "tell": tell}
    with reading(engine) as connection:
        return choice.portfolio_draws(connection, _filters(query, scenario), viewer, **asked)


def _filters(query: dict, scenario: dict | None) -> Filters:
    """The filters in force where the work was asked for."""
    known = {scenario["code"]: Scenario(**scenario)} if scenario else {}
    chosen, problems = from_query(query, scenarios=known)
    if problems:
        raise ValueError(" ".join(problems))
    return chosen


def _plain(done: publishing.Publication) -> dict[str, Any]:
    from_on = None if done.from_on is None else done.from_on.isoformat()
    said = vars(done) | {"from_on": from_on, "changes": _records(done.changes)}
    return said | {"site_codes": list(done.site_codes)}


def _plain_preview(found: publishing.Preview) -> dict[str, Any]:
    return {"publication": _plain(found.publication), "first": _records(found.first)}


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return rows.astype(object).where(rows.notna(), None).to_dict("records")


JOBS: dict[str, Job] = {
    "approve": approve,
    "withdraw": withdraw,
    "preview_approval": preview_approval,
    "preview_withdrawal": preview_withdrawal,
    "assumptions": assumptions,
    "portfolios": portfolios,
    "portfolio_draws": portfolio_draws,
}
