"""How firm is the order of the priorities, and what would change it?"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import draws
from unpol_data.scoring import overtaking, stability
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.pressure_draws import KEY, ThreatNoise, pressure_draws
from unpol_data.views import priorities

FIRMNESS = ["rank_median", "rank_low", "rank_high", "top_share", "tier"]
BEHIND = ["behind_mission_code", "behind_area_code"]


class GapDraws(Protocol):
    """`rows`: one row per mission and area, in the order of the rows of both arrays."""

    rows: pd.DataFrame
    gaps: np.ndarray
    exposures: np.ndarray


@dataclass(frozen=True)
class Stability:
    """How far the order holds over the draws.

    `rows`: one row per ranked mission and area, in the given order, with mission_code,
    area_code, rank_median, rank_low, rank_high, top_share, tier (see scoring.stability) and
    win_share over the next row; all missing where no draws were kept. `neighbours`: one row per
    two neighbours with draws, with win_share. `swaps`: one row per two neighbours and weight that
    would let the one behind overtake (see scoring.overtaking); those that never do are left out.
    Both also have rank and behind_rank. Without any draw draw_count is 0.
    """

    rows: pd.DataFrame
    neighbours: pd.DataFrame
    swaps: pd.DataFrame
    draw_count: int
    draw_seed: int


def limits() -> stability.Limits:
    """What is reported of the draws: interval, top and tiers, from the reference parameters."""
    return stability.Limits(
        interval_low=reference.parameter("interval_low"),
        interval_high=reference.parameter("interval_high"),
        top_k=int(reference.parameter("top_k")),
        tier_robust=reference.parameter("tier_robust"),
        tier_contested=reference.parameter("tier_contested"),
    )


def threat_noise() -> ThreatNoise:
    """How far ratings and relevance vary: classes and thirds as shares of their scales."""
    return ThreatNoise(
        severity=reference.parameter("threat_noise_classes")
        / reference.parameter("threat_level_top"),
        relevance=reference.parameter("relevance_noise_thirds")
        / reference.parameter("relevance_top"),
    )


def drawn_priorities(
    rows: pd.DataFrame, kept: GapDraws, severities: pd.DataFrame, chosen: Filters, *, chance: Chance
) -> np.ndarray:
    """Draws of the priority of each row, 0-100; missing in all draws where none were kept.

    Combines draws of gaps and exposures with new ones of threats, mandate and weights.
    """
    pressures = pressure_draws(
        rows,
        severities,
        reference.table("threat_relevance"),
        reference.table("threats"),
        relevance_top=reference.parameter("relevance_top"),
        noise=threat_noise(),
        chance=chance,
        chosen=chosen.threats,
    )
    return stability.priority_draws(
        rows,
        stability.matched(rows, kept.rows, kept.gaps),
        stability.matched(rows, kept.rows, kept.exposures),
        pressures,
        weights=chosen.weights(),
        weight_noise=reference.parameter("weight_noise"),
        chance=chance,
    )


def firmness(
    connection: Connection, chosen: Filters, viewer: Viewer, *, ranked: pd.DataFrame
) -> Stability:
    """How firm the order of these rows is: those of views.priorities that have a priority.

    The kept draws of the gaps are combined with draws of all the rest; see the method note,
    section 10.
    """
    ranked = ranked.reset_index(drop=True)
    kept = draws.gap_draws(connection, chosen, viewer)
    seed = int(reference.parameter("draw_seed"))
    if ranked.empty or not kept.gaps.size:
        drawn = np.full((len(ranked), 1), np.nan, dtype=np.float32)
    else:
        severities = priorities.severities(connection, chosen, viewer)
        chance = Chance(seed, draw_count=kept.gaps.shape[1])
        drawn = drawn_priorities(ranked, kept, severities, chosen, chance=chance)
    neighbours = stability.neighbour_wins(ranked, drawn)
    rows = stability.stability(ranked, drawn, limits=limits())
    next_rows = ranked[KEY].shift(-1).set_axis(BEHIND, axis=1)
    rows = rows.join(next_rows).merge(neighbours, how="left", on=[*KEY, *BEHIND])
    swaps = overtaking.overtaking(ranked, chosen.weights())
    return Stability(
        rows=rows.drop(columns=BEHIND),
        neighbours=_with_ranks(neighbours, ranked),
        swaps=_with_ranks(swaps[swaps["swap_side"].notna()], ranked),
        draw_count=kept.gaps.shape[1],
        draw_seed=seed,
    )


def _with_ranks(pairs: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """The pairs with the printed rank of the one ahead and of the one behind."""
    ranks = ranked.set_index(KEY)["rank"]
    found = pairs.reset_index(drop=True)
    for columns, column in ((KEY, "rank"), (BEHIND, "behind_rank")):
        found[column] = ranks.reindex(pd.MultiIndex.from_frame(found[columns])).to_numpy()
    return found
