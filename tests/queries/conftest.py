"""A real store in memory, and short ways to fill it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from sqlalchemy import Connection, Engine

from tests import lifecycle
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.store.writes import (
    Description,
    acting,
    publish,
    record_assessment,
)

NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)


@pytest.fixture
def store() -> Iterator[Engine]:
    """An empty store."""
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


@pytest.fixture
def connection(store: Engine) -> Iterator[Connection]:
    """A connection for reading; ask for it after the store is filled."""
    with reading(store) as opened:
        yield opened


@pytest.fixture
def viewer() -> Callable[..., Viewer]:
    """A viewer of some missions (all unless given) with a clearance."""

    def of(*missions: str, clearance: int = 2) -> Viewer:
        return Viewer("ada", missions or None, clearance, frozenset({"viewer"}))

    return of


@pytest.fixture
def chosen() -> Callable[..., Filters]:
    """Filters as of 1 April 2026 unless given otherwise."""

    def of(**fields) -> Filters:
        return Filters(**{"as_of": date(2026, 4, 1)} | fields)

    return of


@pytest.fixture
def record(store: Engine) -> Callable[..., int]:
    """Record an assessment, approved where `published_on` is given; its number."""
    digests = iter(range(1000))

    def recorded(mission_code: str = "UNMISS", *, published_on=None, facts=None, **fields) -> int:
        # What counts from an earlier day was visited by then.
        last = min(date(2026, 1, 9), published_on or date.max)
        told = {
            "assessed_from": min(date(2026, 1, 1), last),
            "assessed_to": last,
            "source": "Invented for tests",
            "content_digest": f"d{next(digests)}",
        }
        description = Description(mission_code=mission_code, **told | fields)
        frames = {name: pd.DataFrame(rows) for name, rows in (facts or {}).items()}
        number = record_assessment(
            store, description, facts=frames, account="ada", recorded_at=NOON
        ).assessment_id
        if published_on is not None:
            with acting(store, act="test", subject="", account="ada") as act:
                lifecycle.made_to_count(act, number, published_on)
        return number

    return recorded


@pytest.fixture
def tell(store: Engine) -> Callable[..., int]:
    """Publish rows of one summary; the revision."""

    def told(table_name: str, rows, *, mission_code="UNMISS", from_on=date(2026, 3, 1)) -> int:
        with acting(store, act="test", subject="", account="ada") as act:
            publish(
                act.connection,
                mission_code=mission_code,
                revision=act.revision,
                periods=[(from_on, None, {table_name: pd.DataFrame(rows)})],
            )
        return act.revision

    return told
