"""How long does it take to rank anew, with intervals, under other weights or threats?

Printed by `python -m tests.benchmarks.recombining`, for a store of the whole sample, with and
without reading the kept draws. Target: 100 ms without.
"""

import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from tests.conftest import initialised
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.queries import draws
from unpol_data.store import open_store, reading
from unpol_data.views import priorities, stability
from unpol_data.weighing import unsaved

AS_OF = date(2026, 3, 31)
SCENARIOS = ((50, 30, 20), (70, 20, 10), (30, 20, 50), (34, 33, 33), (100, 0, 0))
PARTS = ("threat", "mandate", "exposure")


def milliseconds(connection: Connection, *, runs: int) -> list[tuple[float, float]]:
    """For each run of each choice of weights: how long reading its draws took, and all of it."""
    found = []
    for weights in SCENARIOS[:runs]:
        scenario = unsaved(dict(zip(PARTS, weights, strict=True)))
        chosen = Filters(as_of=AS_OF, scenario=scenario)
        rows = priorities.priorities(connection, chosen, LOCAL)
        ranked = rows[rows["priority"].notna()]
        for _ in range(runs):
            began = time.perf_counter()
            draws.gap_draws(connection, chosen, LOCAL)
            read = time.perf_counter()
            stability.firmness(connection, chosen, LOCAL, ranked=ranked)
            found.append((1000 * (read - began), 1000 * (time.perf_counter() - read)))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        engine = open_store(f"sqlite:///{initialised(Path(folder) / 'sample.db', '--sample')}")
        with reading(engine) as connection:
            took = milliseconds(connection, runs=5)
        engine.dispose()
    reading_ms, whole_ms = (statistics.median(each) for each in zip(*took, strict=True))
    print(
        f"Recombining 2,000 draws: median {whole_ms - reading_ms:.0f} ms (target 100 ms), "
        f"{whole_ms:.0f} ms with reading them."
    )
