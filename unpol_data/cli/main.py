"""Which command was asked for, and how did it end?"""

import argparse
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from unpol_data.access import NotPermitted
from unpol_data.cli import (
    approve,
    decisions,
    goals,
    import_file,
    initialise,
    portfolio,
    pull,
    rank,
    review,
    scenario,
    send_back,
    signals,
    submit,
    template,
    withdraw,
)
from unpol_data.cli.outcome import REFUSED, CommandRefused
from unpol_data.reference import ReferenceDataError
from unpol_data.settings import SettingsError
from unpol_data.store import StoreError

COMMANDS: tuple[ModuleType, ...] = (
    initialise,
    import_file,
    pull,
    template,
    submit,
    review,
    send_back,
    approve,
    withdraw,
    rank,
    portfolio,
    goals,
    scenario,
    signals,
    decisions,
)
# What is the user's or the machine's to put right: a sentence, not a traceback.
ANSWERED = (CommandRefused, StoreError, SettingsError, ReferenceDataError, NotPermitted)


def parser() -> argparse.ArgumentParser:
    """The commands with their help texts."""
    root = argparse.ArgumentParser(
        prog="python -m unpol_data",
        description="Technology capacity of United Nations Police: the store from the terminal.",
        epilog="Exit 0: done. 1: refused, with reasons. 2: not understood.",
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        command = commands.add_parser(
            module.NAME,
            help=module.HELP,
            description=module.__doc__,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run, usage_error=command.error)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused with reasons on standard error, 2 not understood."""
    chosen = parser().parse_args(arguments)
    try:
        return chosen.run(chosen)
    except ANSWERED as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader of our output left, as `head` does; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
