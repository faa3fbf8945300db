"""What was handed in: which kind, of which mission, and which rows?"""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.ingest import isolated
from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers import our_workbook, programme
from unpol_data.ingest.readers_known import reader_of
from unpol_data.ingest.refusal import Refused
from unpol_data.settings import Settings
from unpol_data.validation.problems import nearest


@dataclass(frozen=True)
class Delivery:
    """Rows as they were found, before anybody judged them.

    `mission_code` is missing where a workbook does not tell it, and for records of the
    programme, each of which tells its own.
    """

    read: Read
    mission_code: str | None


def delivery(
    content: Path | bytes | Raw, asked: Asked, *, viewer: Viewer, settings: Settings
) -> Delivery:
    """The rows of a file, or of what it is known to hold.

    Raises Refused where it cannot be read or told what it is of.
    """
    raw = content if isinstance(content, Raw) else isolated.raw(content, settings=settings)
    reader = reader_of(raw, with_mapping=asked.mapping is not None)
    try:
        found = reader.read(raw, asked)
        if found.kind == programme.KIND:
            return Delivery(found, None)
        code = mission_of(found.tables, kind=found.kind, mission=asked.mission, viewer=viewer)
    except Refused as refusal:
        refusal.format = reader.NAME
        raise
    return Delivery(found, code)


def mission_of(
    tables: dict[str, pd.DataFrame], *, kind: str, mission: str | None, viewer: Viewer
) -> str | None:
    """The mission a delivery is of: the one given, else the one its rows tell.

    Missing where a workbook does not tell, or tells one that is not known: that is a
    problem of its row. Raises Refused where the mission given is not known, is not the
    viewer's, or cannot be told from a single table.
    """
    known = reference.codes("missions")
    told = {mission.strip().upper()} if mission else _missions_told(tables, kind)
    if kind == our_workbook.KIND and not mission and not told & set(known):
        return None
    # A site code that begins otherwise is a problem of its row.
    told = (told & set(known)) or told
    if len(told) > 1:
        raise Refused(
            f"The rows are of {len(told)} missions ({', '.join(sorted(told)[:4])}); give one file "
            "for each, or correct the site codes."
        )
    if not told:
        raise Refused("The rows do not tell which mission they are of; name the mission.")
    (code,) = told
    if code not in known:
        raise Refused(f"{code!r} is not a mission; expected {nearest(code, known)}.")
    if not viewer.missions_of([code]):
        raise Refused(f"{viewer.account} may not record assessments of {code}.")
    return code


def _missions_told(tables: dict[str, pd.DataFrame], kind: str) -> set[str]:
    if kind == our_workbook.KIND:
        row = tables.get("assessment", pd.DataFrame())
        row = row.loc[:, ~row.columns.duplicated()]
        codes = row.get("mission_code", pd.Series(dtype="object")).dropna()
        return {str(code).strip().upper() for code in codes[:1]}
    (table,) = tables.values()
    # A heading that stands there twice is told later; here the first one counts.
    table = table.loc[:, ~table.columns.duplicated()]
    codes = table.get("site_code", pd.Series(dtype="object")).dropna()
    # A bare name, as tables of others have it, tells no mission.
    codes = [str(code).strip().upper() for code in codes.unique() if "-" in str(code)]
    return {code.partition("-")[0] for code in codes}
