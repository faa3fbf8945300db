"""Which assessment is a command about, and in which store?"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from unpol_data.settings import settings
from unpol_data.store import open_store


def add_number(command: argparse.ArgumentParser) -> None:
    """Let the number of the assessment follow the command."""
    command.add_argument("assessment_id", metavar="ID", type=int, help="the assessment's number")


def add_reason(command: argparse.ArgumentParser, asked: str) -> None:
    """Let a reason follow the command; it must."""
    command.add_argument("--reason", metavar="WORDS", required=True, help=asked)


@contextmanager
def store() -> Iterator[Engine]:
    """The store of the settings, for as long as the block runs."""
    engine = open_store(settings().store_url)
    try:
        yield engine
    finally:
        engine.dispose()
