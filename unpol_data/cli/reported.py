"""What is printed of a file that was checked or kept?"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from unpol_data.cli.outcome import DONE, REFUSED, CommandRefused
from unpol_data.ingest import report_csv
from unpol_data.ingest.report import Report

STOPPED = "Stopped; nothing was stored."


def add_arguments(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    """What may follow each command that brings rows in; a file may be of `several` missions."""
    words = "the mission it is of (default: told by its rows)"
    if several:
        words += "; repeat it for a file of several"
        command.add_argument("--mission", metavar="CODE", action="append", default=[], help=words)
    else:
        command.add_argument("--mission", metavar="CODE", help=words)
    command.add_argument(
        "--new-positions",
        action="store_true",
        help="take the new positions of known sites, told as warnings otherwise",
    )
    command.add_argument("--dry-run", action="store_true", help="check only, store nothing")
    command.add_argument("--json", action="store_true", help="print the whole report as JSON")
    command.add_argument(
        "--report", metavar="FILE.csv", type=Path, help="write every problem with its row to a file"
    )


def told(reports: Sequence[Report], chosen: argparse.Namespace) -> int:
    """Print the reports, and write their problems where that was asked; how the command ends."""
    if chosen.report is not None:
        _write(reports, chosen.report)
    if chosen.json:
        found = [report.as_json() for report in reports]
        print(json.dumps(found if len(found) > 1 else found[0], ensure_ascii=False, indent=2))
    else:
        for report in reports:
            for line in report.lines():
                print(line)
    return REFUSED if any(report.refused for report in reports) else DONE


def _write(reports: Sequence[Report], path: Path) -> None:
    problems = tuple(one for report in reports for one in report.problems)
    try:
        path.write_bytes(report_csv.problems(replace(reports[0], problems=problems)))
    except OSError as error:
        raise CommandRefused(
            f"{reports[0].summary}\nThe report could not be written to {path}: {error.strerror}."
        ) from error
