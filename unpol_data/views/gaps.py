"""How large is each gap in force, mission by area, and how did it move since the last round?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import classes, confidence

CELL = ["mission_code", "area_code"]
DAY = timedelta(days=1)


def missions_in_scope(chosen: Filters, viewer: Viewer) -> tuple[str, ...]:
    """The chosen active missions this viewer may see, all of them where none is chosen."""
    missions = reference.table("missions")
    active = missions.loc[missions["status"] == "active", "mission_code"]
    return viewer.missions_of(code for code in chosen.missions or active)


def areas_in_scope(chosen: Filters) -> tuple[str, ...]:
    """The chosen capability areas in the profession's order, all of them where none is chosen."""
    return tuple(
        code for code in reference.codes("areas") if not chosen.areas or code in chosen.areas
    )


def dimensions_in_scope(chosen: Filters) -> tuple[str, ...]:
    """The dimensions to show; choosing some changes no figure."""
    return tuple(
        code
        for code in reference.codes("dimensions")
        if not chosen.dimensions or code in chosen.dimensions
    )


def rounds(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission that has had a round: latest round's publication and the day before it.

    Columns mission_code, published_on (of the latest round on the as-of date), previous_on (the
    day before, on which the previous round's figures were in force), has_previous, and
    previous_published_on (of the round before, missing where there is none).
    """
    known = queries.assessments.rounds(
        connection, viewer, as_of=chosen.as_of, revision=chosen.revision
    )
    known = known[known["mission_code"].isin(missions_in_scope(chosen, viewer))]
    days = known[["mission_code", "published_on"]].drop_duplicates()
    days["previous_published_on"] = days.groupby("mission_code")["published_on"].shift()
    latest = days.drop_duplicates("mission_code", keep="last", ignore_index=True)
    return latest.assign(
        previous_on=latest["published_on"] - DAY,
        has_previous=latest["previous_published_on"].notna(),
    )


def previous_dates(rounds: pd.DataFrame) -> Mapping[str, date]:
    """For each mission with at least two rounds, the day on which the previous one still held.

    `rounds`: as rounds or areas_with_change.
    """
    earlier = rounds[rounds["previous_published_on"].notna()].drop_duplicates("mission_code")
    return dict(zip(earlier["mission_code"], earlier["previous_on"], strict=True))


def most_frequent(counts: pd.Series) -> list[str]:
    """The dimensions that are counted most, in the profession's order; all that tie.

    `counts`: how often each dimension limits a capability, by its code; at least one.
    """
    most = counts[counts == counts.max()].index
    return [code for code in reference.codes("dimensions") if code in most]


def with_classes(gaps: pd.DataFrame) -> pd.DataFrame:
    """The same rows with gap_points (0-100, rounded as printed) and gap_class added.

    Where there is no gap, gap_points is missing and gap_class is not_enough_evidence.
    """
    gaps = gaps.copy()
    gaps["gap_points"] = classes.printed(gaps["gap"])
    found = classes.gap_classes(gaps["gap"], reference.table("gap_classes"))
    gaps["gap_class"] = found.fillna("not_enough_evidence")
    return gaps


def mission_areas(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and area in scope, whether or not there is a figure.

    The stored columns of mission_gaps, and gap_points, gap_class, mandate_relevance; the
    confidence is that of area_confidence, faded up to the as-of date.
    """
    stored = queries.gaps.mission_gaps(connection, chosen, viewer).drop(columns="confidence")
    scope = pd.MultiIndex.from_product(
        [missions_in_scope(chosen, viewer), areas_in_scope(chosen)], names=CELL
    ).to_frame(index=False)
    relevance = reference.table("mandate_relevance")[[*CELL, "relevance"]]
    relevance = relevance.rename(columns={"relevance": "mandate_relevance"})
    gaps = scope.merge(stored, how="left", on=CELL).merge(relevance, how="left", on=CELL)
    trust = area_confidence(connection, chosen, viewer)
    return with_classes(gaps.merge(trust, how="left", on=CELL))


def areas_with_change(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and area, with previous_points and change_points since the last round.

    The change is of the printed figures, so that a reader can repeat the subtraction; it is
    missing where either figure is. previous_gap is the last round's own figure, 0-1; the columns
    of rounds are the mission's.
    """
    now = mission_areas(connection, chosen, viewer)
    since = rounds(connection, chosen, viewer)
    before = queries.gaps.mission_gaps(connection, chosen, viewer, on=previous_dates(since))
    before = before[[*CELL, "gap"]].rename(columns={"gap": "previous_gap"})
    gaps = now.merge(before, how="left", on=CELL).merge(since, how="left", on="mission_code")
    gaps["previous_points"] = classes.printed(gaps["previous_gap"])
    gaps["change_points"] = gaps["gap_points"] - gaps["previous_points"]
    return gaps


def area_confidence(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission and area with the confidence in its figure on the as-of date, 0-1.

    The dimensions' confidence, faded up to that date, in the weights of the area. What is stored
    is as at `from_on`; every confidence a reader sees is this one. Method note, section 5.
    """
    every = replace(chosen, dimensions=())
    dimensions = queries.gaps.mission_dimension_gaps(connection, every, viewer)
    faded = dimensions.assign(confidence=decayed(dimensions, chosen.as_of))
    weights = reference.table("dimension_weights")
    return confidence.capability_confidence(faded, weights, by=CELL).reset_index()


def decayed(gaps: pd.DataFrame, as_of: date) -> pd.Series:
    """Confidence of each row of a dimension table on the as-of date, 0-1."""
    half_lives = reference.table("dimensions").set_index("dimension_code")["half_life_months"]
    months = confidence.age_months(gaps["from_on"], as_of)
    return confidence.decayed(
        gaps["confidence"], months, gaps["dimension_code"].map(half_lives).astype("float64")
    )
