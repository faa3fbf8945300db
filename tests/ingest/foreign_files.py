"""What becomes of files by others: a table of every file of a folder, and whether all is well.

    python -m tests.ingest.foreign_files FOLDER

Each file is handed in as it is and, where its columns have to be said, once more with what its
headings suggest and an example for what they lack. It is either taken or refused with reasons at
their places; a refusal leaves the store as it was, to the byte. Exit 1 where that does not hold.
"""

import hashlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from unpol_data.access import LOCAL
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.mapping import SHEET_OF_KIND, required_of
from unpol_data.ingest.report import Report
from unpol_data.settings import settings
from unpol_data.store import open_store
from unpol_data.validation import headings

MOST_SECONDS = 10.0
# The examples of the dictionary are of this mission.
MISSION = "MINUSCA"


@dataclass(frozen=True)
class Outcome:
    """What became of one file, as it is or `mapped`."""

    name: str
    seconds: float
    report: Report
    untouched: bool
    mapped: bool = False

    @property
    def sound(self) -> bool:
        """Whether it was taken, or refused with reasons at their places and nothing was kept."""
        report = self.report
        if not report.refused:
            return report.assessment_id is not None or report.records is not None
        placed = all(
            one.message and (one.row is not None or one.column or one.sheet or one.expected)
            for one in report.errors
        )
        return bool(report.refusal or report.errors) and placed and self.untouched

    @property
    def line(self) -> str:
        """One line of the table: file, seconds, what it was taken for, what became of it."""
        report = self.report
        words = report.refusal or (report.errors[0].message if report.refused else report.summary)
        more = len(report.errors) + report.unlisted_problems - 1
        words += f" (and {more:,} more)" if report.refused and more > 0 else ""
        became = "refused" if report.refused else "taken"
        how = "mapped" if self.mapped else "as it is"
        format_name = report.format or "–"
        return (
            f"{self.name:<55} {how:<8} {self.seconds:5.1f} s  {format_name:<27} {became:<8} {words}"
        )


def outcomes(folder: Path) -> Iterator[Outcome]:
    """What became of every file below the folder, in order of their names."""
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "unpol.db"
        engine = open_store(f"sqlite:///{store}")
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            name = str(path.relative_to(folder))
            yield from handed_in(path, name, engine=engine, store=store)
        engine.dispose()


def handed_in(
    content: Path | bytes, name: str, *, engine: Engine, store: Path
) -> Iterator[Outcome]:
    """What became of a file as it is and, where it has to be mapped, of the mapped one."""
    first = _outcome(content, name, engine=engine, store=store)
    yield first
    to_map = first.report.to_map
    if to_map and to_map["kind"]:
        mapping = {name: to_map[name] for name in ("kind", "columns")}
        mapping["constants"] = _examples(to_map["kind"], to_map["columns"])
        asked = {"kind": to_map["kind"], "mission": MISSION, "mapping": mapping}
        yield _outcome(content, name, engine=engine, store=store, **asked)


def _examples(kind: str, columns: dict) -> dict[str, str]:
    """The dictionary's example of each column that is needed and that no heading holds."""
    rows = headings.columns(SHEET_OF_KIND[kind]).set_index("column")
    told = {column for column, _ in columns.values()}
    return {name: str(rows.at[name, "example"]) for name in required_of(kind) if name not in told}


def _outcome(
    content: Path | bytes, name: str, *, engine: Engine, store: Path, **asked: Any
) -> Outcome:
    before, begun = digest(store), time.monotonic()
    report = import_file(
        content,
        Path(name).name,
        engine=engine,
        viewer=LOCAL,
        settings=settings(),
        today=datetime.now(UTC).date(),
        **asked,
    )
    seconds = time.monotonic() - begun
    return Outcome(name, seconds, report, digest(store) == before, "mapping" in asked)


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
    unsound, counted = 0, Counter()
    for outcome in outcomes(folder):
        fine = outcome.sound and outcome.seconds < MOST_SECONDS
        unsound += not fine
        became = "refused" if outcome.report.refused else "taken"
        counted[became, "mapped" if outcome.mapped else "as it is"] += 1
        sys.stdout.write(f"{'   ' if fine else '!! '}{outcome.line[:260]}\n")
    for (became, how), count in sorted(counted.items()):
        sys.stdout.write(f"{count} {became} {how}\n")
    sys.stdout.write(f"{unsound} of them not sound.\n")
    return int(unsound > 0)


if __name__ == "__main__":
    sys.exit(main())
