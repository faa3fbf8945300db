"""What do the four key figures of one mission say?"""

from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import freshness, gaps, missions, sites
from unpol_data.views.key_figures import KeyFigure
from unpol_data.views.mission_evidence import Evidence
from unpol_data.views.overview_figures import OFFICERS


def figures(
    connection: Connection,
    alone: Filters,
    viewer: Viewer,
    *,
    areas: pd.DataFrame,
    evidence: Evidence,
) -> tuple[KeyFigure, ...]:
    """The four key figures of the one mission the filters choose.

    `areas`: as gaps.areas_with_change, of any missions; `evidence`: of this mission.
    """
    areas = areas[areas["mission_code"].isin(alone.missions)].reset_index(drop=True)
    known = missions.missions(connection, alone, viewer, areas=areas).iloc[0]
    since = evidence.previous["published_on"] if evidence.previous else None
    return (
        _gap(known, since, OFFICERS[alone.side]),
        _severe(areas, since),
        _limiting(areas),
        _confidence(areas, evidence),
    )


def _gap(known: pd.Series, since: date | None, officers: str) -> KeyFigure:
    """The mission's gap over the chosen areas."""
    points, change = known["gap_points"], known["change_points"]
    return KeyFigure(
        f"Gap, weighted by {officers} served",
        None if pd.isna(points) else int(points),
        "points",
        of=None if pd.isna(points) else 100,
        change=None if pd.isna(change) else int(change),
        since=since,
        rising_is="worse",
        note="not enough evidence" if pd.isna(points) else "",
    )


def _severe(areas: pd.DataFrame, since: date | None) -> KeyFigure:
    """Areas with a large or critical gap; the change counts areas scored in both rounds."""
    scored = areas[areas["gap_points"].notna()]
    both = scored[scored["previous_points"].notna()]
    before = gaps.with_classes(both.assign(gap=both["previous_points"].astype("float64") / 100))
    return KeyFigure(
        "Areas with a large or critical gap",
        _severe_count(scored) if len(scored) else None,
        of=len(scored) or None,
        change=_severe_count(both) - _severe_count(before) if len(both) else None,
        since=since,
        rising_is="worse",
        note="" if len(scored) else "no area has enough evidence",
    )


def _severe_count(areas: pd.DataFrame) -> int:
    return int(areas["gap_class"].isin(sites.SEVERE).sum())


def _limiting(areas: pd.DataFrame) -> KeyFigure:
    """The dimension that limits most areas; all of them that tie."""
    label = "Most frequent limiting dimension"
    counts = areas.loc[areas["gap"].notna(), "limiting_dimension"].value_counts()
    if counts.empty:
        return KeyFigure(label, None, "word", note="no area has enough evidence")
    tied = gaps.most_frequent(counts)
    named = "area" if counts[tied[0]] == 1 else "areas"
    each = " each" if len(tied) > 1 else ""
    return KeyFigure(
        label,
        " and ".join(reference.name("dimension", code) for code in tied),
        "word",
        chip=f"{counts[tied[0]]} {named}{each}",
        note=f"of {int(areas['gap'].notna().sum())} with a figure",
    )


def _confidence(areas: pd.DataFrame, evidence: Evidence) -> KeyFigure:
    """How far the figures can be trusted: the areas' confidence, weighted by the mandate."""
    label = "Confidence in the figures"
    if evidence.latest is None:
        return KeyFigure(label, None, "word", note="never assessed")
    scored = areas.assign(confidence=areas["confidence"].where(areas["gap"].notna()))
    found = freshness.confidence_class(missions.overall(scored)["confidence"]).iloc[0]
    share = evidence.fresh_share
    return KeyFigure(
        label,
        None if pd.isna(found) else str(found).capitalize(),
        "word",
        chip="" if share is None else f"{round(100 * share)} % fresh",
        note=f"{_visit(evidence.latest)}, {evidence.latest['assessed_to']:%b %Y}",
    )


def _visit(latest: dict) -> str:
    words = {"in_person": "in-person visit", "hybrid": "hybrid visit", "remote": "remote round"}
    return words.get(latest["modality"], "latest round")
