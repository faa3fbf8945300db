"""What are the figures of one mission on one day, given the facts that count then?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from unpol_data.publishing import asked
from unpol_data.publishing.rules import Rules
from unpol_data.scoring import connectivity, equipment, threat
from unpol_data.scoring.dimension import dimension_gaps, printed_dimension_gaps
from unpol_data.scoring.gap import limiting_dimensions, site_gaps, with_weights
from unpol_data.scoring.mission import mission_dimension_gaps, mission_gaps

PLACE = ["side", "horizon", "site_code", "area_code"]
MISSION = ["side", "horizon", "area_code"]
SITE_LINK = ["horizon", "site_code"]
LINE = ["site_code", "side", "equipment_code", "required", "held", "serviceable"]
PROFILE = [
    "site_code",
    "name",
    "site_kind",
    "latitude",
    "longitude",
    "unpol_served",
    "users",
    "host_officers_served",
    "closed",
]
Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Facts:
    """The facts of some sites of a mission, and its threats, that count on one day."""

    site_facts: pd.DataFrame
    answers: pd.DataFrame
    equipment_lines: pd.DataFrame
    measurements: pd.DataFrame
    threat_ratings: pd.DataFrame


def summary_frames(facts: Facts, rules: Rules, *, on: date, others: Frames | None = None) -> Frames:
    """One frame per summary table, by its name, with the table's own columns.

    Frames of sites are about the sites of the facts. Frames of the mission are about
    these and, where `others` is given, about the mission's other sites: their
    site_dimension_gaps, site_gaps, site_equipment and evidence_counts. Closed sites have a
    profile and no figures. Method note, sections 1 to 8.
    """
    closed = facts.site_facts["closed"].astype(bool)
    sites = facts.site_facts[~closed]
    own = {
        **_gaps(sites, facts.answers, rules, on),
        **_connectivity(sites, facts.measurements, rules),
        "site_equipment": _equipment(sites, facts.equipment_lines, rules),
        "site_profiles": facts.site_facts[PROFILE],
    }
    every = {name: _together(own[name], frame) for name, frame in (others or {}).items()}
    every = own | every
    return own | {
        **_mission_gaps(every["site_gaps"], every["site_dimension_gaps"], rules),
        "mission_equipment": equipment.equipment_totals(
            every["site_equipment"], by=["side", "equipment_code"]
        ),
        "mission_threats": _threats(facts.threat_ratings, rules),
        "evidence_counts": asked.summed_counts(every["evidence_counts"]),
    }


def _together(own: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The rows of both; an empty frame must not change the kind of the other's columns."""
    if own.empty or others.empty:
        return others if own.empty else own
    return pd.concat([own, others[own.columns]], ignore_index=True)


def _gaps(sites: pd.DataFrame, answers: pd.DataFrame, rules: Rules, on: date) -> Frames:
    limits = rules.parameters
    items = asked.asked_items(sites, answers, rules)
    dimensions = dimension_gaps(asked.attained_items(items, rules, on=on), by=PLACE)
    places = site_gaps(
        dimensions,
        rules.tables.dimension_weights,
        by=PLACE,
        floor=limits.floor,
        coverage_needed=limits.coverage_needed,
        dimensions_needed=limits.dimensions_needed,
    )
    return {
        "site_dimension_gaps": printed_dimension_gaps(
            dimensions, coverage_needed=limits.coverage_needed
        ),
        "site_gaps": places.assign(served=asked.served(places, sites)),
        "evidence_counts": asked.evidence_counts(items),
    }


def _mission_gaps(places: pd.DataFrame, dimensions: pd.DataFrame, rules: Rules) -> Frames:
    limits = rules.parameters
    numbers = places[["side", "site_code", "served"]].drop_duplicates(["side", "site_code"])
    of_dimensions = mission_dimension_gaps(
        dimensions.merge(numbers, on=["side", "site_code"]),
        by=[*MISSION, "dimension_code"],
        coverage_needed=limits.coverage_needed,
    )
    mission = mission_gaps(
        places, by=MISSION, large_gap=limits.large_gap, coverage_needed=limits.coverage_needed
    )
    return {
        "mission_dimension_gaps": of_dimensions,
        "mission_gaps": _with_limiting(mission, of_dimensions, rules),
    }


def _with_limiting(mission: pd.DataFrame, dimensions: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """The mission's gaps with the dimension that limits each; none without a figure."""
    weighted = with_weights(dimensions, rules.tables.dimension_weights)
    limiting = limiting_dimensions(weighted, by=MISSION).rename("limiting_dimension")
    rows = mission.merge(limiting.reset_index(), on=MISSION, how="left")
    short = rows["gap"].round(9) > 0
    return rows.assign(limiting_dimension=rows["limiting_dimension"].where(short))


def _connectivity(
    sites: pd.DataFrame, measurements: pd.DataFrame, rules: Rules
) -> dict[str, pd.DataFrame]:
    limits = rules.parameters
    here = measurements[measurements["site_code"].isin(sites["site_code"])]
    measures = connectivity.measure_attainments(
        connectivity.recent_values(here, window_days=limits.measurement_window_days),
        connectivity.site_requirements(sites, rules.tables.connectivity_requirements),
        rules.tables.measures,
    )
    found = connectivity.site_connectivity(
        measures, by=SITE_LINK, coverage_needed=limits.coverage_needed
    )
    found = found.drop(columns="coverage_share")
    return {
        "site_measures": measures,
        "site_connectivity": found.assign(served=asked.served(found, sites)),
        "monthly_measurements": connectivity.monthly_means(here),
    }


def _equipment(sites: pd.DataFrame, lines: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    here = lines.loc[lines["site_code"].isin(sites["site_code"]), [*LINE, "counted_on"]]
    return equipment.equipment_shortages(here, rules.tables.equipment)


def _threats(ratings: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    top = rules.parameters.threat_level_top
    return ratings[["threat_code", "rated_on", "source"]].assign(
        severity_now=threat.severity_of_level(ratings["level_now"], top=top),
        severity_emerging=threat.severity_of_level(ratings["level_emerging"], top=top),
    )
