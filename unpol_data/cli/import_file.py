"""Read a filled workbook or a table, ours or of others: a draft assessment, or records.

All problems are reported at once, with sheet, row and column; nothing is stored while
there is one. The same content twice changes nothing. The columns of a table with other
headings are told once with --map and --set, and remembered. Records of the programme
need no approval: what differs from the record in force is its next version.
"""

import argparse
from datetime import date
from pathlib import Path

from unpol_data.access import LOCAL
from unpol_data.cli import reported
from unpol_data.cli.outcome import CommandRefused
from unpol_data.ingest.mapping import SHEET_OF_KIND, ColumnMap, said_by_person
from unpol_data.ingest.readers import programme
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.several import import_missions
from unpol_data.settings import settings
from unpol_data.store import open_store

NAME = "import"
HELP = "check a filled workbook or CSV table and keep it: a draft, or records"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument("file", metavar="FILE", type=Path, help="an .xlsx workbook or a CSV table")
    command.add_argument(
        "--kind",
        choices=("assessment", *SHEET_OF_KIND, programme.KIND),
        help="what the file holds (default: told by its content)",
    )
    command.add_argument(
        "--map",
        metavar="HEADING=COLUMN[:UNIT]",
        action="append",
        default=[],
        help="what a column of a table of others holds, and its unit, or of days: day first or "
        "month first; repeat it for each",
    )
    command.add_argument(
        "--set",
        metavar="COLUMN=VALUE",
        action="append",
        default=[],
        help="what holds for all rows of a table of others; repeat it for each",
    )
    command.add_argument("--source", metavar="WORDS", help="who measured, counted or reported")
    command.add_argument(
        "--reference",
        metavar="WORDS",
        help="the document the answers were taken from, with its date",
    )
    command.add_argument(
        "--edition",
        metavar="YEAR",
        type=int,
        help="the edition of an index that holds several (default: the newest)",
    )
    reported.add_arguments(command, several=True)


def run(chosen: argparse.Namespace) -> int:
    """Import the file and print the report; REFUSED where anything is wrong with it."""
    if not chosen.file.is_file():
        raise CommandRefused(f"There is no file {chosen.file}.")
    in_force = settings()
    mapping = _mapping(chosen)
    engine = open_store(in_force.store_url, create_folder=True)
    try:
        reports = import_missions(
            chosen.file,
            chosen.file.name,
            missions=chosen.mission,
            engine=engine,
            viewer=LOCAL,
            settings=in_force,
            today=date.today(),
            kind=chosen.kind,
            dry_run=chosen.dry_run,
            new_positions=chosen.new_positions,
            edition=chosen.edition,
            source=chosen.source,
            reference=chosen.reference,
            mapping=mapping and mapping.as_plain(),
        )
    except OSError as error:
        raise CommandRefused(f"{chosen.file} cannot be read: {error.strerror}.") from error
    except KeyboardInterrupt:
        raise CommandRefused(reported.STOPPED) from None
    finally:
        engine.dispose()
    return reported.told(reports, chosen)


def _mapping(chosen: argparse.Namespace) -> ColumnMap | None:
    if not (chosen.map or chosen.set):
        return None
    if chosen.kind not in SHEET_OF_KIND:
        raise CommandRefused(f"Say with --kind what the table holds: {', '.join(SHEET_OF_KIND)}.")
    try:
        return said_by_person(chosen.kind, chosen.map, chosen.set)
    except Refused as refusal:
        raise CommandRefused(str(refusal)) from refusal
