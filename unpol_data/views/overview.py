"""Where do we stand: how many police lack what they need, where, and what got worse?"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import freshness, gaps, overview_figures, priorities, sites, stability
from unpol_data.views.key_figures import KeyFigure

KEY = ["mission_code", "area_code"]
# How many lines the page has room for.
SHARPEST, WORSENED = 5, 3


@dataclass(frozen=True)
class Overview:
    """The picture over all missions in scope.

    `missions`: one row per mission, as missions.missions. `sharpest`: one row per priority,
    sharpest first, with rank, mission_code, area_code, area_name, priority, gap_points, gap_class,
    dimension_name (the limiting one), severe_count, scored_count and sites_total, worst_site
    (name), worst_points, confidence_class, and rank_low, rank_high and tier (see views.stability;
    missing where no draws were kept). `worsened`: one row per mission and area whose printed
    gap rose since the last round, largest rise first, with area_name, previous_points, gap_points,
    gap_class, change_points, previous_published_on. `expired`: one row per mission whose mandate
    date lies before the as-of date, with mission_code, expired_on.
    """

    missions: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    sharpest: pd.DataFrame
    worsened: pd.DataFrame
    expired: pd.DataFrame
    median_age_months: float | None
    fresh_share: float | None
    officers: str
    requirements_version: str

    @property
    def empty(self) -> bool:
        """Whether no mission in scope has been assessed."""
        return bool(self.missions["published_on"].isna().all())


def overview(connection: Connection, chosen: Filters, viewer: Viewer) -> Overview:
    """Key figures, missions, sharpest priorities, what got worse, and how much is known."""
    ranked = priorities.priorities(connection, chosen, viewer)
    compared = overview_figures.compared(connection, chosen, viewer, areas=ranked)
    return Overview(
        missions=compared.missions,
        figures=overview_figures.figures(compared, chosen),
        sharpest=_sharpest(connection, chosen, viewer, ranked=ranked, at_sites=compared.site_areas),
        worsened=_worsened(ranked),
        expired=_expired(chosen, viewer),
        median_age_months=freshness.median_age_months(compared.answers),
        fresh_share=freshness.fresh_share(compared.answers),
        officers=overview_figures.OFFICERS[chosen.side],
        requirements_version=reference.version("requirements"),
    )


def _sharpest(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    ranked: pd.DataFrame,
    at_sites: pd.DataFrame,
) -> pd.DataFrame:
    """The first priorities, with what is known of their sites and how sure the figure is."""
    ranked = ranked[ranked["priority"].notna()]
    firm = stability.firmness(connection, chosen, viewer, ranked=ranked).rows
    first = ranked.head(SHARPEST).merge(firm, how="left", on=KEY)
    scored = at_sites[at_sites["gap"].notna()]
    counts = scored.groupby(KEY, as_index=False).agg(
        severe_count=("is_severe", "sum"), scored_count=("site_code", "count")
    )
    worst = scored[[*KEY, "site_code", "gap_points"]].rename(
        columns={"site_code": "worst_site_code", "gap_points": "worst_points"}
    )
    names = sites.names(connection, chosen, viewer)
    first = first.merge(counts, how="left", on=KEY)
    first = first.merge(worst, how="left", on=[*KEY, "worst_site_code"])
    return first.assign(
        area_name=[reference.name("area", code) for code in first["area_code"]],
        dimension_name=[_dimension(code) for code in first["limiting_dimension"]],
        worst_site=first["worst_site_code"].map(names),
        confidence_class=freshness.confidence_class(first["confidence"]),
    )


def _worsened(areas: pd.DataFrame) -> pd.DataFrame:
    """The largest rises of a printed gap since the last round."""
    risen = areas[areas["change_points"].fillna(0) > 0]
    risen = risen.sort_values(
        ["change_points", "gap_points", *KEY], ascending=[False, False, True, True]
    ).head(WORSENED)
    names = [reference.name("area", code) for code in risen["area_code"]]
    return risen.assign(area_name=names).reset_index(drop=True)


def _expired(chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission in scope whose mandate date has passed, the longest passed first."""
    facts = reference.table("mission_facts")
    dates = facts[(facts["fact"] == "mandate_expires_on") & facts["value"].notna()]
    dates = dates[dates["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))]
    dates = dates.assign(expired_on=pd.to_datetime(dates["value"]))
    dates = dates[dates["expired_on"] < pd.Timestamp(chosen.as_of)]
    return dates.sort_values(["expired_on", "mission_code"], ignore_index=True)[
        ["mission_code", "expired_on", "source"]
    ]


def _dimension(code: str | None) -> str | None:
    return None if pd.isna(code) else reference.name("dimension", code)
