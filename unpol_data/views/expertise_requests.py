"""Which requests for expertise wait, and who could answer each of them?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters

KIND = "expertise_requests"
OPEN, GIVEN = "open", ("offered", "deployed")
POOL = ["expertise_code", "holder", "role", "women", "men", "available_from"]


@dataclass(frozen=True)
class Requests:
    """Requests of the chosen missions and areas.

    `rows`: one row per request, columns of the kind, area_name, waiting_days (of open ones, up
    to the day seen; else missing), is_over (deployed, and the last day has passed) and
    serving_in (missions where officers with this expertise serve already, a tuple); open ones
    first, the longest wait first of all, then by what became of them, the newest first.
    `matches`: one row per open request and pool that could answer it, with request_code, POOL,
    is_in_time (free on the first day asked for) and promised (other missions to which such
    officers are offered or deployed then, a tuple).
    """

    rows: pd.DataFrame
    matches: pd.DataFrame

    @property
    def open(self) -> pd.DataFrame:
        """The requests nobody has answered yet."""
        return self.rows[self.rows["state"] == OPEN]

    @property
    def unmatched(self) -> pd.DataFrame:
        """The open requests that no pool on record could answer."""
        return self.open[~self.open["request_code"].isin(self.matches["request_code"])]


def requests(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    pools: pd.DataFrame,
    on: date,
    recorded_by: date | None = None,
) -> Requests:
    """The requests in force, and what could answer the open ones on this day.

    `pools`: the expertise of all missions that the viewer may see. A pool answers a request of
    its area where it can be sent to any mission, and is held by whom the request names, if it
    names one. Officers who serve in a mission do not answer: they are needed there.
    """
    every = queries.records.records(connection, KIND, Filters(), viewer, as_of=recorded_by)
    rows = every
    for column, codes in (("mission_code", chosen.missions), ("area_code", chosen.areas)):
        rows = rows[rows[column].isin(codes)] if codes else rows
    rows = _told(rows, pools, on)
    return Requests(rows=rows, matches=_matches(rows, pools, every, on))


def _told(rows: pd.DataFrame, pools: pd.DataFrame, on: date) -> pd.DataFrame:
    """The requests in their order, with what Requests.rows has besides the columns of the kind."""
    day, asked_on = pd.Timestamp(on), pd.to_datetime(rows["asked_on"])
    states = reference.records.column(KIND, "state").codes
    serving = pools.dropna(subset=["mission_code"]).groupby("area_code")["mission_code"]
    serving_in = {code: tuple(dict.fromkeys(of_area)) for code, of_area in serving}
    rows = rows.assign(
        area_name=[reference.name("area", code) for code in rows["area_code"]],
        waiting_days=(day - asked_on).dt.days.where(rows["state"] == OPEN),
        asked_on=asked_on,
        is_over=(rows["state"] == "deployed") & (pd.to_datetime(rows["to_on"]) < day),
        serving_in=[serving_in.get(code, ()) for code in rows["area_code"]],
        turn=rows["state"].map({code: number for number, code in enumerate(states)}),
    )
    rows = rows.sort_values(
        ["turn", "waiting_days", "asked_on", "request_code"],
        ascending=[True, False, False, True],
        ignore_index=True,
    )
    return rows.drop(columns="turn")


def _matches(
    rows: pd.DataFrame, pools: pd.DataFrame, every: pd.DataFrame, on: date
) -> pd.DataFrame:
    found = []
    for request in rows[rows["state"] == OPEN].itertuples(index=False):
        first = max(pd.Timestamp(on), pd.Timestamp(request.from_on or on))
        fits = pools["mission_code"].isna() & (pools["area_code"] == request.area_code)
        if isinstance(request.holder, str):
            fits &= pools["holder"] == request.holder
        for pool in pools[fits].itertuples(index=False):
            free = pd.isna(pool.available_from) or pd.Timestamp(pool.available_from) <= first
            own = {name: getattr(pool, name) for name in POOL}
            promised = _promised(every, pool, request.mission_code, first)
            more = {"request_code": request.request_code, "is_in_time": free}
            found.append(own | more | {"promised": promised})
    columns = ["request_code", *POOL, "is_in_time", "promised"]
    return pd.DataFrame(found, columns=columns)


def _promised(
    every: pd.DataFrame, pool: tuple, mission_code: str, first: pd.Timestamp
) -> tuple[str, ...]:
    """The other missions that such officers are offered or deployed to from this day on."""
    same = (every["area_code"] == pool.area_code) & (every["holder"] == pool.holder)
    given = same & every["state"].isin(GIVEN) & (every["mission_code"] != mission_code)
    to_on = pd.to_datetime(every["to_on"])
    still = given & (to_on.isna() | (to_on >= first))
    return tuple(dict.fromkeys(every.loc[still, "mission_code"]))
