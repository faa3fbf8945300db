"""May these weights be kept under a name?"""

from collections.abc import Mapping

from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest.refusal import Refused
from unpol_data.store.writes import SavedVersion, save_scenario
from unpol_data.validation import scenarios as validation


def save(
    engine: Engine, name: str, note: str, percentages: Mapping[str, object], *, viewer: Viewer
) -> SavedVersion:
    """Keep the weights, in whole per cent, under the name; the same again changes nothing.

    Raises Refused with every reason, a line each, and NotPermitted where the viewer may not.
    """
    viewer.must("save_scenario")
    problems = validation.problems(name, note, percentages)
    if problems:
        raise Refused("\n".join(problems))
    return save_scenario(
        engine,
        validation.code_of(name),
        name=name.strip(),
        note=note.strip(),
        percentages=percentages,
        account=viewer.account,
    )
