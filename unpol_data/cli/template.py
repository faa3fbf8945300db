"""Write the blank workbook that an assessor fills."""

import argparse
import sys
from pathlib import Path

from unpol_data.cli.outcome import DONE, CommandRefused
from unpol_data.exports import template

NAME = "template"
HELP = "write the blank assessment workbook"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument("--kind", required=True, choices=template.KINDS, help="what to write")
    command.add_argument(
        "--lang", default="en", choices=template.LANGUAGES, help="language (default en)"
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", help="where to (default unpol_assessment.xlsx; - prints)"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the template; raises CommandRefused where the file cannot be written."""
    content = template.workbook(language=chosen.lang)
    if chosen.output == "-":
        sys.stdout.buffer.write(content)
        return DONE
    path = Path(chosen.output or "unpol_assessment.xlsx")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandRefused(f"{path} cannot be written: {error.strerror}.") from error
    print(f"{path} written. Fill it, then: python -m unpol_data import {path}")
    return DONE
