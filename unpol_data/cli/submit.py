"""Hand a draft in for review.

All it says is judged as a file would be; what must be put right first is told row by row.
"""

import argparse

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli import one_assessment
from unpol_data.cli.outcome import DONE

NAME = "submit"
HELP = "hand a draft in for review"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    one_assessment.add_number(command)


def run(chosen: argparse.Namespace) -> int:
    """Submit the assessment; raises StoreError where there is none, or something in it
    must be put right first."""
    with one_assessment.store() as engine:
        publishing.submit(engine, chosen.assessment_id, viewer=LOCAL)
    print(f"Assessment {chosen.assessment_id} is submitted and waits for review.")
    return DONE
