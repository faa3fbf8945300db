"""Write what serves the goals of the mandate, for reporting: a workbook, or JSON.

One row for each A4P+ priority, goal of the digital strategy or agenda, and each option, decision
or document that serves it. With --as-of the records of that day, else those in force now.
"""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from unpol_data.access import LOCAL
from unpol_data.cli import asked
from unpol_data.cli.outcome import DONE, CommandRefused
from unpol_data.exports import goals_report
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views.goal_report import report

NAME = "goals"
HELP = "write what serves the goals of the mandate, as a workbook or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: where to, and the filters, as in the URL."""
    command.add_argument(
        "-o", "--output", metavar="FILE", default="unpol_goals.xlsx", help="where to"
    )
    asked.add_filters(command)


def run(chosen: argparse.Namespace) -> int:
    """Write the workbook, or print JSON; raises CommandRefused where it cannot be written."""
    wanted = asked.filters(chosen)
    engine = open_store(settings().store_url)
    try:
        with reading(engine) as connection:
            filters = asked.settled(wanted, chosen, connection)
            today = datetime.now(UTC).date()
            rows = report(connection, filters, LOCAL, today=today, recorded_by=wanted.as_of)
    finally:
        engine.dispose()
    if chosen.json:
        told = {
            "filters_in_words": filters.in_words(),
            "as_of": filters.as_of.isoformat(),
            "rows": asked.records(rows),
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return DONE
    path = Path(chosen.output)
    try:
        path.write_bytes(goals_report.workbook(rows, chosen=filters, recorded_by=wanted.as_of))
    except OSError as error:
        raise CommandRefused(f"{path} cannot be written: {error.strerror}.") from error
    print(f"{path} written.")
    return DONE
