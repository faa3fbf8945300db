"""Which work on files from outside may be asked for, and what does each piece of it answer?

As the other jobs, and each is told the settings in force for reading files.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest.importing import Tell, import_file
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.servers.fetching import Form, fetched
from unpol_data.settings import Settings


def bring_in(
    engine: Engine,
    viewer: Viewer,
    tell: Tell,
    *,
    settings: Settings,
    path: str,
    file_name: str,
    today: str,
    asked: dict[str, Any],
) -> dict[str, Any]:
    """Check the file, or keep it as a draft; the Report as plain values."""
    report = import_file(
        Path(path),
        file_name,
        engine=engine,
        viewer=viewer,
        settings=settings,
        today=date.fromisoformat(today),
        tell=tell,
        **asked,
    )
    return report.as_json()


def fetch(
    engine: Engine,
    viewer: Viewer,
    tell: Tell,
    *,
    settings: Settings,
    brought: str,
    form: dict[str, Any],
) -> dict[str, Any]:
    """Fetch the submissions of a form to `brought`; what to call them, or why there are none.

    The token comes by standard input. Only servers that are allowed by name are asked.
    """
    viewer.must("record_assessment")
    since = form["since"] and date.fromisoformat(form["since"])
    wanted = Form(**form | {"since": since})
    token = sys.stdin.read()
    try:
        found = fetched(
            wanted,
            token=token,
            account=viewer.account,
            settings=settings,
            only_allowed=True,
            tell=tell,
        )
    except Refused as refusal:
        return {"refusal": str(refusal)}
    Path(brought).write_bytes(found.content)
    return {"refusal": "", "file_name": found.file_name, "submissions": found.submissions}


FILE_JOBS: dict[str, Callable[..., dict[str, Any]]] = {"import": bring_in, "fetch": fetch}
