"""Approve a reviewed assessment: its facts count from the date given, and figures are computed.

What it corrects counts up to that date.
"""

import argparse
from datetime import UTC, date, datetime

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli import one_assessment
from unpol_data.cli.outcome import DONE

NAME = "approve"
HELP = "approve a reviewed assessment, so that its facts count"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    one_assessment.add_number(command)
    command.add_argument(
        "--published-on",
        metavar="DATE",
        type=date.fromisoformat,
        help="the day from which it counts, such as 2026-03-31: the end of its period at the "
        "earliest, today at the latest (default today)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Approve the assessment; raises StoreError where none such is reviewed."""
    published_on = chosen.published_on or datetime.now(UTC).date()
    with one_assessment.store() as engine:
        publishing.approve(engine, chosen.assessment_id, viewer=LOCAL, published_on=published_on)
    print(f"Assessment {chosen.assessment_id} is approved and counts from {published_on}.")
    return DONE
