"""Which gaps matter against which crime, and which missions are under its pressure?"""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import threat_gap
from unpol_data.views import gaps
from unpol_data.views.key_figures import KeyFigure
from unpol_data.views.threat_figures import threat_figures

RATING = ["severity_now", "severity_emerging"]


@dataclass(frozen=True)
class CrimeThreats:
    """Gaps by crime threat and capability area, over the missions in scope.

    `matrix`: one row per threat in scope that a mission rated, most severe first, and area in
    scope, with threat_code, area_code, relevance_thirds, gap_points, gap_class
    (not_applicable where the threat does not bear on the area or no mission faces it),
    coverage_share and mission_count. The gap of an area against a threat is the mean of the
    missions' gaps weighted by the severity of that threat in each mission on the chosen
    horizon, and by nothing else: sum(T gap) / sum(T). It is printed where missions with a
    figure carry enough of the severity.

    `ratings`: one row per mission and rated threat in scope, most severe first, with
    severity_now, severity_emerging (0-1), previous_now, change_now (0-1, missing where the
    last round did not rate it), rated_on and source. `threats`: the rated threats in scope,
    most severe first. `not_rated`: threats in scope no mission in scope rated.
    """

    matrix: pd.DataFrame
    ratings: pd.DataFrame
    threats: tuple[str, ...]
    not_rated: tuple[str, ...]
    missions: tuple[str, ...]
    figures: tuple[KeyFigure, ...]

    @property
    def empty(self) -> bool:
        """Whether no mission in scope rated any crime threat in scope."""
        return self.ratings.empty


def crime_threats(connection: Connection, chosen: Filters, viewer: Viewer) -> CrimeThreats:
    """Severity-weighted gaps per crime threat. Method note, sections 3, 4 and 8.

    Dimensions change nothing here. Threats are rated for a mission, not for one side of it.
    """
    missions = gaps.missions_in_scope(chosen, viewer)
    ratings = _ratings(connection, chosen, viewer)
    order = _most_severe_first(ratings, chosen)
    matrix = _matrix(connection, chosen, viewer, ratings=ratings, order=order)
    in_scope = chosen.threats or reference.codes("threats")
    return CrimeThreats(
        matrix=matrix,
        ratings=ratings,
        threats=order,
        not_rated=tuple(code for code in in_scope if code not in order),
        missions=missions,
        figures=threat_figures(matrix, ratings, asked=len(missions) * len(in_scope)),
    )


def severity_column(chosen: Filters) -> str:
    """The rating that counts on the chosen horizon."""
    return "severity_now" if chosen.horizon == "today" else "severity_emerging"


def _ratings(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and rated threat, with what the last round said."""
    rated = queries.threats.mission_threats(connection, chosen, viewer)
    rated = rated[rated["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))]
    on = gaps.previous_dates(gaps.rounds(connection, chosen, viewer))
    before = queries.threats.mission_threats(connection, chosen, viewer, on=on)
    keys = ["mission_code", "threat_code"]
    before = before[[*keys, *RATING]].rename(
        columns={"severity_now": "previous_now", "severity_emerging": "previous_emerging"}
    )
    rows = rated.merge(before, how="left", on=keys)
    return rows.assign(
        change_now=rows["severity_now"] - rows["previous_now"],
        severity=rows[severity_column(chosen)],
    ).sort_values(
        ["severity", "severity_now", *keys],
        ascending=[False, False, True, True],
        na_position="last",
        ignore_index=True,
    )


def _most_severe_first(ratings: pd.DataFrame, chosen: Filters) -> tuple[str, ...]:
    """The rated threats by how severe all missions together rated them."""
    sums = ratings.groupby("threat_code")["severity"].sum().reset_index()
    ordered = sums.sort_values(["severity", "threat_code"], ascending=[False, True])
    return tuple(ordered["threat_code"])


def _matrix(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    ratings: pd.DataFrame,
    order: tuple[str, ...],
) -> pd.DataFrame:
    """One row per rated threat and area in scope."""
    areas = gaps.areas_in_scope(chosen)
    found = threat_gap.threat_gaps(
        gaps.mission_areas(connection, chosen, viewer),
        ratings,
        coverage_needed=reference.parameter("coverage_needed"),
    )
    scope = pd.MultiIndex.from_product([order, areas], names=["threat_code", "area_code"])
    rows = scope.to_frame(index=False).merge(found, how="left").merge(_relevance(), how="left")
    bears = (rows["relevance_thirds"] > 0) & rows["is_present"].fillna(False).astype(bool)
    rows["gap"] = rows["gap"].where(bears)
    rows = gaps.with_classes(rows)
    rows.loc[~bears, "gap_class"] = "not_applicable"
    return rows


def _relevance() -> pd.DataFrame:
    return reference.table("threat_relevance")[
        ["threat_code", "area_code", "relevance_thirds", "reason"]
    ]


@dataclass(frozen=True)
class OneThreat:
    """One crime threat: who is under its pressure, and which capabilities would answer it.

    `missions`: one row per mission in scope, most severe first, those that did not rate it
    last, with mission_code, severity_now, severity_emerging, previous_now, change_now (all
    0-1), rated_on and rounds (since). `areas`: one row per area it bears on, the most relevant
    and then the largest gap first, with area_code, relevance_thirds, reason, gap_points and
    gap_class over the missions under it. `cells`: one row per such area and mission that
    rated it above absent, with gap_points, gap_class and published_on.
    """

    missions: pd.DataFrame
    areas: pd.DataFrame
    cells: pd.DataFrame


def one_threat(
    connection: Connection, chosen: Filters, viewer: Viewer, *, threat_code: str
) -> OneThreat:
    """What one crime threat asks of police technology. Method note, section 8."""
    only = replace(chosen, dimensions=(), threats=(threat_code,))
    ratings = _ratings(connection, only, viewer)
    in_scope = gaps.missions_in_scope(chosen, viewer)
    every = pd.DataFrame({"mission_code": pd.Series(in_scope, dtype="str")})
    missions = ratings.merge(every, how="right", on="mission_code").sort_values(
        ["severity", "mission_code"],
        ascending=[False, True],
        na_position="last",
        ignore_index=True,
    )
    areas = _matrix(connection, only, viewer, ratings=ratings, order=(threat_code,))
    areas = areas[areas["relevance_thirds"] > 0].sort_values(
        ["relevance_thirds", "gap_points"],
        ascending=[False, False],
        na_position="last",
        kind="stable",
        ignore_index=True,
    )
    cells = gaps.mission_areas(connection, only, viewer).merge(
        gaps.rounds(connection, only, viewer)[["mission_code", "published_on"]], how="left"
    )
    under = missions.loc[missions["severity"] > 0, "mission_code"]
    cells = (
        areas[["area_code"]]
        .merge(pd.DataFrame({"mission_code": under}), how="cross")
        .merge(cells[["mission_code", "area_code", "gap_points", "gap_class", "published_on"]])
    )
    return OneThreat(missions=missions, areas=areas, cells=cells)
