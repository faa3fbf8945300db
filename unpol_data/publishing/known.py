"""Which facts count on a day, and what do the stored figures say of all other sites?"""

from collections.abc import Collection
from datetime import date

import pandas as pd
from sqlalchemy import Connection, and_

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.asked import asked_items, evidence_counts
from unpol_data.publishing.figures import Facts, Frames
from unpol_data.publishing.rules import Rules
from unpol_data.queries import equipment, evidence, gaps
from unpol_data.queries.facts import approved_by, effective, threat_ratings
from unpol_data.queries.frames import frame
from unpol_data.scoring.confidence import age_months, capability_confidence, decayed
from unpol_data.store.tables import Answer, Assessment, EquipmentLine, Measurement, SiteFacts

PLACE = ["side", "horizon", "site_code", "area_code"]
OF_SITES = (SiteFacts, Answer, EquipmentLine, Measurement)


def sites_of(connection: Connection, assessment_id: int) -> set[str]:
    """The sites of which the assessment says anything at all."""
    own = Assessment.assessment_id == assessment_id
    return {
        site_code
        for table in OF_SITES
        for site_code in frame(connection, effective(table, own, date.max))["site_code"]
    }


def facts_of_sites(
    connection: Connection, mission_code: str, sites: Collection[str], *, on: date, clearance: int
) -> Facts:
    """The facts of these sites, and the threats of the mission, that count on the day."""
    counts = and_(approved_by(on, clearance), Assessment.mission_code == mission_code)
    of_sites = {
        table.__tablename__: frame(
            connection,
            effective(table, and_(counts, table.site_code.in_(list(sites))), on),
        )
        for table in OF_SITES
    }
    ratings = threat_ratings(connection, mission_code, on=on, clearance=clearance)
    return Facts(**of_sites, threat_ratings=ratings)


def counts_of_sites(
    connection: Connection,
    mission_code: str,
    sites: Collection[str],
    rules: Rules,
    *,
    on: date,
    clearance: int,
) -> pd.DataFrame:
    """The evidence counts of these sites alone, from the facts that count on the day."""
    facts = facts_of_sites(connection, mission_code, sites, on=on, clearance=clearance)
    return evidence_counts(asked_items(facts.site_facts, facts.answers, rules))


def figures_of_others(
    connection: Connection,
    mission_code: str,
    sites: Collection[str],
    rules: Rules,
    *,
    on: date,
    clearance: int,
) -> Frames:
    """What is stored for the day about the mission's sites except these; by table.

    Confidence has faded to the day. The evidence counts are those of the whole mission,
    as no counts are kept by site.
    """
    viewer = Viewer("publishing", None, clearance, frozenset())
    chosen = [
        Filters(missions=(mission_code,), side=side, horizon=horizon, as_of=on)
        for side in reference.codes("sides")
        for horizon in reference.codes("horizons")
    ]
    of_sides = [one for one in chosen if one.horizon == chosen[0].horizon]

    def stored(query, filters: list[Filters]) -> pd.DataFrame:
        """The rows of all filters; of sites, only those of the other sites."""
        rows = pd.concat([query(connection, one, viewer) for one in filters], ignore_index=True)
        return rows[~rows["site_code"].isin(list(sites))] if "site_code" in rows else rows

    dimensions = _faded(stored(gaps.site_dimension_gaps, chosen), rules, on)
    places = stored(gaps.site_gaps, chosen).drop(columns="confidence")
    confidence = capability_confidence(dimensions, rules.tables.dimension_weights, by=PLACE)
    return {
        "site_dimension_gaps": dimensions,
        "site_gaps": places.merge(confidence.reset_index(), on=PLACE, how="left"),
        "site_equipment": stored(equipment.site_equipment, of_sides),
        "evidence_counts": stored(evidence.evidence_counts, of_sides),
    }


def _faded(dimensions: pd.DataFrame, rules: Rules, on: date) -> pd.DataFrame:
    half_lives = rules.tables.dimensions.set_index("dimension_code")["half_life_months"]
    now = decayed(
        dimensions["confidence"],
        age_months(dimensions["from_on"], on),
        dimensions["dimension_code"].map(half_lives).astype("float64"),
    )
    return dimensions.assign(confidence=now)
