"""How long after an approval does another session see the new figure?

Printed by `make bench`, or `python -m tests.benchmarks.publishing`: seconds from the moment at
which the approval is done to the moment at which another process, which had read the store
before, has read the new figure. Exit 1 where that takes longer than it may.
"""

import multiprocessing
import tempfile
import time
from contextlib import ExitStack
from datetime import date
from multiprocessing.connection import Connection

from tests import postgres
from tests.browser.filing import filled
from tests.lifecycle import approved
from unpol_data.access import LOCAL
from unpol_data.exports import template
from unpol_data.filters import Filters
from unpol_data.ingest.importing import import_file
from unpol_data.queries import revisions
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views import gaps

MOST_SECONDS = 1.0
ON = date(2026, 11, 20)
CHOSEN = Filters(missions=("UNFICYP",), areas=("power",), as_of=ON)


def look(url: str, line: Connection) -> None:
    """Another session: at each word from outside, the revision and how many figures there are."""
    engine = open_store(url)
    while line.recv() == "look":
        with reading(engine) as connection:
            revision = revisions.current_revision(connection)
            figures = gaps.mission_areas(connection, CHOSEN, LOCAL)["gap"].notna().sum()
        line.send((revision, int(figures)))
    engine.dispose()


def seen_after(url: str) -> float:
    """Seconds between an approval in this process and the new figure in another one."""
    engine = open_store(url)
    import_file(
        filled(template.workbook()),
        "filled.xlsx",
        engine=engine,
        viewer=LOCAL,
        settings=settings({}),
        today=ON,
    )
    spawned = multiprocessing.get_context("spawn")
    here, there = spawned.Pipe()
    session = spawned.Process(target=look, args=(url, there))
    session.start()
    here.send("look")
    before, figures = here.recv()
    if figures:
        raise SystemExit("There was a figure before anything was approved.")
    approved(engine, 1, ON)
    done = time.monotonic()
    here.send("look")
    after, figures = here.recv()
    seconds = time.monotonic() - done
    here.send("leave")
    session.join()
    engine.dispose()
    if after == before or not figures:
        raise SystemExit("The other session did not see the approval at its next step.")
    return seconds


def main() -> None:
    """Print the seconds on each database."""
    late = False
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="unpol-bench-"))
        server = stack.enter_context(postgres.server())
        urls = {
            "SQLite": f"sqlite:///{folder}/bench.db",
            "PostgreSQL": postgres.url(server, "postgres"),
        }
        for database, url in urls.items():
            seconds = seen_after(url)
            late |= seconds > MOST_SECONDS
            print(f"{database}: another session has the new figure {seconds:.2f} s after approval")
    if late:
        raise SystemExit(f"Later than {MOST_SECONDS} s.")


if __name__ == "__main__":
    main()
