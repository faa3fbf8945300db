"""Which weights have been saved under a name?"""

import pandas as pd
from sqlalchemy import Connection, select

from unpol_data.access import Viewer
from unpol_data.queries.frames import frame
from unpol_data.store.tables import SavedScenario
from unpol_data.weighing import Scenario


def scenarios(connection: Connection, viewer: Viewer) -> pd.DataFrame:
    """One row per version of each saved scenario, by code, the newest version first.

    The columns of the table and is_newest. Weights say nothing of a mission: everybody who may
    read sees them all.
    """
    viewer.must("read")
    statement = select(SavedScenario.__table__).order_by(
        SavedScenario.scenario_code, SavedScenario.version.desc()
    )
    rows = frame(connection, statement)
    return rows.assign(is_newest=~rows.duplicated("scenario_code"))


def by_code(rows: pd.DataFrame) -> dict[str, Scenario]:
    """The scenarios that links may name: each version by its own code, the newest by the bare one.

    `rows`: as from scenarios. A retired scenario is known by its versions alone.
    """
    found = {}
    for row in rows.itertuples(index=False):
        code = f"{row.scenario_code}.{row.version}"
        weights = (int(row.threat_pct), int(row.mandate_pct), int(row.exposure_pct))
        found[code] = Scenario(code, row.name, *weights)
        if row.is_newest and row.state == "in_use":
            found[row.scenario_code] = found[code]
    return found
