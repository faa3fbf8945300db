"""What becomes of a file that is of several missions, such as an index of countries?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from unpol_data.ingest.importing import import_file
from unpol_data.ingest.report import Report


def import_missions(
    content: Path | bytes, file_name: str, *, missions: Sequence[str] = (), **given: Any
) -> list[Report]:
    """The report on a file, or one for each mission it is of; see importing.import_file.

    No chosen missions means the one the rows tell, or all that a file of several is of.
    """
    if not missions:
        report = import_file(content, file_name, **given)
        missions = report.missions
        if not missions:
            return [report]
    return [import_file(content, file_name, mission=mission, **given) for mission in missions]
