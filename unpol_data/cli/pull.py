"""Fetch the submissions of a form from KoboToolbox or ODK Central, and keep them as a draft.

The token comes from UNPOL_PULL_TOKEN, never from the command line, and is kept nowhere. A fetch
that broke off goes on where it was when the command is given again within a day.
"""

import argparse
import sys
from datetime import date

from unpol_data.access import LOCAL
from unpol_data.cli import reported
from unpol_data.cli.outcome import CommandRefused
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.report import Report
from unpol_data.ingest.servers.fetching import Fetched, Form, fetched
from unpol_data.ingest.servers.kinds import KINDS
from unpol_data.settings import Settings, pull_token, settings
from unpol_data.store import open_store

NAME = "pull"
HELP = "fetch a form's submissions from a server and keep them as a draft"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument("--server", required=True, choices=tuple(KINDS), help="kind of server")
    command.add_argument(
        "--url", required=True, help="its address, such as https://kf.kobotoolbox.org"
    )
    command.add_argument(
        "--form", required=True, metavar="ID", help="the form; for ODK Central PROJECT/FORM"
    )
    command.add_argument(
        "--since",
        metavar="DATE",
        type=date.fromisoformat,
        help="only what was sent in on this day or later, such as 2026-03-31",
    )
    reported.add_arguments(command)


def run(chosen: argparse.Namespace) -> int:
    """Fetch, import and print the report; REFUSED where anything is wrong."""
    in_force = settings()
    token = pull_token()
    if not token:
        raise CommandRefused("Put the server's token into UNPOL_PULL_TOKEN first.")
    wanted = Form(chosen.server, chosen.url, chosen.form, chosen.since)
    try:
        found = fetched(
            wanted,
            token=token,
            account=LOCAL.account,
            settings=in_force,
            only_allowed=False,
            tell=_tell,
        )
        report = _imported(found, chosen, in_force)
    except Refused as refusal:
        raise CommandRefused(str(refusal)) from None
    except KeyboardInterrupt:
        raise CommandRefused(reported.STOPPED) from None
    return reported.told([report], chosen)


def _imported(found: Fetched, chosen: argparse.Namespace, in_force: Settings) -> Report:
    engine = open_store(in_force.store_url, create_folder=True)
    try:
        return import_file(
            found.content,
            found.file_name,
            engine=engine,
            viewer=LOCAL,
            settings=in_force,
            today=date.today(),
            mission=chosen.mission,
            dry_run=chosen.dry_run,
            new_positions=chosen.new_positions,
        )
    finally:
        engine.dispose()


def _tell(step: str, share: float) -> None:
    print(f"{step} ...", file=sys.stderr)
