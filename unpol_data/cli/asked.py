"""Which filters follow a command, as they stand in the URL?"""

import argparse
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from unpol_data.access import LOCAL
from unpol_data.filters import HORIZONS, LISTS, SIDES, Filters, from_query
from unpol_data.queries import scenarios
from unpol_data.queries.revisions import default_as_of


def add_filters(command: argparse.ArgumentParser) -> None:
    """Let the filters follow the command."""
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


def filters(chosen: argparse.Namespace) -> Filters:
    """What is asked for, without the scenario; unknown codes are usage errors, never guessed."""
    given = {name: getattr(chosen, name) for name in LISTS}
    given |= {
        name: [getattr(chosen, name)]
        for name in ("horizon", "side", "as_of")
        if getattr(chosen, name) is not None
    }
    asked, problems = from_query(given)
    if problems:
        chosen.usage_error(" ".join(problems))
    return asked


def settled(asked: Filters, chosen: argparse.Namespace, connection: Connection) -> Filters:
    """The same with what only the store knows: the scenario, and the pages' as-of date.

    A scenario that nobody saved is a usage error.
    """
    if asked.as_of is None:
        asked = asked.on(default_as_of(connection, LOCAL, today=date.today()))
    if chosen.scenario is None:
        return asked
    known = scenarios.by_code(scenarios.scenarios(connection, LOCAL))
    found, problems = from_query({"scenario": [chosen.scenario]}, scenarios=known)
    if problems:
        chosen.usage_error(" ".join(problems))
    return replace(asked, scenario=found.scenario)
