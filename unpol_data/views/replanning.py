"""What evidence does it cost to make a visit in another way than planned?"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import replanning as scoring
from unpol_data.views import freshness, gaps

# What an answer is worth that is obtained in each way; see reference evidence_grades.
GRADES = {"in_person": "inspected", "remote": "remote"}
SERVED = {"unpol": "unpol_served", "host_state": "host_officers_served"}
WAYS = ("now", "planned", "instead")
CLASSES = ("low", "medium", "high")


@dataclass(frozen=True)
class Replanned:
    """The visit as planned and made in another way, on its last day `on`.

    `areas`: one row per area with a figure, largest loss first: now, planned and instead
    (confidence of 0-1, faded up to that day) and their classes (now_class and so on).
    `allowance`: by the same three names, how far an answer may be off, of 0-1, on average.
    `falls`: areas whose class is lower instead than as planned; `below_medium`: those low
    instead and not as planned. `visited`: the sites of the visit.
    """

    visit: dict[str, Any]
    modality: str
    on: date
    visited: tuple[str, ...]
    areas: pd.DataFrame
    allowance: dict[str, float]
    falls: tuple[str, ...]
    below_medium: tuple[str, ...]


def _visit(connection: Connection, viewer: Viewer, visit_code: str) -> dict[str, Any]:
    visits = queries.records.records(connection, "visits", Filters(), viewer)
    return visits[visits["visit_code"] == visit_code].iloc[0].to_dict()


def replanned(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    visit_code: str,
    modality: str,
    in_person: tuple[str, ...] = (),
    on: date,
) -> Replanned:
    """The confidence in each area after the visit as planned, and after it is made as `modality`.

    An answer obtained in person counts as inspected, any other as a remote answer. `in_person`
    names the sites that a hybrid visit still sees. Sites outside the visit keep what they have;
    a visit that names no sites is of all. `on` is the day it is asked on. Method note, section 5.
    """
    visit = _visit(connection, viewer, visit_code)
    day = max(on, visit["planned_to"].date())
    alone = replace(chosen, missions=(visit["mission_code"],), dimensions=(), as_of=on)
    dimensions = _dimensions(connection, alone, viewer, day)
    visited = sites(visit, dimensions)
    planned = visited[:1] if visit["modality"] == "hybrid" else visited
    areas = _areas(
        {
            "now": dimensions,
            "planned": scoring.renewed(dimensions, _weights(visited, visit["modality"], planned)),
            "instead": scoring.renewed(dimensions, _weights(visited, modality, in_person)),
        }
    )
    lower = areas["instead_class"].map(CLASSES.index) < areas["planned_class"].map(CLASSES.index)
    below = lower & (areas["instead_class"] == "low")
    fallen = (tuple(areas.loc[those, "area_code"]) for those in (lower, below))
    return Replanned(visit, modality, day, visited, areas, _allowance(areas), *fallen)


def _allowance(areas: pd.DataFrame) -> dict[str, float]:
    noise = {name: reference.parameter(f"noise_{name}") for name in ("floor", "span")}
    return {way: float(scoring.allowance(areas[way], **noise).mean()) for way in WAYS}


def sites(visit: dict[str, Any], dimensions: pd.DataFrame) -> tuple[str, ...]:
    """The sites of a visit; all that have figures where it names none."""
    named = visit["site_codes"]
    if isinstance(named, str) and named.strip():
        return tuple(named.split())
    return tuple(dimensions["site_code"].unique())


def _seen(visited: tuple[str, ...], modality: str) -> tuple[str, ...]:
    return visited if modality == "in_person" else ()


def _weights(visited: tuple[str, ...], modality: str, in_person: tuple[str, ...]) -> pd.Series:
    """What an answer of each visited site is worth, by site_code."""
    grades = reference.table("evidence_grades").set_index("evidence_grade")["weight"]
    seen = set(in_person if modality == "hybrid" else _seen(visited, modality))
    worth = {
        code: float(grades[GRADES["in_person" if code in seen else "remote"]]) for code in visited
    }
    return pd.Series(worth, dtype="float64")


def _dimensions(connection: Connection, alone: Filters, viewer: Viewer, day: date) -> pd.DataFrame:
    """The stored figures of every site and dimension, confidence faded up to the day."""
    rows = queries.gaps.site_dimension_gaps(connection, alone, viewer)
    profiles = queries.sites.site_profiles(connection, alone, viewer)
    served = profiles.set_index("site_code")[SERVED[alone.side]]
    return rows.assign(confidence=gaps.decayed(rows, day), served=rows["site_code"].map(served))


def _areas(ways: dict[str, pd.DataFrame]) -> pd.DataFrame:
    weights = reference.table("dimension_weights")
    needed = reference.parameter("coverage_needed")
    known = {
        way: scoring.area_confidence(rows, weights, coverage_needed=needed)
        for way, rows in ways.items()
    }
    areas = pd.DataFrame(known).rename_axis("area_code").reset_index()
    for way in WAYS:
        areas[f"{way}_class"] = freshness.confidence_class(areas[way])
    loss = areas["planned"] - areas["instead"]
    order = areas.assign(loss=loss).sort_values(["loss", "area_code"], ascending=[False, True])
    return order.drop(columns="loss").reset_index(drop=True)
