"""Withdraw an assessment: its facts are kept and count no more, and figures are computed anew."""

import argparse

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli import one_assessment
from unpol_data.cli.outcome import DONE

NAME = "withdraw"
HELP = "let an assessment count no more, with a reason"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    one_assessment.add_number(command)
    one_assessment.add_reason(command, "why it should count no more")


def run(chosen: argparse.Namespace) -> int:
    """Withdraw the assessment; raises StoreError where it is withdrawn or superseded."""
    with one_assessment.store() as engine:
        publishing.withdraw(engine, chosen.assessment_id, reason=chosen.reason, viewer=LOCAL)
    print(f"Assessment {chosen.assessment_id} is withdrawn; its facts are kept.")
    return DONE
