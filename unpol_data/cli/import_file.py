"""Read a filled workbook or a single-table CSV file, and keep it as a draft assessment.

All problems are reported at once, with sheet, row and column; nothing is stored while
there is one. The same content twice changes nothing.
"""

import argparse
import json
from datetime import date
from pathlib import Path

from unpol_data.access import LOCAL
from unpol_data.cli.outcome import DONE, REFUSED, CommandRefused
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.readers.our_table import SHEET_OF_KIND
from unpol_data.settings import settings
from unpol_data.store import open_store

NAME = "import"
HELP = "check a filled workbook or CSV table and keep it as a draft"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument("file", metavar="FILE", type=Path, help="an .xlsx workbook or a CSV table")
    command.add_argument(
        "--kind",
        choices=("assessment", *SHEET_OF_KIND),
        help="what the file holds (default: told by its content)",
    )
    command.add_argument(
        "--mission", metavar="CODE", help="the mission it is of (default: told by its rows)"
    )
    command.add_argument("--dry-run", action="store_true", help="check only, store nothing")
    command.add_argument("--json", action="store_true", help="print the whole report as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Import the file and print the report; REFUSED where anything is wrong with it."""
    if not chosen.file.is_file():
        raise CommandRefused(f"There is no file {chosen.file}.")
    in_force = settings()
    engine = open_store(in_force.store_url, create_folder=True)
    try:
        report = import_file(
            chosen.file,
            chosen.file.name,
            engine=engine,
            viewer=LOCAL,
            settings=in_force,
            today=date.today(),
            kind=chosen.kind,
            mission=chosen.mission,
            dry_run=chosen.dry_run,
        )
    except OSError as error:
        raise CommandRefused(f"{chosen.file} cannot be read: {error.strerror}.") from error
    finally:
        engine.dispose()
    if chosen.json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in report.lines():
            print(line)
    return REFUSED if report.refused else DONE
