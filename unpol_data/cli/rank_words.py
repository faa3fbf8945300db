"""How is the ranking written for a terminal and for a program that reads it?"""

from dataclasses import asdict

import pandas as pd

from unpol_data.cli.asked import records
from unpol_data.figures import formats
from unpol_data.figures.ranking_words import REASONS, top_share
from unpol_data.filters import Filters
from unpol_data.views.ranking import Ranking
from unpol_data.weighing import DEFAULT

COLUMNS = {
    "rank": "rank",
    "mission_code": "mission",
    "area_name": "capability area",
    "range": "rank range",
    "tier": "tier",
    "top_share": "top",
    "win_share": "over next",
    "priority": "priority",
    "gap_points": "gap",
    "gap_class": "class",
    "threat_part": "threat",
    "mandate_part": "mandate",
    "exposure_part": "exposure",
    "change_points": "change",
}


def as_json(found: Ranking, asked: Filters, *, revision: int) -> dict:
    """What is printed as JSON: figures with all one needs to repeat them; missing is null.

    threat_part, mandate_part and exposure_part of a row sum to its priority. rank_low and
    rank_high are the ends of its rank interval, top_share the share of draws in which it is
    among the first top_k, win_share that in which it comes before the next row. A row of
    order_changes says at which weight the one behind would overtake.
    """
    scenario = asked.scenario
    return {
        "filters": {**asked.to_query(), "horizon": [asked.horizon], "side": [asked.side]},
        "filters_in_words": asked.in_words(),
        "as_of": asked.as_of.isoformat(),
        "revision": revision,
        "method_version": found.method_version,
        "requirements_version": found.requirements_version,
        "scenario": DEFAULT if scenario is None else scenario.code,
        "weights": found.weights,
        "draws": found.draw_count,
        "draw_seed": found.draw_seed,
        "limits": asdict(found.limits),
        "ranked": records(found.ranked),
        "order_changes": records(found.swaps),
        "not_ranked": records(found.not_ranked),
    }


def as_text(found: Ranking, asked: Filters, *, revision: int) -> str:
    """What is printed for a reader: filters in words, the table, what is not ranked and why."""
    weights = ", ".join(f"{part} {weight:g}" for part, weight in found.weights.items())
    lines = [
        asked.in_words(),
        f"Method {found.method_version}, requirements {found.requirements_version}, "
        f"revision {revision}, weights {weights}.",
        "",
    ]
    if found.empty:
        lines.append("Nothing can be ranked: no approved assessment with enough evidence matches.")
    else:
        lines += [_draws(found), "", _table(found.ranked)]
    for why, rows in found.not_ranked.groupby("why_not_ranked", sort=False):
        lines += ["", f"Not ranked, {REASONS[why]}:"]
        lines += [
            f"  {mission_code}: {', '.join(areas)}"
            for mission_code, areas in rows.groupby("mission_code", sort=False)["area_code"]
        ]
    return "\n".join(lines)


def _draws(found: Ranking) -> str:
    """What rank ranges, tiers and shares rest on."""
    if not found.draw_count:
        return "No draws are kept for these: rank ranges are not known."
    ends = (found.limits.interval_low, found.limits.interval_high)
    low, high = (formats.percent(end) for end in ends)
    return (
        f"Rank range: {low} to {high} of {found.draw_count:,} draws, seed {found.draw_seed}; "
        f"top: share of draws among the first {found.limits.top_k}; over next: share of draws "
        "before the next row."
    )


def _table(ranked: pd.DataFrame) -> str:
    """The priorities, one line each; what is missing is a dash."""
    spans = [
        formats.span(row.rank_low, row.rank_high) if pd.notna(row.rank_low) else "-"
        for row in ranked.itertuples(index=False)
    ]
    shares = {
        column: ["-" if pd.isna(share) else top_share(share) for share in ranked[column]]
        for column in ("top_share", "win_share")
    }
    table = ranked.assign(range=spans, tier=ranked["tier"].fillna("-"), **shares)
    table = table[list(COLUMNS)].rename(columns=COLUMNS)
    return table.to_string(index=False, na_rep="-", float_format=formats.number)
