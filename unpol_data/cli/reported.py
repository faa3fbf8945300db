"""What is printed of a file that was checked or kept?"""

import argparse
import json
from pathlib import Path

from unpol_data.cli.outcome import DONE, REFUSED, CommandRefused
from unpol_data.ingest import report_csv
from unpol_data.ingest.report import Report

STOPPED = "Stopped; nothing was stored."


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow each command that brings rows in."""
    command.add_argument(
        "--mission", metavar="CODE", help="the mission it is of (default: told by its rows)"
    )
    command.add_argument("--dry-run", action="store_true", help="check only, store nothing")
    command.add_argument("--json", action="store_true", help="print the whole report as JSON")
    command.add_argument(
        "--report", metavar="FILE.csv", type=Path, help="write every problem with its row to a file"
    )


def told(report: Report, chosen: argparse.Namespace) -> int:
    """Print the report, and write its problems where that was asked; how the command ends."""
    if chosen.report is not None:
        try:
            chosen.report.write_bytes(report_csv.problems(report))
        except OSError as error:
            raise CommandRefused(
                f"{report.summary}\nThe report could not be written to {chosen.report}: "
                f"{error.strerror}."
            ) from error
    if chosen.json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in report.lines():
            print(line)
    return REFUSED if report.refused else DONE
