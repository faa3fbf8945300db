"""What comes first, how firm is that, what is it made of, and what cannot be ranked yet?"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring.stability import Limits
from unpol_data.views import priorities, stability

SHOWN = [
    "rank",
    "mission_code",
    "area_code",
    "area_name",
    "priority",
    "rank_median",
    "rank_low",
    "rank_high",
    "tier",
    "top_share",
    "win_share",
    "gap_points",
    "gap_class",
    "pressure",
    "mandate_relevance",
    "exposure_share",
    "threat_part",
    "mandate_part",
    "exposure_part",
    "limiting_dimension",
    "worst_site_code",
    "worst_site_name",
    "confidence",
    "coverage_share",
    "change_points",
    "published_on",
]


@dataclass(frozen=True)
class Ranking:
    """`ranked`: one row per mission and area with a priority, sharpest first, columns SHOWN.

    rank_median, rank_low, rank_high, tier, top_share and win_share (over the next row) are of
    the draws, and missing where none were kept. `neighbours` and `swaps`: which order is close,
    and which weight would change it (see views.stability). `limits` say what counts as top,
    interval and tier.

    `not_ranked`: one row per mission and area without, with mission_code, area_code, area_name
    and why_not_ranked (see views.priorities). `weights`: those of threat, mandate and exposure in
    force; `weight_sources`: one row each with part, weight and source. `is_assessed`: whether any
    assessment says anything about the missions and areas in scope.
    """

    ranked: pd.DataFrame
    not_ranked: pd.DataFrame
    neighbours: pd.DataFrame
    swaps: pd.DataFrame
    draw_count: int
    draw_seed: int
    limits: Limits
    weights: dict[str, float]
    weight_sources: pd.DataFrame
    method_version: str
    requirements_version: str
    is_assessed: bool

    @property
    def empty(self) -> bool:
        """Whether nothing at all can be ranked."""
        return self.ranked.empty


def ranking(connection: Connection, chosen: Filters, viewer: Viewer) -> Ranking:
    """Priorities of every mission and area in scope, and how firm their order is.

    Method note, sections 9 and 10.
    """
    rows = priorities.priorities(connection, chosen, viewer)
    rows["area_name"] = [reference.name("area", code) for code in rows["area_code"]]
    sites = queries.sites.site_profiles(connection, chosen, viewer).set_index("site_code")
    rows["worst_site_name"] = rows["worst_site_code"].map(sites["name"])
    has_priority = rows["priority"].notna()
    missing = ["mission_code", "area_code", "area_name", "why_not_ranked"]
    ranked = rows[has_priority].reset_index(drop=True)
    firm = stability.firmness(connection, chosen, viewer, ranked=ranked)
    return Ranking(
        ranked=ranked.join(firm.rows.drop(columns=priorities.KEY))[SHOWN],
        not_ranked=rows.loc[~has_priority, missing].reset_index(drop=True),
        neighbours=firm.neighbours,
        swaps=firm.swaps,
        draw_count=firm.draw_count,
        draw_seed=firm.draw_seed,
        limits=stability.limits(),
        weights=chosen.weights(),
        weight_sources=weight_sources(chosen),
        method_version=reference.version("method"),
        requirements_version=reference.version("requirements"),
        is_assessed=bool((rows["sites_total"] > 0).any()),
    )


def weight_sources(chosen: Filters) -> pd.DataFrame:
    """One row per weight in force: part, weight and source, the scenario's where one is chosen."""
    parameters = reference.table("parameters").set_index("parameter")
    return pd.DataFrame(
        [
            {
                "part": part,
                "weight": weight,
                "source": f"scenario {chosen.scenario.code}"
                if chosen.scenario
                else parameters.at[f"weight_{part}", "source"],
            }
            for part, weight in chosen.weights().items()
        ]
    )
