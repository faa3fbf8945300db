"""Which sites can connect, and what holds the others back?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import classes, confidence
from unpol_data.views import gaps
from unpol_data.views.key_figures import KeyFigure

BELOW = ("moderate", "none")
NO_LINK, NOT_KNOWN = "none", "not_known"
MEASURED = ["mission_code", "site_code", "gap", "limiting_factor", "measured_on", "served"]


@dataclass(frozen=True)
class Connectivity:
    """How each site in scope connects, against its own requirement on the chosen horizon.

    `sites`: one row per open site, worst class first, then most UNPOL, with mission_code,
    site_code, name, site_kind, latitude, longitude, users, served (UNPOL), gap, gap_points,
    connectivity_class, limiting_factor (a measure; missing where nothing falls short), measured_on,
    is_recent and is_stale. `measures`: one row per site and measure with value, required and
    attainment. `held_back`: one row per limiting factor, most UNPOL first, with limiting_factor
    (missing: not known), served and site_count. `not_known`: missions without any measured site,
    with mission_code and site_count. `compared_on`: the earlier date the figures are compared with.
    """

    sites: pd.DataFrame
    measures: pd.DataFrame
    held_back: pd.DataFrame
    not_known: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    compared_on: date
    requirements_version: str

    @property
    def empty(self) -> bool:
        """Whether no site is known at all."""
        return self.sites.empty


def connectivity(connection: Connection, chosen: Filters, viewer: Viewer) -> Connectivity:
    """Connectivity of every site in scope, and what changed within one half-life.

    A site has one link: areas, dimensions, threats and side change nothing here. Method note,
    section 6.
    """
    sites = _sites(connection, chosen, viewer)
    earlier = chosen.on(_half_life_before(chosen.as_of))
    before = _sites(connection, earlier, viewer)
    measures = queries.connectivity.site_measures(connection, chosen, viewer)
    return Connectivity(
        sites=sites,
        measures=measures[measures["site_code"].isin(sites["site_code"])].reset_index(drop=True),
        held_back=_held_back(sites),
        not_known=_not_known(sites, chosen, viewer),
        figures=_figures(sites, before, earlier.as_of),
        compared_on=earlier.as_of,
        requirements_version=reference.version("requirements"),
    )


@dataclass(frozen=True)
class Trend:
    """Monthly means of what holds one site back: `months` has one row per month, oldest first.

    Columns month (its first day), mean_value and measurement_count; months without a
    measurement in between are there and missing. `required` is on the chosen horizon.
    """

    site_code: str
    measure: str
    months: pd.DataFrame
    required: float | None


def trend(
    connection: Connection, chosen: Filters, viewer: Viewer, *, site_code: str
) -> Trend | None:
    """Monthly means of the measure furthest below requirement at the site.

    Where nothing falls short it is the first measure by code; None where nothing is measured.
    """
    measures = queries.connectivity.site_measures(connection, chosen, viewer)
    known = measures[(measures["site_code"] == site_code) & measures["attainment"].notna()]
    if known.empty:
        return None
    limiting = known.sort_values(["attainment", "measure"]).iloc[0]
    monthly = queries.connectivity.monthly_measurements(connection, chosen, viewer)
    here = (monthly["site_code"] == site_code) & (monthly["measure"] == limiting["measure"])
    months = monthly[here].set_index("month")[["mean_value", "measurement_count"]]
    every = pd.date_range(months.index.min(), months.index.max(), freq="MS", name="month")
    return Trend(
        site_code=site_code,
        measure=limiting["measure"],
        months=months.reindex(every).reset_index(),
        required=None if pd.isna(limiting["required"]) else float(limiting["required"]),
    )


def _sites(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per open site in scope on the as-of date of the filters."""
    profiles = queries.sites.site_profiles(connection, chosen, viewer)
    in_scope = profiles["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))
    profiles = profiles[in_scope & ~profiles["closed"].astype(bool)]
    found = queries.connectivity.site_connectivity(connection, chosen, viewer)
    sites = profiles.drop(columns="from_on").merge(
        found[MEASURED], how="left", on=["mission_code", "site_code"]
    )
    scale = reference.table("connectivity_classes")
    stale_after = reference.parameter("stale_after_half_lives")
    age = confidence.age_months(sites["measured_on"], chosen.as_of)
    since = pd.Timestamp(_half_life_before(chosen.as_of))
    sites = sites.assign(
        gap_points=classes.printed(sites["gap"]),
        connectivity_class=classes.connectivity_classes(sites["gap"], scale),
        is_recent=sites["measured_on"] >= since,
        is_stale=confidence.is_stale(age, _half_life(), after=stale_after),
    )
    return sites.sort_values(
        ["connectivity_class", "served", "gap", "site_code"],
        key=lambda column: _worst_first(column) if column.name == "connectivity_class" else column,
        ascending=[True, False, False, True],
        na_position="last",
        ignore_index=True,
    )


def _worst_first(found: pd.Series) -> pd.Series:
    """The position of each class, the worst first; what is not known comes last."""
    order = reference.table("connectivity_classes").sort_values("from_gap", ascending=False)
    return found.map({name: turn for turn, name in enumerate(order["connectivity_class"])})


def _half_life() -> int:
    return int(reference.parameter("connectivity_half_life_months"))


def _half_life_before(as_of: date) -> date:
    return (pd.Timestamp(as_of) - pd.DateOffset(months=_half_life())).date()


def _held_back(sites: pd.DataFrame) -> pd.DataFrame:
    """One row per limiting factor of sites below requirement, and one for what is not known."""
    known = sites[sites["connectivity_class"].isin(BELOW)]
    unknown = sites[sites["connectivity_class"] == NOT_KNOWN].assign(limiting_factor=None)
    parts = [_by_factor(rows) for rows in (known, unknown)]
    parts[0] = parts[0].sort_values(
        ["served", "limiting_factor"], ascending=[False, True], ignore_index=True
    )
    return pd.concat(parts, ignore_index=True)


def _by_factor(sites: pd.DataFrame) -> pd.DataFrame:
    factors = sites.groupby("limiting_factor", dropna=False, as_index=False)
    return factors.agg(served=("served", "sum"), site_count=("site_code", "count"))


def _not_known(sites: pd.DataFrame, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission in scope without any measured site, and how many sites it has."""
    in_scope = gaps.missions_in_scope(chosen, viewer)
    missions = pd.DataFrame({"mission_code": pd.Series(in_scope, dtype="str")})
    counts = sites.assign(known=sites["gap"].notna()).groupby("mission_code", as_index=False)
    counts = counts.agg(site_count=("site_code", "count"), known_count=("known", "sum"))
    rows = missions.merge(counts, how="left").fillna({"site_count": 0, "known_count": 0})
    unknown = rows.loc[rows["known_count"] == 0, ["mission_code", "site_count"]]
    return unknown.astype({"site_count": int}).reset_index(drop=True)


def _figures(sites: pd.DataFrame, before: pd.DataFrame, since: date) -> tuple[KeyFigure, ...]:
    """The key figures; changes compare sites of which the connection is known on both dates."""
    known, known_before = (rows[rows["gap"].notna()] for rows in (sites, before))
    now = known[known["site_code"].isin(known_before["site_code"])]
    then = known_before[known_before["site_code"].isin(known["site_code"])]
    compared = {"since": since, "rising_is": "worse"}
    return (
        KeyFigure(
            "UNPOL below requirement",
            _served_below(known) if len(known) else None,
            of=int(known["served"].sum()),
            change=_difference(now, then, _served_below),
            **compared,
        ),
        KeyFigure(
            "Sites with no usable link",
            _without_link(known) if len(known) else None,
            of=len(known),
            change=_difference(now, then, _without_link),
            **compared,
        ),
        _limiting(sites, before, since),
        KeyFigure(
            f"Sites measured in the last {_half_life()} months",
            int(sites["is_recent"].sum()),
            of=len(sites),
            change=_difference(sites, before, _measured_recently),
            since=since,
            rising_is="better",
        ),
    )


def _difference(
    now: pd.DataFrame, then: pd.DataFrame, count: Callable[[pd.DataFrame], int]
) -> int | None:
    """How much more is counted now than then; nothing to compare with where nothing was known."""
    return count(now) - count(then) if len(now) and len(then) else None


def _measured_recently(sites: pd.DataFrame) -> int:
    return int(sites["is_recent"].sum())


def _served_below(known: pd.DataFrame) -> int:
    return int(known.loc[known["connectivity_class"].isin(BELOW), "served"].sum())


def _without_link(known: pd.DataFrame) -> int:
    return int((known["connectivity_class"] == NO_LINK).sum())


def _limiting(sites: pd.DataFrame, before: pd.DataFrame, since: date) -> KeyFigure:
    """The limiting factor that holds back most police, and whether another one did before."""
    now, then = (_held_back(rows).dropna(subset="limiting_factor") for rows in (sites, before))
    label = "Holds back most police"
    if now.empty:
        measured = sites["gap"].notna().any()
        note = "nothing measured falls short" if measured else "nothing was measured"
        return KeyFigure(label, None, "word", note=note)
    first = reference.name("measure", now["limiting_factor"].iloc[0])
    count = int(now["site_count"].iloc[0])
    note = f"{now['served'].iloc[0]:,.0f} UNPOL at {count} {'site' if count == 1 else 'sites'}"
    if len(then):
        earlier = reference.name("measure", then["limiting_factor"].iloc[0])
        note += f" · {'the same' if earlier == first else earlier.lower()} in {since:%b %Y}"
    return KeyFigure(label, first, "word", since=since, note=note)
