"""What becomes of files by others: a table of every file of a folder, and whether all is well.

    python -m tests.ingest.foreign_files FOLDER

Each file is handed in twice against a store of its own. It is either taken or refused with
reasons; a refusal leaves the store as it was, to the byte. Exit 1 where that does not hold.
"""

import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from unpol_data.access import LOCAL
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.report import Report
from unpol_data.settings import settings
from unpol_data.store import open_store

MOST_SECONDS = 10.0
WIDTH = 100


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    name: str
    seconds: float
    report: Report
    untouched: bool

    @property
    def sound(self) -> bool:
        """Whether it was taken, or refused with reasons in time and nothing was kept."""
        report = self.report
        reasoned = bool(report.refusal) or any(one.message for one in report.errors)
        kept = report.assessment_id is not None
        said = (reasoned and self.untouched) if report.refused else kept
        return said and self.seconds < MOST_SECONDS

    @property
    def line(self) -> str:
        """One line of the table: file, seconds, what it was taken for, what became of it."""
        report = self.report
        words = report.refusal or (report.errors[0].message if report.refused else report.summary)
        more = len(report.errors) + report.unlisted_problems - 1
        words += f" (and {more:,} more)" if report.refused and more > 0 else ""
        became = "refused" if report.refused else "taken"
        format_name = report.format or "–"
        return f"{self.name:<58} {self.seconds:5.1f} s  {format_name:<22} {became:<8} {words}"


def outcomes(folder: Path) -> Iterator[Outcome]:
    """What became of every file below the folder, in order of their names."""
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "unpol.db"
        engine = open_store(f"sqlite:///{store}")
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            yield _outcome(path, path.relative_to(folder), engine=engine, store=store)
        engine.dispose()


def _outcome(path: Path, name: Path, *, engine: Engine, store: Path) -> Outcome:
    before, begun = digest(store), time.monotonic()
    report = import_file(
        path,
        path.name,
        engine=engine,
        viewer=LOCAL,
        settings=settings(),
        today=datetime.now(UTC).date(),
    )
    seconds = time.monotonic() - begun
    return Outcome(str(name), seconds, report, digest(store) == before)


def digest(store: Path) -> str:
    """The bytes of the store's file and of what was written beside it since."""
    beside = store.with_name(f"{store.name}-wal")
    content = store.read_bytes() + (beside.read_bytes() if beside.exists() else b"")
    return hashlib.sha256(content).hexdigest()


def main() -> int:
    """Print the table; 0 where every outcome is sound."""
    folder = Path(sys.argv[1])
    if not folder.is_dir():
        sys.stdout.write(f"{folder} is not there; nothing was checked.\n")
        return 0
    unsound = 0
    for outcome in outcomes(folder):
        unsound += not outcome.sound
        sys.stdout.write(f"{'   ' if outcome.sound else '!! '}{outcome.line[:260]}\n")
    sys.stdout.write(f"{unsound} of them not sound.\n")
    return int(unsound > 0)


if __name__ == "__main__":
    sys.exit(main())
