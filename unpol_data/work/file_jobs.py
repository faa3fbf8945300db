"""Which work on files from outside may be asked for, and what does each piece of it answer?

As the other jobs, and each is told the settings in force for reading files.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest.importing import import_file
from unpol_data.settings import Settings

Tell = Callable[[str, float], None]


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


FILE_JOBS: dict[str, Callable[..., dict[str, Any]]] = {"import": bring_in}
