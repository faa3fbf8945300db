"""How are files from outside checked, kept and fetched while the page stays free?

A check is stopped when nobody looks at it any more: nothing hangs on it. Keeping goes on.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from unpol_data.access import Viewer
from unpol_data.ingest.report import Report, report_of
from unpol_data.ingest.servers.fetching import Form
from unpol_data.settings import Settings
from unpol_data.work.under_way import UnderWay

# A browser lets the clock of a hidden page tick once a minute.
LEFT_SECONDS = 150


def import_under_way(
    content: bytes,
    file_name: str,
    *,
    viewer: Viewer,
    settings: Settings,
    today: date,
    asked: Mapping[str, Any],
    left_seconds: float = LEFT_SECONDS,
) -> UnderWay:
    """The work of checking a file, or of keeping it; `asked` as for ingest.importing."""
    arguments = {"file_name": file_name, "today": today.isoformat(), "asked": dict(asked)}
    return UnderWay(
        "import",
        arguments,
        viewer=viewer,
        settings=settings,
        content=content,
        left_seconds=left_seconds if asked.get("dry_run") else None,
    )


def report(work: UnderWay) -> Report:
    """The report of such work, once it is over; raises what the work raised."""
    return report_of(work.result())


def fetch_under_way(form: Form, *, token: str, viewer: Viewer, settings: Settings) -> UnderWay:
    """The work of fetching a form's submissions; the token is handed over and not kept."""
    since = None if form.since is None else form.since.isoformat()
    return UnderWay(
        "fetch",
        {"form": asdict(form) | {"since": since}},
        viewer=viewer,
        settings=settings,
        secret=token,
        brings=True,
        left_seconds=LEFT_SECONDS,
    )
