"""How does one priority of this store come about, step by step from stored figures?"""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import priorities
from unpol_data.views.site_answers import site_answers


@dataclass(frozen=True)
class Worked:
    """One mission and area whose priority is worked out; nothing is computed anew but the terms.

    `site_code`, `site_name`: a site of it of which every dimension is known, the one with the
    largest gap. `answers`: one row per question asked there about `answers_dimension`, the one
    with the largest gap: the columns of site_answers, weight (missing where the answer does not
    count) and term (weight times attainment). `dimensions`: one row per dimension of the area
    there: dimension_code, gap, level (1 - gap, at least the floor), weight (summing to 1) and
    factor (level to the power of the weight); the product of the factors is `product`, and
    `site_gap` the stored gap. `sites`: one row per site with the area: site_code, name, served,
    gap, and share of the served at sites with a figure. `threats`: one row per rated crime threat
    that bears on the area, or that was chosen: threat_code, severity, relevance (R), bearing
    (theta R), counting (theta R, or theta of chosen threats) and pressing (theta T R).
    `priority`: the row of priorities.priorities, as a dictionary. `mandate_reason`,
    `mandate_source`: of mu.
    """

    site_code: str
    site_name: str
    answers: pd.DataFrame
    answers_dimension: str
    dimensions: pd.DataFrame
    product: float
    floor: float
    site_gap: float
    limiting_dimension: str | None
    sites: pd.DataFrame
    threats: pd.DataFrame
    priority: dict
    weights: dict[str, float]
    large_gap: float
    mandate_reason: str
    mandate_source: str

    @property
    def site_level(self) -> float:
        """Level of the capability at the site: 0 nothing there, 1 requirement met."""
        return (self.product - self.floor) / (1 - self.floor)

    @property
    def answers_level(self) -> float:
        """Level of the dimension from its answers: sum of terms by sum of weights, 0-1."""
        return float(self.answers["term"].sum() / self.answers["weight"].sum())

    @property
    def counted(self) -> float:
        """What stands below the line of the pressure: the sum of `counting` of `threats`."""
        return float(self.threats["counting"].sum())

    @property
    def pressing(self) -> float:
        """Sum of theta T R over the same threats; divided by `counted` it is the pressure."""
        return float(self.threats["pressing"].sum())


def worked(connection: Connection, chosen: Filters, viewer: Viewer) -> Worked | None:
    """The highest priority in scope of which a site is known in every dimension.

    None where no priority can be worked out. Method note, sections 3, 8 and 9.
    """
    every = replace(chosen, dimensions=())
    ranked = priorities.priorities(connection, every, viewer)
    ranked = ranked[ranked["priority"].notna()]
    if ranked.empty:
        return None
    dimensions = _weighted(queries.gaps.site_dimension_gaps(connection, every, viewer))
    places = queries.gaps.site_gaps(connection, every, viewer)
    for row in ranked.to_dict("records"):
        sites = _of(places, row)
        known = sites[sites["gap"].notna()].sort_values(
            ["gap", "site_code"], ascending=[False, True]
        )
        for site in known.to_dict("records"):
            own = _of(dimensions, row)
            own = own[own["site_code"] == site["site_code"]]
            if own["gap"].notna().all():
                return _worked(connection, every, viewer, row, site, own, sites)
    return None


def _of(rows: pd.DataFrame, row: dict) -> pd.DataFrame:
    same = (rows["mission_code"] == row["mission_code"]) & (rows["area_code"] == row["area_code"])
    return rows[same]


def _weighted(dimensions: pd.DataFrame) -> pd.DataFrame:
    weights = reference.table("dimension_weights")[["area_code", "dimension_code", "weight"]]
    return dimensions.merge(weights, on=["area_code", "dimension_code"], how="left")


def _worked(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    row: dict,
    site: dict,
    own: pd.DataFrame,
    sites: pd.DataFrame,
) -> Worked:
    floor = reference.parameter("floor")
    dimensions = _factors(own, floor)
    widest = dimensions.loc[dimensions["gap"].idxmax(), "dimension_code"]
    names = queries.sites.site_profiles(connection, chosen, viewer).set_index("site_code")["name"]
    mandate = _of(reference.table("mandate_relevance"), row).iloc[0]
    return Worked(
        site_code=site["site_code"],
        site_name=names[site["site_code"]],
        answers=_answers(connection, chosen, viewer, row, site, widest),
        answers_dimension=widest,
        dimensions=dimensions,
        product=float(dimensions["factor"].prod()),
        floor=floor,
        site_gap=float(site["gap"]),
        limiting_dimension=site["limiting_dimension"] if site["gap"] > 0 else None,
        sites=_sites(sites, names),
        threats=_threats(connection, chosen, viewer, row),
        priority=row,
        weights=chosen.weights(),
        large_gap=reference.parameter("large_gap"),
        mandate_reason=mandate["reason"],
        mandate_source=mandate["source"],
    )


def _answers(
    connection: Connection, chosen: Filters, viewer: Viewer, row: dict, site: dict, dimension: str
) -> pd.DataFrame:
    """The answers of one dimension at the site with what each adds to its level."""
    where = {"site_code": site["site_code"], "area_code": row["area_code"]}
    rows = site_answers(connection, replace(chosen, dimensions=(dimension,)), viewer, **where)
    weight = rows["weight"].where(rows["attainment"].notna())
    return rows.assign(weight=weight, term=weight * rows["attainment"])


def _factors(own: pd.DataFrame, floor: float) -> pd.DataFrame:
    """The dimensions in the profession's order, each with its factor of the geometric mean."""
    weight = own["weight"] / own["weight"].sum()
    level = (1 - own["gap"]).clip(lower=floor)
    rows = own[["dimension_code", "gap"]].assign(level=level, weight=weight, factor=level**weight)
    order = {code: turn for turn, code in enumerate(reference.codes("dimensions"))}
    return rows.sort_values("dimension_code", key=lambda codes: codes.map(order), ignore_index=True)


def _sites(sites: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    rows = sites[["site_code", "served", "gap"]].assign(name=sites["site_code"].map(names))
    known = rows["served"].where(rows["gap"].notna())
    rows = rows.assign(share=known / known.sum())
    return rows.sort_values(
        ["gap", "site_code"], ascending=[False, True], na_position="last", ignore_index=True
    )


def _threats(connection: Connection, chosen: Filters, viewer: Viewer, row: dict) -> pd.DataFrame:
    rated = _of_mission(priorities.severities(connection, chosen, viewer), row)
    relevance = reference.table("threat_relevance")
    relevance = relevance[relevance["area_code"] == row["area_code"]]
    rows = rated.merge(relevance[["threat_code", "relevance_thirds"]], on="threat_code")
    rows = rows.merge(reference.table("threats")[["threat_code", "theta"]], on="threat_code")
    top = reference.parameter("relevance_top")
    relevance = rows["relevance_thirds"].astype("float64") / top
    theta = rows["theta"].astype("float64")
    bearing = theta * relevance
    rows = rows[["threat_code", "severity"]].assign(
        relevance=relevance,
        bearing=bearing,
        counting=theta if chosen.threats else bearing,
        pressing=bearing * rows["severity"],
    )
    rows = rows[(rows["counting"] > 0) & rows["severity"].notna()]
    return rows.sort_values(["pressing", "threat_code"], ascending=[False, True], ignore_index=True)


def _of_mission(rows: pd.DataFrame, row: dict) -> pd.DataFrame:
    return rows[rows["mission_code"] == row["mission_code"]]
