"""What is said of priorities: beside their bars, in their table, and of what is not ranked?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.scoring.stability import Limits

NOTHING = "–"
HEADINGS = {
    "name": "Rank, mission and area",
    "range": "Rank range",
    "tier": "Tier",
    "top": "In the top {top_k}",
    "priority": "Priority",
    "gap_class": "Gap",
    "threat": "Threat",
    "mandate": "Mandate",
    "exposure": "Exposure",
    "limiting": "Limited by",
    "worst_site": "Worst site",
    "change": "Gap since last round",
    "confidence": "Confidence",
}
WEIGHT_HEADINGS = {"part": "Part", "weight": "Weight", "measures": "Measures"}
MEASURES = {
    "threat": "How hard the crime threats press on the area",
    "mandate": "How much the mandate needs it",
    "exposure": "Share of police at sites with a gap above {large_gap}",
}
REASONS = {
    "gap": "not enough evidence",
    "threat": "crime threats not rated",
    "no_bearing": "no bearing on the chosen crime threats",
}


def bars(ranked: pd.DataFrame) -> pd.DataFrame:
    """Priorities as the figures of the ranking take them: with name and short_name."""
    names = {"name": reference.name, "short_name": reference.short_name}
    places = list(zip(ranked["mission_code"], ranked["area_code"], strict=True))
    return ranked.assign(
        **{
            column: [f"{mission_code} · {named('area', code)}" for mission_code, code in places]
            for column, named in names.items()
        }
    )


def first(ranked: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Each priority as a figure: "1. UNMISS · Power", "62", "priority; gap 74, rank range 1–3"."""
    return [
        (
            f"{row.rank}. {row.mission_code} · {row.area_name}",
            formats.number(row.priority),
            f"priority; gap {formats.number(row.gap_points)}, rank range {_range(row)}",
        )
        for row in ranked.itertuples(index=False)
    ]


def table(ranked: pd.DataFrame) -> pd.DataFrame:
    """One row per priority, in the given order, as text under `headings`; gap_class is a code."""
    rows = list(ranked.itertuples(index=False))
    return pd.DataFrame(
        {
            "name": [f"{row.rank}. {row.mission_code} · {row.area_name}" for row in rows],
            "range": [_range(row) for row in rows],
            "tier": ranked["tier"].fillna(NOTHING),
            "top": ranked["top_share"].map(top_share),
            "priority": ranked["priority"].map(formats.number),
            "gap_points": ranked["gap_points"],
            "gap_class": ranked["gap_class"],
            "threat": ranked["threat_part"].map(formats.number),
            "mandate": ranked["mandate_part"].map(formats.number),
            "exposure": ranked["exposure_part"].map(formats.number),
            "limiting": [_dimension(row.limiting_dimension) for row in rows],
            "worst_site": ranked["worst_site_name"].fillna(NOTHING),
            "change": [formats.change(points) or NOTHING for points in ranked["change_points"]],
            "confidence": ranked["confidence"].map(formats.percent),
        }
    )


def headings(limits: Limits) -> dict[str, str]:
    """HEADINGS with how many ranks count as the top."""
    return {column: name.format(top_k=limits.top_k) for column, name in HEADINGS.items()}


def weights(sources: pd.DataFrame) -> pd.DataFrame:
    """One row per weight in force as text under WEIGHT_HEADINGS, with its source."""
    large_gap = formats.number(100 * reference.parameter("large_gap"))
    return sources.assign(
        measures=[MEASURES[part].format(large_gap=large_gap) for part in sources["part"]],
        part=sources["part"].str.title(),
        weight=[f"{weight:g}" for weight in sources["weight"]],
    )


def not_ranked(rows: pd.DataFrame, *, areas_in_scope: int) -> dict[str, str]:
    """What is not ranked, by reason: "MINURSO all 13 areas, UNSMIL Digital forensics"."""
    said = {}
    for why, of_reason in rows.groupby("why_not_ranked", sort=False):
        missions = of_reason.groupby("mission_code", sort=False)["area_code"]
        said[REASONS[why]] = ", ".join(
            f"{mission_code} {_which(list(areas), areas_in_scope)}"
            for mission_code, areas in missions
        )
    return said


def _which(areas: list[str], areas_in_scope: int) -> str:
    """One or two areas by name, more as a number of those in scope."""
    if len(areas) <= 2:
        return formats.listed([reference.short_name("area", code) for code in areas])
    if len(areas) == areas_in_scope:
        return f"all {areas_in_scope} areas"
    return f"{len(areas)} of {areas_in_scope} areas"


def top_share(share: float) -> str:
    """With one decimal, so that 19.6 % is not printed as the 20 % at which a tier begins."""
    return "not known" if pd.isna(share) else f"{100 * share:.1f} %"


def _range(row: tuple) -> str:
    return "not known" if pd.isna(row.rank_low) else formats.span(row.rank_low, row.rank_high)


def _dimension(code: str | None) -> str:
    return NOTHING if pd.isna(code) else reference.name("dimension", code)
