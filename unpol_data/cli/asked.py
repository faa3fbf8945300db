"""Which filters follow a command, as they stand in the URL, and how is what they choose printed?"""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import LOCAL
from unpol_data.cli.outcome import DONE
from unpol_data.filters import HORIZONS, LISTS, SIDES, Filters, from_query
from unpol_data.queries import scenarios
from unpol_data.queries.revisions import current_revision, default_as_of
from unpol_data.settings import settings
from unpol_data.store import open_store, reading

T = TypeVar("T")
Telling = Callable[..., Any]


def add_filters(command: argparse.ArgumentParser) -> None:
    """Let the filters follow the command, and whether JSON is wanted."""
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
    command.add_argument(
        "--revision", metavar="N", help="as the store stood at this revision (default: now)"
    )
    command.add_argument("--json", action="store_true", help="print figures and filters as JSON")


def filters(chosen: argparse.Namespace) -> Filters:
    """What is asked for, without the scenario; unknown codes are usage errors, never guessed."""
    given = {name: getattr(chosen, name) for name in LISTS}
    given |= {
        name: [getattr(chosen, name)]
        for name in ("horizon", "side", "as_of", "revision")
        if getattr(chosen, name) is not None
    }
    asked, problems = from_query(given)
    if problems:
        chosen.usage_error(" ".join(problems))
    return asked


def settled(asked: Filters, chosen: argparse.Namespace, connection: Connection) -> Filters:
    """The same with what only the store knows: the scenario, and the pages' as-of date.

    A scenario that nobody saved, or a revision still to come, is a usage error.
    """
    newest = current_revision(connection)
    if asked.revision is not None and asked.revision > newest:
        chosen.usage_error(f"revision {asked.revision} is still to come; the newest is {newest}.")
    if asked.as_of is None:
        asked = asked.on(default_as_of(connection, LOCAL, today=date.today()))
    if chosen.scenario is None:
        return asked
    known = scenarios.by_code(scenarios.scenarios(connection, LOCAL))
    found, problems = from_query({"scenario": [chosen.scenario]}, scenarios=known)
    if problems:
        chosen.usage_error(" ".join(problems))
    return replace(asked, scenario=found.scenario)


def printed(
    chosen: argparse.Namespace, view: Callable[..., T], as_json: Telling, as_text: Telling
) -> int:
    """Print what the view says of what is asked for, as text or, where asked, as JSON."""
    asked = filters(chosen)
    engine = open_store(settings().store_url)
    try:
        with reading(engine) as connection:
            asked = settled(asked, chosen, connection)
            found = view(connection, asked, LOCAL)
            revision = asked.revision or current_revision(connection)
    finally:
        engine.dispose()
    if chosen.json:
        told = as_json(found, asked, revision=revision)
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(as_text(found, asked, revision=revision))
    return DONE


def records(rows: pd.DataFrame) -> list[dict]:
    """The rows with Python's own values; what is missing is None, a date its ISO form."""
    days = rows.select_dtypes("datetime")
    rows = rows.assign(**{name: days[name].dt.strftime("%Y-%m-%d") for name in days})
    moments = rows.select_dtypes("datetimetz")
    rows = rows.assign(
        **{name: moments[name].dt.strftime("%Y-%m-%dT%H:%M:%SZ") for name in moments}
    )
    return rows.astype("object").where(rows.notna(), None).to_dict("records")
