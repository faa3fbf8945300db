"""Which advice do host-State police get, is it cleared, and which gaps has nobody taken up?"""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import expertise_gaps

KIND = "advisory_services"
CLEARED = ("cleared", "cleared_with_measures")
UNDER_WAY, PLANNED = "under_way", "planned"
LIVE = (UNDER_WAY, PLANNED)


@dataclass(frozen=True)
class Services:
    """Advisory services to host-State police.

    `rows`: one row per service, columns of the kind, area_name and alarm: under_way where it
    runs without clearance under the human rights due diligence policy, planned where it is
    planned without, else empty; those with an alarm first. `unserved`: one row per large or
    critical gap of host-State police without a service planned or under way, sharpest first,
    with expertise_gaps.GAP. `severe`: how many such gaps there are with or without one; None
    where no assessment of that side is approved.
    """

    rows: pd.DataFrame
    unserved: pd.DataFrame
    severe: int | None

    def alarmed(self, alarm: str) -> pd.DataFrame:
        """The services with this alarm."""
        return self.rows[self.rows["alarm"] == alarm]


def services(
    connection: Connection, chosen: Filters, viewer: Viewer, *, recorded_by: date | None = None
) -> Services:
    """The services in force, and the gaps of the host-State side that none of them takes up.

    The threats chosen select the services shown, not the gaps that are served.
    """
    of_any_threat = replace(chosen, threats=())
    every = queries.records.records(connection, KIND, of_any_threat, viewer, as_of=recorded_by)
    rows = every
    if chosen.threats:
        rows = rows[rows["threat_code"].isna() | rows["threat_code"].isin(chosen.threats)]
    cleared = rows["hrddp_status"].isin(CLEARED)
    alarm = rows["state"].where(~cleared & rows["state"].isin(LIVE), "")
    states = reference.records.column(KIND, "state").codes
    turn = rows["state"].map({code: number for number, code in enumerate(states)})
    first = alarm.map({UNDER_WAY: 0, PLANNED: 1, "": 2})
    names = [reference.name("area", code) for code in rows["area_code"]]
    rows = rows.assign(alarm=alarm, area_name=names, first=first, turn=turn)
    rows = rows.sort_values(["first", "turn", "mission_code", "title"], ignore_index=True)
    severe = expertise_gaps.severe(connection, replace(chosen, side="host_state"), viewer)
    served = set(_places(every[every["state"].isin(LIVE)]))
    is_served = [place in served for place in _places(severe.rows)]
    unserved = severe.rows[~pd.Series(is_served, index=severe.rows.index, dtype=bool)]
    return Services(
        rows=rows.drop(columns=["first", "turn"]),
        unserved=unserved.reset_index(drop=True),
        severe=severe.count,
    )


def _places(rows: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(rows["mission_code"], rows["area_code"], strict=True))
