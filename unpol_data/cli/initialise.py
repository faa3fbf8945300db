"""Create the store, or bring it up to the newest schema and signals; with the sample if asked."""

import argparse

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli import sample
from unpol_data.cli.outcome import DONE
from unpol_data.settings import settings
from unpol_data.store import open_store, place

NAME = "init"
HELP = "create the store, with the illustrative sample if asked"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument(
        "--sample",
        action="store_true",
        help="load the illustrative sample (invented; for an empty store only)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Create the store; raises CommandRefused where the sample cannot be loaded."""
    in_force = settings()
    if chosen.sample:
        entries = sample.entries()
    engine = open_store(in_force.store_url, create_folder=True)
    try:
        print(f"The store is {place(engine)}.")
        searched = publishing.search_missing(engine, account=LOCAL.account)
        if searched:
            print(f"Searched for signals: {', '.join(searched)}.")
        if chosen.sample:
            sample.load(entries, engine=engine, settings=in_force, tell=print)
    finally:
        engine.dispose()
    return DONE
