"""Who can help: expertise against the gaps, requests, advice, partners, lessons?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import expertise_gaps, expertise_requests, expertise_services, gaps
from unpol_data.views.expertise_requests import Requests
from unpol_data.views.expertise_services import Services
from unpol_data.views.key_figures import KeyFigure

POOLS, ENGAGEMENTS, LESSONS = "expertise", "engagements", "lessons"
KINDS = (POOLS, "expertise_requests", "advisory_services", ENGAGEMENTS, LESSONS)
# Those whom one can turn to come first.
PARTNERS, WRITTEN = ("active", "agreed", "proposed", "ended"), ("published", "reviewed", "draft")


@dataclass(frozen=True)
class Expertise:
    """What the programme knows of those who can help, seen on the day `on`.

    `pools`: one row per pool of officers that the chosen missions can call on, columns of the
    kind, area_name, officers, women_share (0-1, missing where there is nobody) and is_available
    (now, not later). `areas`, `unhelped`: as in expertise_gaps. `severe`: how many large or
    critical gaps there are, None where no gap has a figure. `engagements`, `lessons`: one row
    per record, columns of the kind and area_name (missing where it names no area).
    """

    pools: pd.DataFrame
    areas: pd.DataFrame
    unhelped: pd.DataFrame
    severe: int | None
    requests: Requests
    services: Services
    engagements: pd.DataFrame
    lessons: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    on: date
    anything_approved: bool

    @property
    def empty(self) -> bool:
        """Whether nothing of all this is on record."""
        return not any(len(self.rows(kind)) for kind in KINDS)

    def rows(self, kind: str) -> pd.DataFrame:
        """The rows of one of KINDS."""
        own = (self.pools, self.requests.rows, self.services.rows, self.engagements, self.lessons)
        return dict(zip(KINDS, own, strict=True))[kind]


def expertise(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
) -> Expertise:
    """The records up to `recorded_by`, or until now, beside the gaps of the missions chosen."""
    on = recorded_by or today
    every = pools(connection, viewer, on=on, recorded_by=recorded_by)
    own = of_choice(every, chosen)
    severe = expertise_gaps.severe(connection, chosen, viewer)
    unhelped = expertise_gaps.unhelped(severe.rows, every)
    known = {"recorded_by": recorded_by}
    asked = expertise_requests.requests(connection, chosen, viewer, pools=every, on=on, **known)
    services = expertise_services.services(connection, chosen, viewer, **known)
    return Expertise(
        pools=own,
        areas=expertise_gaps.areas(chosen, own, severe=severe.rows, unhelped=unhelped),
        unhelped=unhelped,
        severe=severe.count,
        requests=asked,
        services=services,
        engagements=_by_state(connection, ENGAGEMENTS, chosen, viewer, order=PARTNERS, **known),
        lessons=_by_state(connection, LESSONS, chosen, viewer, order=WRITTEN, **known),
        figures=(
            _officers(own),
            _gaps("Large gaps nobody can help with", len(unhelped), severe.count),
            _asked(asked),
            _gaps("Host-State gaps without advice", len(services.unserved), services.severe),
        ),
        on=on,
        anything_approved=bool(len(gaps.rounds(connection, chosen, viewer))),
    )


def pools(
    connection: Connection, viewer: Viewer, *, on: date, recorded_by: date | None = None
) -> pd.DataFrame:
    """The expertise of all missions, as Expertise.pools; by area, holder and role."""
    rows = queries.records.records(connection, POOLS, Filters(), viewer, as_of=recorded_by)
    officers = rows["women"] + rows["men"]
    later = pd.to_datetime(rows["available_from"]) > pd.Timestamp(on)
    rows = rows.assign(
        area_name=[reference.name("area", code) for code in rows["area_code"]],
        officers=officers,
        women_share=rows["women"] / officers.where(officers > 0),
        is_available=~later,
    )
    turn = {code: number for number, code in enumerate(reference.codes("areas"))}
    turn |= {code: number for number, code in enumerate(expertise_gaps.HOLDERS)}
    return rows.sort_values(
        ["area_code", "holder", "role", "expertise_code"],
        key=lambda cells: cells.map(turn) if cells.name in ("area_code", "holder") else cells,
        ignore_index=True,
    )


def of_choice(rows: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """The pools that serve in a chosen mission or can be sent there, of the chosen areas."""
    own = rows["mission_code"].isna() | rows["mission_code"].isin(chosen.missions)
    rows = rows[own] if chosen.missions else rows
    rows = rows[rows["area_code"].isin(chosen.areas)] if chosen.areas else rows
    return rows.reset_index(drop=True)


def _by_state(
    connection: Connection,
    kind: str,
    chosen: Filters,
    viewer: Viewer,
    *,
    order: tuple[str, ...],
    recorded_by: date | None,
) -> pd.DataFrame:
    """The records of a kind by state, in this order, then the newest first."""
    rows = queries.records.records(connection, kind, chosen, viewer, as_of=recorded_by)
    names = [
        reference.name("area", code) if isinstance(code, str) else None
        for code in rows["area_code"]
    ]
    newest = "recorded_on" if kind == LESSONS else "from_on"
    rows = rows.assign(area_name=names, turn=rows["state"].map(order.index))
    rows = rows.sort_values(
        ["turn", newest], ascending=[True, False], kind="stable", ignore_index=True
    )
    return rows.drop(columns="turn")


def _officers(rows: pd.DataFrame) -> KeyFigure:
    label = "Officers with technical expertise"
    if rows.empty:
        return KeyFigure(label, None, note="none on record")
    can_be_sent = rows["mission_code"].isna() & rows["is_available"]
    sent = int(rows.loc[can_be_sent, "officers"].sum())
    note = f"{int(rows['women'].sum())} women; {sent} can be sent to any mission now"
    return KeyFigure(label, int(rows["officers"].sum()), note=note)


def _gaps(label: str, left: int, severe: int | None) -> KeyFigure:
    if severe is None:
        return KeyFigure(label, None, note="no approved assessment")
    return KeyFigure(label, left, note=f"of {severe} large or critical gaps")


def _asked(found: Requests) -> KeyFigure:
    waiting = found.open
    if waiting.empty:
        return KeyFigure("Open requests", 0, note="nobody waits")
    longest = int(waiting["waiting_days"].max())
    alone = len(found.unmatched)
    note = f"longest {longest} days; " + (f"{alone} with nobody" if alone else "all can be met")
    return KeyFigure("Open requests", len(waiting), note=note)
