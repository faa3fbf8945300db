"""Print the priorities: which gaps to close first, how firm that is, what cannot be ranked."""

import argparse
import json
from datetime import date

from unpol_data.access import LOCAL
from unpol_data.cli import rank_words
from unpol_data.cli.outcome import DONE
from unpol_data.filters import HORIZONS, LISTS, SIDES, from_query
from unpol_data.queries import scenarios
from unpol_data.queries.revisions import current_revision, default_as_of
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views.ranking import ranking

NAME = "rank"
HELP = "print the priorities, as text or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the filters, as in the URL."""
    for name in LISTS:
        command.add_argument(
            f"--{name}", action="append", default=[], metavar="CODE", help="may be repeated"
        )
    command.add_argument("--horizon", choices=list(HORIZONS), help="default today")
    command.add_argument("--side", choices=list(SIDES), help="default unpol")
    command.add_argument(
        "--as-of", metavar="DATE", help="such as 2026-03-31 (default: as on the pages)"
    )
    command.add_argument(
        "--scenario", metavar="CODE", help="saved weights, or three per cent such as 60-25-15"
    )
    command.add_argument("--json", action="store_true", help="print figures and filters as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the ranking of what is asked for; unknown codes are usage errors, never guessed."""
    given = {name: getattr(chosen, name) for name in LISTS}
    given |= {
        name: [getattr(chosen, name)]
        for name in ("horizon", "side", "as_of")
        if getattr(chosen, name) is not None
    }
    _, problems = from_query(given)
    if problems:
        chosen.usage_error(" ".join(problems))
    weights = {"scenario": [chosen.scenario]} if chosen.scenario is not None else {}
    engine = open_store(settings().store_url)
    try:
        with reading(engine) as connection:
            known = scenarios.by_code(scenarios.scenarios(connection, LOCAL))
            asked, problems = from_query(given | weights, scenarios=known)
            if problems:
                chosen.usage_error(" ".join(problems))
            if asked.as_of is None:
                asked = asked.on(default_as_of(connection, LOCAL, today=date.today()))
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
