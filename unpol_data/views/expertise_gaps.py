"""Which large gaps are there, and has UNPOL anybody who could help to close them?"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps, priorities

SEVERE = ("large", "critical")
GAP = ["mission_code", "area_code", "area_name", "gap_points", "gap_class", "priority"]
HOLDERS = ("spc", "spt", "deployed")


@dataclass(frozen=True)
class SevereGaps:
    """`rows`: one row per large or critical gap, sharpest first, with GAP.

    `count`: how many there are; None where no gap in scope has a figure.
    """

    rows: pd.DataFrame
    count: int | None


def severe(connection: Connection, chosen: Filters, viewer: Viewer) -> SevereGaps:
    """The large and critical gaps in scope, of the side chosen."""
    every = priorities.priorities(connection, chosen, viewer)
    rows = every[every["gap_class"].isin(SEVERE)]
    names = [reference.name("area", code) for code in rows["area_code"]]
    known = bool(every["gap"].notna().any())
    return SevereGaps(
        rows=rows.assign(area_name=names)[GAP].reset_index(drop=True),
        count=len(rows) if known else None,
    )


def unhelped(rows: pd.DataFrame, pools: pd.DataFrame) -> pd.DataFrame:
    """The gaps that nobody can help with, with GAP, officers (elsewhere) and elsewhere (where).

    `pools`: the expertise of all missions. Somebody can help where officers with expertise in
    the area serve in the mission or can be sent to any.
    """
    of_area = {code: own for code, own in pools.groupby("area_code")}
    places = {code: tuple(dict.fromkeys(own["mission_code"])) for code, own in of_area.items()}
    helped, officers, elsewhere = [], [], []
    for gap in rows.itertuples(index=False):
        known = places.get(gap.area_code, ())
        serving = tuple(code for code in known if isinstance(code, str))
        helped.append(len(serving) < len(known) or gap.mission_code in serving)
        officers.append(int(of_area[gap.area_code]["officers"].sum()) if known else 0)
        elsewhere.append(serving)
    rows = rows.assign(officers=officers, elsewhere=elsewhere)
    left = ~pd.Series(helped, index=rows.index, dtype=bool)
    return rows[left].reset_index(drop=True)


def areas(
    chosen: Filters, pools: pd.DataFrame, *, severe: pd.DataFrame, unhelped: pd.DataFrame
) -> pd.DataFrame:
    """One row per area in scope: officers by holder, women among them, and the gaps beside them.

    Columns area_code, area_name, HOLDERS, officers, women, men, women_share (0-1, missing where
    there is nobody), severe and unhelped (how many gaps); most gaps without help first.
    """
    rows = pd.DataFrame({"area_code": gaps.areas_in_scope(chosen)})
    rows["area_name"] = [reference.name("area", code) for code in rows["area_code"]]
    by_holder = pools.pivot_table(
        index="area_code", columns="holder", values="officers", aggfunc="sum"
    )
    counts = by_holder.reindex(index=rows["area_code"], columns=list(HOLDERS)).fillna(0)
    people = pools.groupby("area_code")[["women", "men"]].sum().reindex(rows["area_code"])
    people = people.fillna(0).astype("int64")
    for name in HOLDERS:
        rows[name] = counts[name].astype("int64").to_numpy()
    for name in ("women", "men"):
        rows[name] = people[name].to_numpy()
    rows["officers"] = rows["women"] + rows["men"]
    rows["women_share"] = rows["women"] / rows["officers"].where(rows["officers"] > 0)
    for name, of_name in (("severe", severe), ("unhelped", unhelped)):
        rows[name] = rows["area_code"].map(of_name["area_code"].value_counts()).fillna(0)
        rows[name] = rows[name].astype("int64")
    order = ["unhelped", "severe", "officers"]
    return rows.sort_values(order, ascending=[False, False, True], kind="stable", ignore_index=True)
