"""What do the four key figures of the overview say, and how did they move since the last round?"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import classes
from unpol_data.views import freshness, gaps, missions, sites
from unpol_data.views.key_figures import KeyFigure

OFFICERS = {"unpol": "UNPOL", "host_state": "Host-State officers"}


@dataclass(frozen=True)
class Compared:
    """Now and, with the prefix `previous_`, at the last round: what the key figures count.

    `areas`: one row per mission and area with gap_class and previous_points; `missions`: one per
    mission, with served and previous_served; `site_areas`: one per site and area; `sites` and
    `previous_sites`: one per site; `answers` and `previous_answers`: as freshness.answers.
    """

    areas: pd.DataFrame
    missions: pd.DataFrame
    site_areas: pd.DataFrame
    sites: pd.DataFrame
    previous_sites: pd.DataFrame
    answers: pd.DataFrame
    previous_answers: pd.DataFrame


def compared(
    connection: Connection, chosen: Filters, viewer: Viewer, *, areas: pd.DataFrame
) -> Compared:
    """All that is counted, now and at the last round, for the areas given with their change."""
    on = gaps.previous_dates(areas)
    site_areas = sites.areas(connection, chosen, viewer)
    previous = sites.overall(sites.areas(connection, chosen, viewer, on=on))
    served = previous.groupby("mission_code", as_index=False)["served"].sum()
    served = served.rename(columns={"served": "previous_served"})
    known = _asked(missions.missions(connection, chosen, viewer, areas=areas), areas)
    return Compared(
        areas=areas,
        missions=known.merge(served, how="left", on="mission_code"),
        site_areas=site_areas,
        sites=sites.overall(site_areas),
        previous_sites=previous,
        answers=freshness.answers(connection, chosen, viewer),
        previous_answers=freshness.answers(connection, chosen, viewer, on=on),
    )


def _asked(known: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """The same missions; assessed ones none of whose sites is asked anything do not apply."""
    asked = areas.groupby("mission_code")["sites_total"].sum() > 0
    no_site = known["published_on"].notna() & ~known["mission_code"].map(asked).fillna(False)
    return known.assign(gap_class=known["gap_class"].mask(no_site, "not_applicable"))


def figures(found: Compared, chosen: Filters) -> tuple[KeyFigure, ...]:
    """The four key figures. Changes compare what had a figure in both rounds."""
    return (
        _facing(found, OFFICERS[chosen.side]),
        _weighted_gap(found, OFFICERS[chosen.side]),
        _critical(found),
        _fresh(found),
    )


def _facing(found: Compared, officers: str) -> KeyFigure:
    """Officers at sites whose gap over the chosen areas is large or critical."""
    scored = found.sites[found.sites["gap"].notna()]
    before = found.previous_sites[found.previous_sites["gap"].notna()]
    now = scored[scored["site_code"].isin(before["site_code"])]
    before = before[before["site_code"].isin(scored["site_code"])]
    return KeyFigure(
        f"{officers} facing a large or critical gap",
        _served_severe(scored) if len(scored) else None,
        of=int(found.missions["served"].sum()),
        change=_served_severe(now) - _served_severe(before) if len(now) else None,
        rising_is="worse",
    )


def _served_severe(rows: pd.DataFrame) -> int:
    return int(rows.loc[rows["is_severe"], "served"].sum())


def _weighted_gap(found: Compared, officers: str) -> KeyFigure:
    """The mean of the missions' printed gaps, weighted by the officers served.

    Every mission weighs the same where no number of officers is known.
    """
    rows = found.missions
    both = rows[rows["gap_points"].notna() & rows["previous_points"].notna()]
    now, then = (
        _mean(both, "gap_points", "served"),
        _mean(both, "previous_points", "previous_served"),
    )
    return KeyFigure(
        f"Gap, weighted by {officers} served",
        _mean(rows, "gap_points", "served"),
        "points",
        of=100,
        change=None if now is None or then is None else now - then,
        rising_is="worse",
    )


def _mean(rows: pd.DataFrame, points: str, served: str) -> int | None:
    """The weighted mean of printed gaps, as it is printed; None where there is none."""
    known = rows.dropna(subset=points)
    if known.empty:
        return None
    weights = known[served].fillna(0).astype("float64")
    if not weights.sum():
        weights = weights + 1
    mean = (known[points].astype("float64") * weights).sum() / weights.sum() / 100
    return int(classes.printed(pd.Series([mean])).iloc[0])


def _critical(found: Compared) -> KeyFigure:
    """Gaps of a mission in an area that print as critical, of those with a figure."""
    scored = found.areas[found.areas["gap_points"].notna()]
    both = scored[scored["previous_points"].notna()]
    before = gaps.with_classes(both.assign(gap=both["previous_points"].astype("float64") / 100))
    return KeyFigure(
        "Critical gaps, mission by area",
        _critical_count(scored) if len(scored) else None,
        of=len(scored),
        change=_critical_count(both) - _critical_count(before) if len(both) else None,
        rising_is="worse",
    )


def _critical_count(rows: pd.DataFrame) -> int:
    return int((rows["gap_class"] == "critical").sum())


def _fresh(found: Compared) -> KeyFigure:
    """The share of answers that are not stale; the change compares missions with a last round."""
    again = found.answers["mission_code"].isin(found.previous_answers["mission_code"])
    now = freshness.fresh_share(found.answers[again])
    then = freshness.fresh_share(found.previous_answers)
    return KeyFigure(
        "Answers still fresh",
        freshness.fresh_share(found.answers),
        "%",
        change=None if now is None or then is None else 100 * (now - then),
        rising_is="better",
    )
