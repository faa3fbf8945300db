"""Approve a draft assessment: its facts count from the date given, and figures are computed."""

import argparse
from datetime import date

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli.outcome import DONE
from unpol_data.settings import settings
from unpol_data.store import open_store

NAME = "approve"
HELP = "approve a draft, so that its facts count"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument("assessment_id", metavar="ID", type=int, help="the assessment's number")
    command.add_argument(
        "--published-on",
        metavar="DATE",
        type=date.fromisoformat,
        help="the day from which it counts, such as 2026-03-31 (default today)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Approve the assessment; raises StoreError where there is no such draft."""
    published_on = chosen.published_on or date.today()
    engine = open_store(settings().store_url)
    try:
        publishing.approve(engine, chosen.assessment_id, viewer=LOCAL, published_on=published_on)
    finally:
        engine.dispose()
    print(f"Assessment {chosen.assessment_id} is approved and counts from {published_on}.")
    return DONE
