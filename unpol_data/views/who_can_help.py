"""Who can help this mission in these areas: how many, and whom to ask first?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import expertise

SHOWN = 2
# Whom one can ask, and what one can read; the first of them are named first.
ASKED = (
    ("expertise", ("can_be_sent",)),
    ("engagements", ("active", "agreed")),
    ("lessons", ("published",)),
)


@dataclass(frozen=True)
class Help:
    """How many can help, and whom to ask first.

    `counts`: serving and can_be_sent (officers with the expertise in the mission, and others),
    requests (open), partners (active or agreed) and lessons (published). `first`: the SHOWN most
    relevant entries, (kind, row as a dictionary); one of each kind before a second, those of the
    area that comes first before others.
    """

    counts: dict[str, int]
    first: tuple[tuple[str, dict], ...]


def who_can_help(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    mission_code: str,
    areas: tuple[str, ...],
    today: date,
    recorded_by: date | None = None,
) -> Help:
    """What is on record for the mission in these areas, the area that matters most first."""
    here = Filters(missions=(mission_code,), areas=areas)
    every = expertise.pools(connection, viewer, on=recorded_by or today, recorded_by=recorded_by)
    pools = expertise.of_choice(every, here)
    sent = pools[pools["mission_code"].isna()]
    rows = {
        kind: queries.records.records(connection, kind, here, viewer, as_of=recorded_by)
        for kind in ("expertise_requests", "engagements", "lessons")
    }
    asked = rows["expertise_requests"]
    entries = {"expertise": sent.assign(state="can_be_sent"), **rows}
    known = {kind: _in_order(entries[kind], states, areas) for kind, states in ASKED}
    return Help(
        counts={
            "serving": int(pools["officers"].sum()) - int(sent["officers"].sum()),
            "can_be_sent": int(sent["officers"].sum()),
            "requests": int((asked["state"] == "open").sum()),
            "partners": len(known["engagements"]),
            "lessons": len(known["lessons"]),
        },
        first=_first(known),
    )


def _in_order(rows: pd.DataFrame, states: tuple[str, ...], areas: tuple[str, ...]) -> pd.DataFrame:
    """The rows in these states by area as given, those that name no area last."""
    turn = {code: number for number, code in enumerate(areas)}
    rows = rows[rows["state"].isin(states)]
    rows = rows.assign(turn=rows["area_code"].map(turn).fillna(len(areas)))
    return rows.sort_values("turn", kind="stable", ignore_index=True)


def _first(known: dict[str, pd.DataFrame]) -> tuple[tuple[str, dict], ...]:
    """Entries of each kind in turn: the first of each, then the second of each, and so on."""
    ranked = [
        (number, row["turn"], place, kind, row)
        for place, (kind, rows) in enumerate(known.items())
        for number, row in enumerate(rows.to_dict("records"))
    ]
    ranked.sort(key=lambda one: one[:3])
    return tuple((kind, row) for *_, kind, row in ranked[:SHOWN])
