"""What do the pages read? These are the only cached calls.

An answer is kept under the store's revision, the filters and what the viewer may see, so
an approval anywhere shows at the next rerun, and nobody is handed another one's figures.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Connection, Engine

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import assessments, held, revisions
from unpol_data.queries import records as of_programme
from unpol_data.queries import scenarios as saved
from unpol_data.queries.standing import COUNTED
from unpol_data.settings import settings
from unpol_data.store.engine import open_store, reading
from unpol_data.weighing import Scenario

REVISION = "store_revision"
# Answers kept for all sessions together; the oldest go first. A view is some 10 to 100 kB.
MOST_ANSWERS = 500


@st.cache_resource(show_spinner=False)
def engine() -> Engine:
    """The store, opened once for the whole process."""
    return open_store(settings().store_url)


def begin() -> None:
    """Read the store's revision, once for this rerun; the frame calls this first."""
    with reading(engine()) as connection:
        st.session_state[REVISION] = revisions.current_revision(connection)


def revision() -> int:
    """The store's revision in this rerun."""
    return st.session_state[REVISION]


def recorded_on(revision: int) -> date:
    """The day on which the store came to a revision (UTC)."""
    return _recorded_on(revision)


@st.cache_data(show_spinner=False, max_entries=MOST_ANSWERS)
def _recorded_on(at_revision: int) -> date:
    with reading(engine()) as connection:
        return revisions.recorded_at(connection, at_revision).date()


def read(view: Callable[..., Any], chosen: Filters, viewer: Viewer, **more: Any) -> Any:
    """What the view returns for these filters and this viewer, from the cache where it is.

    The view is called as `view(connection, chosen, viewer, **more)`; what goes in `more`
    must be hashable. The caller gets a copy of its own.
    """
    name = f"{view.__module__}.{view.__qualname__}"
    return _answer(name, revision(), chosen, viewer.missions, viewer.clearance, more, view, viewer)


@st.cache_data(show_spinner=False, max_entries=MOST_ANSWERS)
def _answer(
    name: str,
    at_revision: int,
    chosen: Filters,
    missions: tuple[str, ...] | None,
    clearance: int,
    more: dict[str, Any],
    _view: Callable[..., Any],
    _viewer: Viewer,
) -> Any:
    with reading(engine()) as connection:
        return _view(connection, chosen, _viewer, **more)


def default_as_of(viewer: Viewer) -> date:
    """The as-of date where none is chosen."""
    today = datetime.now(UTC).date()
    return _default_as_of(revision(), today, viewer.missions, viewer.clearance, viewer)


@st.cache_data(show_spinner=False, max_entries=MOST_ANSWERS)
def _default_as_of(
    at_revision: int,
    today: date,
    missions: tuple[str, ...] | None,
    clearance: int,
    _viewer: Viewer,
) -> date:
    with reading(engine()) as connection:
        return revisions.default_as_of(connection, _viewer, today=today)


def anything_approved(viewer: Viewer) -> bool:
    """Whether any approved assessment is among what this viewer sees, whatever the filters."""
    return "approved" in _held(viewer)["state"].tolist()


def illustrative(viewer: Viewer) -> pd.DataFrame:
    """One row per assessment this viewer sees that counts on some day: its mission, and invented?

    Where none counts yet, of those that may.
    """
    held = _held(viewer)
    held = held[held["state"] != "withdrawn"]
    counted = held[held["state"].isin(COUNTED)]
    return (held if counted.empty else counted)[["mission_code", "illustrative"]]


def sensitivity(viewer: Viewer, missions: Sequence[str]) -> int:
    """The clearance that figures of these missions need (none: of all): that of their evidence."""
    held = _held(viewer)
    used = (held["state"] != "withdrawn") & (
        held["mission_code"].isin(missions) if missions else True
    )
    return int(held.loc[used, "sensitivity"].max()) if used.any() else 0


def scenarios(viewer: Viewer) -> dict[str, Scenario]:
    """The saved weights that links may name, by code; those in use by their bare code too."""
    return saved.by_code(read(_scenarios, Filters(), viewer))


def _scenarios(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    return saved.scenarios(connection, viewer)


def records(
    kind: str, chosen: Filters, viewer: Viewer, *, as_of: date | None = None
) -> pd.DataFrame:
    """The programme's records of a kind in force, as queries.records.records has them."""
    return read(_records, chosen, viewer, kind=kind, as_of=as_of)


def _records(
    connection: Connection, chosen: Filters, viewer: Viewer, *, kind: str, as_of: date | None
) -> pd.DataFrame:
    return of_programme.records(connection, kind, chosen, viewer, as_of=as_of)


def record_versions(kind: str, key: tuple[str, ...], viewer: Viewer) -> pd.DataFrame:
    """Every version of one record of the programme, the newest first."""
    return read(_record_versions, Filters(), viewer, kind=kind, key=key)


def _record_versions(
    connection: Connection, chosen: Filters, viewer: Viewer, *, kind: str, key: tuple[str, ...]
) -> pd.DataFrame:
    return of_programme.versions(connection, kind, key, viewer)


def known_sites(viewer: Viewer) -> pd.DataFrame:
    """One row per site of the viewer's missions that was ever named."""
    return read(_known_sites, Filters(), viewer)


def _known_sites(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    return held.sites(connection, viewer).sort_values("site_code")


def site_names(viewer: Viewer) -> dict[str, str]:
    """The name of each site of the viewer's missions that has one, by its code."""
    sites = known_sites(viewer).dropna(subset=["name"])
    return dict(zip(sites["site_code"], sites["name"], strict=True))


def _held(viewer: Viewer) -> pd.DataFrame:
    """One row per assessment this viewer sees, in any state."""
    return read(_assessments, Filters(), viewer)


def _assessments(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    return assessments.assessments(connection, chosen, viewer)
