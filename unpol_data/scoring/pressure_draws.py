"""How hard could crime threats press, given how roughly they are rated?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from unpol_data.scoring.chance import Chance

KEY = ["mission_code", "area_code"]
THREAT_RATINGS, RELEVANCE = "threat_ratings", "relevance"


@dataclass(frozen=True)
class ThreatNoise:
    """How far severity and relevance vary, as shares of their scales (one class, one third)."""

    severity: float
    relevance: float


def pressure_draws(
    rows: pd.DataFrame,
    severities: pd.DataFrame,
    relevance: pd.DataFrame,
    threats: pd.DataFrame,
    *,
    relevance_top: float,
    noise: ThreatNoise,
    chance: Chance,
    chosen: Sequence[str] = (),
) -> np.ndarray:
    """Draws of the threat pressure, 0-1: one row per row of `rows`, one column per draw.

        severity drawn  = clip(T + U(-1, 1) noise, 0, 1)
        relevance drawn = clip(R + U(-1, 1) noise, 0, 1) where R > 0; else 0

    and pressure of these as in threat_pressure, which has the same frames. A threat that
    does not bear on a capability bears on it in no draw, or the draws would be about other
    threats than the figure. `rows` has mission_code and area_code. Missing in every draw
    where the point figure is. Method note, sections 8 and 10.
    """
    bearing, codes, areas = _bearing(relevance, threats, relevance_top, noise, chance, chosen)
    theta = threats.set_index("threat_code")["theta"].reindex(codes).to_numpy(dtype=np.float32)
    pressures = np.full((len(rows), chance.draw_count), np.nan, dtype=np.float32)
    area_of = pd.Index(areas).get_indexer(rows["area_code"])
    rated = severities[severities["severity"].notna() & severities["threat_code"].isin(codes)]
    missions = rows["mission_code"].to_numpy()
    for mission_code, own in rated.groupby("mission_code"):
        places = np.flatnonzero((missions == mission_code) & (area_of >= 0))
        own = own.sort_values("threat_code")
        turns = pd.Index(codes).get_indexer(own["threat_code"])
        bears = bearing[:, turns]
        drawn = _severity_draws(own, noise, chance).T[:, :, None]
        pressing = (bears.transpose(0, 2, 1) @ drawn)[:, :, 0]
        counted = np.full_like(pressing, theta[turns].sum()) if chosen else bears.sum(axis=1)
        counted = np.where((bears > 0).any(axis=(0, 1)) & (counted > 0), counted, np.nan)
        pressures[places] = (pressing / counted)[:, area_of[places]].T
    return pressures


def _severity_draws(own: pd.DataFrame, noise: ThreatNoise, chance: Chance) -> np.ndarray:
    """One row per rated threat of the mission, one column per draw."""
    names = own["mission_code"] + "/" + own["threat_code"]
    drawn = chance.spread(THREAT_RATINGS, names) * np.float32(noise.severity)
    drawn += own["severity"].to_numpy(dtype=np.float32)[:, None]
    return np.clip(drawn, 0, 1, out=drawn)


def _bearing(
    relevance: pd.DataFrame,
    threats: pd.DataFrame,
    relevance_top: float,
    noise: ThreatNoise,
    chance: Chance,
    chosen: Sequence[str],
) -> tuple[np.ndarray, list[str], list[str]]:
    """theta R by draw, threat and area; and which threats and areas those are."""
    rows = relevance[relevance["threat_code"].isin(list(chosen))] if chosen else relevance
    rows = rows.sort_values(["threat_code", "area_code"])
    codes, areas = sorted(rows["threat_code"].unique()), sorted(rows["area_code"].unique())
    own = rows[rows["relevance_thirds"] > 0]
    shares = own["relevance_thirds"].to_numpy(dtype=np.float32)[:, None] / relevance_top
    drawn = chance.spread(RELEVANCE, own["threat_code"] + "/" + own["area_code"])
    drawn = np.clip(drawn * np.float32(noise.relevance) + shares, 0, 1)
    theta = own["threat_code"].map(threats.set_index("threat_code")["theta"])
    bearing = np.zeros((chance.draw_count, len(codes), len(areas)), dtype=np.float32)
    places = pd.Index(codes).get_indexer(own["threat_code"])
    columns = pd.Index(areas).get_indexer(own["area_code"])
    bearing[:, places, columns] = (drawn * theta.to_numpy(dtype=np.float32)[:, None]).T
    return bearing, codes, areas
