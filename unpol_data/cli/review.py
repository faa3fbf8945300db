"""Say that a submitted assessment holds, so that it can be approved.

Refused while comments on its answers are open.
"""

import argparse

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli import one_assessment
from unpol_data.cli.outcome import DONE

NAME = "review"
HELP = "say that a submitted assessment holds"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    one_assessment.add_number(command)


def run(chosen: argparse.Namespace) -> int:
    """Review the assessment; raises StoreError where none such is submitted."""
    with one_assessment.store() as engine:
        publishing.review(engine, chosen.assessment_id, viewer=LOCAL)
    print(f"Assessment {chosen.assessment_id} is reviewed and waits for approval.")
    return DONE
