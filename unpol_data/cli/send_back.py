"""Make a draft again of a submitted or reviewed assessment, and say what has to change."""

import argparse

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli import one_assessment
from unpol_data.cli.outcome import DONE

NAME = "return"
HELP = "send a submitted or reviewed assessment back, with a reason"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    one_assessment.add_number(command)
    one_assessment.add_reason(command, "what has to change")


def run(chosen: argparse.Namespace) -> int:
    """Send the assessment back; raises StoreError where none such is submitted or reviewed."""
    with one_assessment.store() as engine:
        publishing.send_back(engine, chosen.assessment_id, reason=chosen.reason, viewer=LOCAL)
    print(f"Assessment {chosen.assessment_id} is a draft again.")
    return DONE
