"""What is each option expected to gain and to cost, and which gates keep it out?"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import option_gains
from unpol_data.scoring.option_gains import Levels
from unpol_data.views import priorities
from unpol_data.views.wanted import Wanted

# Beside the gates of the reference table: the planner's own choice of A4P+ priorities.
OTHER_PRIORITY = "priority"
CELL = ["mission_code", "area_code"]
PLACE = ["mission_code", "site_code", "area_code"]


@dataclass(frozen=True)
class Options:
    """The options in scope and what they gain.

    `rows`: one row per option, as recorded, with cost_usd (once and running, without programme
    support), tech_share and adopt_share (0-1), value (see value_of), closed_gates (codes of the
    gates that keep it out), is_cleared (none does) and is_known (some gain of it is known).
    `places`: one row per option, site and area it improves, with mission_code, served,
    importance, gap_gain and value. `rises` and `levels` are what joint gains are computed from.
    """

    rows: pd.DataFrame
    places: pd.DataFrame
    rises: pd.DataFrame
    levels: Levels

    def chances(self, codes: pd.Series | list[str]) -> pd.Series:
        """P_tech P_adopt of these options, by option_code."""
        rows = self.rows.set_index("option_code").loc[list(codes)]
        return rows["tech_share"] * rows["adopt_share"]


def options(connection: Connection, chosen: Filters, viewer: Viewer, *, wanted: Wanted) -> Options:
    """The options of the chosen side and missions that are not retired, as wanted.recorded_on has.

    The filters' own as-of date is that of the gaps they are held against. Method note, section 11.
    """
    day = wanted.recorded_on
    rows = queries.records.records(connection, "options", chosen, viewer, as_of=day)
    rows = rows[(rows["state"] != "retired") & (rows["side"] == chosen.side)]
    gains = queries.records.records(connection, "option_gains", chosen, viewer, as_of=day)
    return valued(connection, chosen, viewer, rows=rows, gains=gains, wanted=wanted)


def valued(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    rows: pd.DataFrame,
    gains: pd.DataFrame,
    wanted: Wanted,
) -> Options:
    """The same of these records. Gains in other areas than the chosen ones are left out."""
    own = gains[gains["option_code"].isin(rows["option_code"])]
    if chosen.areas:
        own = own[own["area_code"].isin(chosen.areas)]
    sites, at = _sites(connection, chosen, viewer)
    rises = option_gains.rises(own, sites[["mission_code", "site_code"]].drop_duplicates())
    known = sites[sites["gap"].notna()]
    rises = rises.merge(known[["site_code", "area_code"]], on=["site_code", "area_code"])
    shares = rows.assign(
        tech_share=rows["tech_pct"].astype("float64") / 100,
        adopt_share=rows["adopt_pct"].astype("float64") / 100,
    )
    gained = option_gains.single_gains(rises, at).merge(known, on=["site_code", "area_code"])
    chance = shares.set_index("option_code")[["tech_share", "adopt_share"]].prod(axis=1)
    worth = option_gains.worth(gained)
    places = gained.assign(value=(worth * _of(chance, gained)).fillna(0.0))
    sums = places.groupby("option_code")["value"].sum()
    found = shares.assign(
        value=_of(sums, shares).fillna(0.0),
        is_known=shares["option_code"].isin(places.loc[worth.notna(), "option_code"]),
        cost_usd=rows["cost_once_usd"].astype("float64")
        + wanted.years * rows["cost_yearly_usd"].astype("float64").fillna(0.0),
        closed_gates=closed_gates(rows, wanted),
    )
    found["is_cleared"] = [not gates for gates in found["closed_gates"]]
    order = found.sort_values(["mission_code", "option_code"], ignore_index=True)
    return Options(order, places.drop(columns="gap"), rises, at)


def closed_gates(rows: pd.DataFrame, wanted: Wanted) -> list[tuple[str, ...]]:
    """The codes of the gates that keep each option out; none where it may be chosen."""
    closed: list[list[str]] = [[] for _ in range(len(rows))]
    for gate in reference.table("portfolio_gates").itertuples(index=False):
        asked = rows["side"].eq(gate.side) if pd.notna(gate.side) else True
        for place in np.flatnonzero(asked & ~rows[gate.column].isin(gate.passes.split())):
            closed[place].append(gate.gate_code)
    if wanted.priorities:
        for place in np.flatnonzero(~rows["a4p_priority"].isin(wanted.priorities)):
            closed[place].append(OTHER_PRIORITY)
    return [tuple(gates) for gates in closed]


def joint_places(found: Options, codes: list[str]) -> pd.DataFrame:
    """One row per site and area that these options improve together: gap_gain and value.

    Exact, with served, importance and mission_code as in `places`; see joint_gains.
    """
    gained = option_gains.joint_gains(found.rises, found.chances(codes), found.levels)
    about = found.places[[*PLACE, "served", "importance"]].drop_duplicates(
        ["site_code", "area_code"]
    )
    rows = gained.merge(about, on=["site_code", "area_code"])
    return rows.assign(value=option_gains.worth(rows).fillna(0.0))


def _of(by_code: pd.Series, rows: pd.DataFrame) -> pd.Series:
    """The number of the option of each row; where there is no row, numbers all the same."""
    return rows["option_code"].map(by_code).astype("float64")


def _sites(connection: Connection, chosen: Filters, viewer: Viewer) -> tuple[pd.DataFrame, Levels]:
    """One row per site and area: mission_code, gap, served, importance; and the levels there."""
    places = queries.gaps.site_gaps(connection, chosen, viewer)
    places = places[[*PLACE, "gap", "served"]]
    pressing = priorities.priorities(connection, chosen, viewer)[[*CELL, "importance"]]
    every = replace(chosen, dimensions=())
    dimensions = queries.gaps.site_dimension_gaps(connection, every, viewer)
    at = option_gains.levels(
        dimensions, reference.table("dimension_weights"), floor=reference.parameter("floor")
    )
    return places.merge(pressing, how="left", on=CELL), at
