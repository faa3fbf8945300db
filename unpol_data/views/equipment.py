"""What equipment is missing, what is merely broken, and what would it cost to close?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import classes
from unpol_data.scoring import equipment as scoring
from unpol_data.views import gaps
from unpol_data.views.key_figures import KeyFigure

COUNTS = ["required", "held", "serviceable", "never_held", "unserviceable", "short"]
COSTS = ["cost_to_close_usd", "never_held_usd", "unserviceable_usd"]
PARTS = ("never_held", "unserviceable")
MILLION = 1_000_000


@dataclass(frozen=True)
class Equipment:
    """Equipment of one side at the open sites in scope.

    `lines`: one row per mission and item, dearest shortfall first, with mission_code,
    equipment_code, name, category, area_code, criticality, the counts (COUNTS), in_order
    (serviceable units that count towards the requirement), the costs (COSTS) and sites_short.
    `categories` and `missions`: one row each, least in order first, with the same counts,
    readiness (0-1), and serviceable_share (serviceable of all that is held, 0-1; missing where
    nothing is held). `not_counted`: missions in scope without any count. `line_share`: what
    contingent-owned equipment is held to.
    """

    lines: pd.DataFrame
    categories: pd.DataFrame
    missions: pd.DataFrame
    not_counted: tuple[str, ...]
    figures: tuple[KeyFigure, ...]
    line_share: float

    @property
    def empty(self) -> bool:
        """Whether no equipment has been counted."""
        return self.lines.empty


def equipment(connection: Connection, chosen: Filters, viewer: Viewer) -> Equipment:
    """What is required, held and serviceable. Method note, section 7.

    Requirements are today's: the horizon changes nothing here, nor do dimensions and threats.
    A surplus of one item at one site offsets no shortfall of another item or site.
    """
    counted = _counted(queries.equipment.site_equipment(connection, chosen, viewer))
    missions = gaps.missions_in_scope(chosen, viewer)
    counted = counted[counted["mission_code"].isin(missions)]
    on = gaps.previous_dates(gaps.rounds(connection, chosen, viewer))
    before = _counted(queries.equipment.site_equipment(connection, chosen, viewer, on=on))
    lines = _totals(counted, ["mission_code", "equipment_code"])
    return Equipment(
        lines=lines.merge(_catalogue(), on="equipment_code").sort_values(
            ["cost_to_close_usd", "short", "mission_code", "equipment_code"],
            ascending=[False, False, True, True],
            ignore_index=True,
        ),
        categories=_groups(counted, "category"),
        missions=_groups(counted, "mission_code"),
        not_counted=tuple(code for code in missions if code not in set(counted["mission_code"])),
        figures=_figures(counted, before),
        line_share=reference.parameter("equipment_readiness_line"),
    )


def sites(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    mission_code: str,
    equipment_code: str,
) -> pd.DataFrame:
    """One row per site of the mission where the item is required or held, largest shortfall first.

    Columns site_code, site_name, the counts (COUNTS), cost_to_close_usd and counted_on.
    """
    counted = queries.equipment.site_equipment(connection, chosen, viewer)
    here = (counted["mission_code"] == mission_code) & (counted["equipment_code"] == equipment_code)
    profiles = queries.sites.site_profiles(connection, chosen, viewer)
    names = profiles[["site_code", "name"]].rename(columns={"name": "site_name"})
    rows = counted[here].merge(names, on="site_code", how="left")
    rows = rows[["site_code", "site_name", *COUNTS, "cost_to_close_usd", "counted_on"]]
    return rows.sort_values(["short", "site_code"], ascending=[False, True], ignore_index=True)


def _catalogue() -> pd.DataFrame:
    return reference.table("equipment")[
        ["equipment_code", "name", "category", "area_code", "criticality"]
    ]


def _counted(stored: pd.DataFrame) -> pd.DataFrame:
    """One row per site and item with its category, and its cost split by what is short.

    The cost is that of buying: units never held and units unserviceable, each at the unit cost.
    """
    rows = stored.merge(_catalogue()[["equipment_code", "category"]], on="equipment_code")
    unit_usd = rows["cost_to_close_usd"] / rows["short"].where(rows["short"] > 0)
    return rows.assign(
        in_order=rows["required"] - rows["short"],
        never_held_usd=(unit_usd * rows["never_held"]).fillna(0.0),
        unserviceable_usd=(unit_usd * rows["unserviceable"]).fillna(0.0),
    )


def _totals(counted: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """One row per group: counts and costs summed line by line, and sites_short."""
    groups = counted.groupby(list(by))
    totals = groups[[*COUNTS, "in_order", *COSTS]].sum()
    short = counted[counted["short"] > 0].groupby(list(by))["site_code"].nunique()
    totals["sites_short"] = short.reindex(totals.index).fillna(0).astype("int64")
    return totals.reset_index()


def _groups(counted: pd.DataFrame, column: str) -> pd.DataFrame:
    """One row per category or mission, least in order first."""
    rows = _totals(counted, [column])
    ready = scoring.readiness(counted, reference.table("equipment"), by=[column])
    rows["readiness"] = rows[column].map(ready)
    rows["serviceable_share"] = rows["serviceable"] / rows["held"].where(rows["held"] > 0)
    met = rows["in_order"] / rows["required"].where(rows["required"] > 0)
    rows = rows.assign(met=met).sort_values(["met", column], ignore_index=True)
    return rows.drop(columns="met")


def _figures(counted: pd.DataFrame, before: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """The key figures; changes compare missions that had a round before."""
    now = counted[counted["mission_code"].isin(before["mission_code"])]
    then = before[before["mission_code"].isin(counted["mission_code"])]
    required = float(counted["required"].sum())
    missing, broken = (_dollars(counted[f"{part}_usd"].sum()) for part in PARTS)
    return (
        KeyFigure(
            "Readiness, weighted by criticality",
            _readiness(counted),
            "%",
            change=_difference(now, then, _readiness_points),
            rising_is="better",
        ),
        KeyFigure(
            "Serviceable, of what is required",
            float(counted["in_order"].sum()),
            of=required,
            change=_difference(now, then, lambda rows: rows["in_order"].sum()),
            rising_is="better",
        ),
        KeyFigure(
            "Held but unserviceable",
            float(counted["unserviceable"].sum()),
            of=required,
            change=_difference(now, then, lambda rows: rows["unserviceable"].sum()),
            rising_is="worse",
        ),
        KeyFigure(
            "Cost to close, at purchase price",
            float(counted["cost_to_close_usd"].sum()),
            "usd",
            change=_difference(now, then, lambda rows: rows["cost_to_close_usd"].sum()),
            note=f"{missing} never held, {broken} unserviceable",
        ),
    )


def _dollars(usd: float) -> str:
    """An amount in few letters: 13.4 m, 6,590."""
    return f"{usd / MILLION:,.1f} m" if usd >= MILLION else f"{usd:,.0f}"


def _difference(
    now: pd.DataFrame, then: pd.DataFrame, figure: Callable[[pd.DataFrame], float]
) -> float | None:
    """How much more there is now than then; None where there is nothing to compare."""
    return float(figure(now) - figure(then)) if len(now) and len(then) else None


def _readiness(counted: pd.DataFrame) -> float | None:
    """Readiness of all lines together, 0-1; None where nothing is required."""
    found = scoring.readiness(counted, reference.table("equipment"), by=["side"])
    return None if found.dropna().empty else float(found.iloc[0])


def _readiness_points(counted: pd.DataFrame) -> float:
    """Readiness as printed, 0-100, so that a reader can repeat the subtraction."""
    return float(classes.printed(pd.Series([_readiness(counted)], dtype="float64")).iloc[0])
