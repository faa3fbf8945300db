"""Print the priorities: which gaps to close first, how firm that is, what cannot be ranked."""

import argparse
import json

from unpol_data.access import LOCAL
from unpol_data.cli import rank_words
from unpol_data.cli.asked import add_filters, filters, settled
from unpol_data.cli.outcome import DONE
from unpol_data.queries.revisions import current_revision
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views.ranking import ranking

NAME = "rank"
HELP = "print the priorities, as text or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the filters, as in the URL."""
    add_filters(command)
    command.add_argument("--json", action="store_true", help="print figures and filters as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the ranking of what is asked for; unknown codes are usage errors, never guessed."""
    asked = filters(chosen)
    engine = open_store(settings().store_url)
    try:
        with reading(engine) as connection:
            asked = settled(asked, chosen, connection)
            found = ranking(connection, asked, LOCAL)
            revision = current_revision(connection)
    finally:
        engine.dispose()
    if chosen.json:
        told = rank_words.as_json(found, asked, revision=revision)
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(rank_words.as_text(found, asked, revision=revision))
    return DONE
