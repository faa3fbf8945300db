"""How is heavy work asked for, followed and answered?

The work goes on when nobody waits for it any more (a browser that left, a page that was drawn
anew): it is one transaction, so the store holds all of it or nothing, and the next read shows
which.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import pandas as pd

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.preview import RANKED, Preview
from unpol_data.publishing.publication import FIGURE, Publication, Tell, quiet
from unpol_data.settings import Settings
from unpol_data.views.wanted import Wanted
from unpol_data.work.under_way import UnderWay


def approve(
    assessment_id: int,
    *,
    viewer: Viewer,
    published_on: date,
    settings: Settings,
    tell: Tell = quiet,
) -> Publication:
    """Approve in a process of its own; as publishing.approve. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "published_on": published_on.isoformat()}
    return _publication(done("approve", arguments, viewer=viewer, settings=settings, tell=tell))


def withdraw(
    assessment_id: int, *, reason: str, viewer: Viewer, settings: Settings, tell: Tell = quiet
) -> Publication:
    """Withdraw in a process of its own; as publishing.withdraw. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "reason": reason}
    return _publication(done("withdraw", arguments, viewer=viewer, settings=settings, tell=tell))


def preview_approval(
    assessment_id: int,
    *,
    viewer: Viewer,
    published_on: date,
    settings: Settings,
    tell: Tell = quiet,
) -> Preview:
    """What approving would change; as publishing.preview_approval. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "published_on": published_on.isoformat()}
    said = {"viewer": viewer, "settings": settings, "tell": tell}
    return _preview(done("preview_approval", arguments, **said))


def preview_withdrawal(
    assessment_id: int, *, reason: str, viewer: Viewer, settings: Settings, tell: Tell = quiet
) -> Preview:
    """What withdrawing would change; as publishing.preview_withdrawal. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "reason": reason}
    said = {"viewer": viewer, "settings": settings, "tell": tell}
    return _preview(done("preview_withdrawal", arguments, **said))


def assumption_shares(
    chosen: Filters, *, viewer: Viewer, settings: Settings, tell: Tell = quiet
) -> pd.DataFrame:
    """One row per group of assumptions, the weightiest first; see scoring.sensitivity."""
    found = done("assumptions", _asked(chosen), viewer=viewer, settings=settings, tell=tell)
    columns = ["assumption", "total_order", "total_order_low", "total_order_high"]
    return pd.DataFrame(found["shares"], columns=columns)


def portfolios(
    chosen: Filters,
    wanted: Wanted,
    *,
    budget: float | None = None,
    viewer: Viewer,
    settings: Settings,
    tell: Tell = quiet,
) -> dict[str, Any]:
    """What each budget buys; see publishing.portfolios."""
    arguments = _asked(chosen) | {"wanted": wanted.to_plain(), "budget": budget}
    return done("portfolios", arguments, viewer=viewer, settings=settings, tell=tell)


def portfolio_draws(
    chosen: Filters,
    wanted: Wanted,
    *,
    budget: float | None = None,
    viewer: Viewer,
    settings: Settings,
    tell: Tell = quiet,
) -> dict[str, Any]:
    """How often each option is chosen over the draws; see publishing.portfolios."""
    arguments = _asked(chosen) | {"wanted": wanted.to_plain(), "budget": budget}
    return done("portfolio_draws", arguments, viewer=viewer, settings=settings, tell=tell)


def _asked(chosen: Filters) -> dict[str, Any]:
    scenario = None if chosen.scenario is None else asdict(chosen.scenario)
    return {"query": chosen.to_query(), "scenario": scenario}


def done(
    job: str, arguments: Mapping[str, Any], *, viewer: Viewer, settings: Settings, tell: Tell
) -> dict[str, Any]:
    """What a job of work.jobs returned, done in a process of its own.

    Raises StoreError or NotPermitted as the work does, and StoreError where the process ended
    or took longer than UNPOL_WORK_SECONDS before it could answer.
    """
    work = UnderWay(job, arguments, viewer=viewer, settings=settings)
    for step, share in work.told():
        tell(step, share)
    return work.result()


def _publication(found: dict[str, Any]) -> Publication:
    from_on = found["from_on"]
    return Publication(
        assessment_id=found["assessment_id"],
        mission_code=found["mission_code"],
        state=found["state"],
        revision=found["revision"],
        from_on=None if from_on is None else date.fromisoformat(from_on),
        site_codes=tuple(found["site_codes"]),
        changes=pd.DataFrame(found["changes"], columns=[*FIGURE, "gap_before", "gap_after"]).astype(
            {"gap_before": "float64", "gap_after": "float64"}
        ),
    )


def _preview(found: dict[str, Any]) -> Preview:
    kinds = {"rank": "Int64", "rank_before": "Int64", "priority": "float64"}
    first = pd.DataFrame(found["first"], columns=RANKED).astype(kinds)
    return Preview(_publication(found["publication"]), first)
