"""How long does each view take, and how large is what a page sends of it?

Printed by `make bench`, or `python -m tests.benchmarks.pages`, for a store of the whole
sample; `python -m tests.benchmarks.pages sqlite:///some.db` measures another store.
"""

import json
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine

from tests.benchmarks.charts import drawn
from tests.conftest import initialised
from unpol_data.access import LOCAL
from unpol_data.figures.palette import palette
from unpol_data.filters import Filters
from unpol_data.queries import revisions
from unpol_data.store import open_store, reading
from unpol_data.views import (
    assessments,
    capability_gaps,
    connectivity,
    crime_threats,
    equipment,
    method,
    mission,
    overview,
    ranking,
    sources,
)

VIEWS = {
    "overview": overview.overview,
    "mission": mission.mission,
    "connectivity": connectivity.connectivity,
    "equipment": equipment.equipment,
    "capability_gaps": capability_gaps.capability_gaps,
    "crime_threats": crime_threats.crime_threats,
    "ranking": ranking.ranking,
    "sources": sources.sources,
    "assessments": assessments.assessments,
    "method": method.worked,
}


@dataclass(frozen=True)
class ViewCost:
    """What one view costs: CPU milliseconds at best, and bytes as the cache keeps it."""

    name: str
    cpu_ms: float
    size_bytes: int


def view_costs(engine: Engine, chosen: Filters, *, runs: int) -> Iterator[ViewCost]:
    """One for each view, the best of so many runs after one that fills the reference tables."""
    with reading(engine) as connection:
        for name, view in VIEWS.items():
            answer = partial(view, connection, chosen, LOCAL)
            found = answer()
            yield ViewCost(name, _cpu_ms(answer, runs), len(pickle.dumps(found)))


def chart_bytes(connection: Connection, chosen: Filters) -> dict[str, int]:
    """Bytes of the specification of each chart, as JSON without spaces."""
    charts = drawn(connection, chosen, palette("light"))
    return {name: len(json.dumps(spec, separators=(",", ":"))) for name, spec in charts.items()}


def _cpu_ms(call: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        began = time.process_time()
        call()
        taken.append(time.process_time() - began)
    return 1000 * min(taken)


def measure(url: str) -> None:
    """Print what every view and every chart of the store costs."""
    engine = open_store(url)
    with reading(engine) as connection:
        today = datetime.now(UTC).date()
        chosen = Filters(as_of=revisions.default_as_of(connection, LOCAL, today=today))
    print(f"{'view':40}{'CPU ms':>8}{'bytes':>10}")
    for cost in view_costs(engine, chosen, runs=5):
        print(f"{cost.name:40}{cost.cpu_ms:8.0f}{cost.size_bytes:10,}")
    print(f"\n{'chart':48}{'bytes':>10}")
    with reading(engine) as connection:
        for name, size_bytes in chart_bytes(connection, chosen).items():
            print(f"{name:48}{size_bytes:10,}")
    engine.dispose()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(f"sqlite:///{initialised(Path(folder) / 'sample.db', '--sample')}")
