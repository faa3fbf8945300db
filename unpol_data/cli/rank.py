"""Print the priorities: which gaps to close first, how firm that is, what cannot be ranked."""

import argparse

from unpol_data.cli import asked, rank_words
from unpol_data.views.ranking import ranking

NAME = "rank"
HELP = "print the priorities, as text or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the filters, as in the URL."""
    asked.add_filters(command)


def run(chosen: argparse.Namespace) -> int:
    """Print the ranking of what is asked for; unknown codes are usage errors, never guessed."""
    return asked.printed(chosen, ranking, rank_words.as_json, rank_words.as_text)
