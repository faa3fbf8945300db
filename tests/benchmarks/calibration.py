"""How often does a 90 % rank interval contain the true rank?

Printed by `python -m tests.benchmarks.calibration`.

Worlds are made up of which everything is known: what each site has, how severe and how
relevant each threat is, what each weight should be, and which mean is right. An assessment
sees them only through noise, and a part not at all. From what it saw the product's own
functions make rank intervals, and from what is true the true ranks.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from unpol_data import reference
from unpol_data.publishing.drawing import assumptions
from unpol_data.publishing.rules import rules_in_force
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.dimension import dimension_gaps
from unpol_data.scoring.draws import MEANS, Assumptions, gap_draws
from unpol_data.scoring.gap import site_gaps
from unpol_data.scoring.mission import mission_gaps
from unpol_data.scoring.pressure_draws import pressure_draws
from unpol_data.scoring.priority import PARTS, priorities
from unpol_data.scoring.stability import Limits, matched, priority_draws, stability
from unpol_data.scoring.threat import threat_pressure
from unpol_data.views.stability import threat_noise

MISSIONS = ("UNISFA", "UNMIK", "UNMISS", "MINUSCA", "BINUH")
SITES = 4
UNKNOWN_SHARE = 0.1
KEY = ["mission_code", "area_code"]
WEIGHTS = {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}
COLUMN_OF_MEAN = {"geometric": "gap", "arithmetic": "gap_arithmetic", "harmonic": "gap_harmonic"}


@dataclass(frozen=True)
class World:
    """The frames that figures are made of, as they are or as an assessment sees them."""

    answers: pd.DataFrame
    dimension_weights: pd.DataFrame
    mean: str
    severities: pd.DataFrame
    relevance: pd.DataFrame
    mandate: pd.DataFrame
    weights: dict[str, float]


def coverage(*, worlds: int, draw_count: int, seed: int = 1) -> float:
    """Share of ranked rows, over all worlds, whose rank interval contains the true rank."""
    rng = np.random.default_rng(seed)
    hits = [_hits(rng, draw_count=draw_count, seed=number) for number in range(worlds)]
    return float(np.concatenate(hits).mean())


def _hits(rng: np.random.Generator, *, draw_count: int, seed: int) -> np.ndarray:
    """For each row that is ranked in one world: whether the interval contains its true rank."""
    fixed = assumptions(rules_in_force())
    truth = _truth(rng, fixed)
    seen = _seen(truth, rng, fixed)
    rows, true_rows = _figures(seen), _figures(truth)
    ranked = rows["priority"].notna().to_numpy()
    found = _intervals(rows, seen, fixed, Chance(seed, draw_count=draw_count))[ranked]
    true_rank = true_rows["priority"][ranked].rank(ascending=False, method="min")
    return ((found["rank_low"] <= true_rank) & (true_rank <= found["rank_high"])).to_numpy(bool)


def _truth(rng: np.random.Generator, fixed: Assumptions) -> World:
    """A world in which every question has its answer and every weight is the right one.

    The right weights and relevances lie around those of the reference tables.
    """
    noise, share = threat_noise(), fixed.weight_noise
    relevance = reference.table("threat_relevance").astype({"relevance_thirds": float})
    mandate, weights = reference.table("mandate_relevance"), reference.table("dimension_weights")
    thirds, mu, weight = relevance["relevance_thirds"], mandate["relevance"], weights["weight"]
    right = _off(thirds, reference.parameter("relevance_top") * noise.relevance, rng)
    weighed = {part: each * (1 + share * rng.uniform(-1, 1)) for part, each in WEIGHTS.items()}
    threats = pd.DataFrame({"mission_code": MISSIONS}).merge(
        reference.table("threats")[["threat_code"]], how="cross"
    )
    return World(
        answers=_answers(rng),
        dimension_weights=_renormalised(weights, _off(weight, share * weight, rng)),
        mean=str(rng.choice(MEANS)),
        severities=threats.assign(severity=rng.uniform(size=len(threats))),
        relevance=relevance.assign(relevance_thirds=right.clip(0, 3).where(thirds > 0, 0.0)),
        mandate=mandate.assign(relevance=_off(mu, share * mu, rng).clip(upper=1)),
        weights={part: weighed[part] / sum(weighed.values()) for part in PARTS},
    )


def _answers(rng: np.random.Generator) -> pd.DataFrame:
    """One row per item of every site, with its true attainment."""
    items = reference.table("framework").query("side != 'host_state'")
    keys = pd.MultiIndex.from_product([MISSIONS, range(SITES)], names=["mission_code", "site"])
    rows = keys.to_frame(index=False).merge(
        items[["item_code", "area_code", "dimension_code", "weight"]], how="cross"
    )
    rows["site_code"] = rows["mission_code"] + "-" + rows["site"].astype(str)
    levels = {key: rng.uniform(0.2, 0.9) for key in rows.groupby(KEY).groups}
    around = np.array([levels[key] for key in zip(*(rows[name] for name in KEY), strict=True)])
    served = {site_code: rng.integers(20, 300) for site_code in rows["site_code"].unique()}
    return rows.assign(
        attainment=np.clip(around + rng.uniform(-0.4, 0.4, len(rows)), 0, 1),
        confidence=rng.uniform(0.3, 0.95, len(rows)),
        served=rows["site_code"].map(served),
        state="answered",
        side="unpol",
    )


def _seen(truth: World, rng: np.random.Generator, fixed: Assumptions) -> World:
    """What an assessment sees of it: answers and ratings through noise, a tenth not at all."""
    rows = truth.answers
    width = fixed.noise_floor + fixed.noise_span * (1 - rows["confidence"])
    unknown = rng.uniform(size=len(rows)) < UNKNOWN_SHARE
    attained = _off(rows["attainment"], width, rng).clip(0, 1).mask(unknown)
    severity = _off(truth.severities["severity"], threat_noise().severity, rng).clip(0, 1)
    return World(
        answers=rows.assign(attainment=attained, state=np.where(unknown, "unknown", "answered")),
        dimension_weights=reference.table("dimension_weights"),
        mean=MEANS[0],
        severities=truth.severities.assign(severity=severity),
        relevance=reference.table("threat_relevance"),
        mandate=reference.table("mandate_relevance"),
        weights=WEIGHTS,
    )


def _off(values: pd.Series, by: pd.Series | float, rng: np.random.Generator) -> pd.Series:
    """The values, each moved up or down by at most so much."""
    return values + by * rng.uniform(-1, 1, len(values))


def _renormalised(weights: pd.DataFrame, drawn: pd.Series) -> pd.DataFrame:
    return weights.assign(weight=drawn / drawn.groupby(weights["area_code"]).transform("sum"))


def _figures(world: World) -> pd.DataFrame:
    """One row per mission and area with its point priority, by the functions of the pages."""
    limits = rules_in_force().parameters
    place = ["mission_code", "site_code", "area_code"]
    places = site_gaps(
        dimension_gaps(world.answers, by=place),
        world.dimension_weights,
        by=place,
        floor=limits.floor,
        coverage_needed=limits.coverage_needed,
        dimensions_needed=limits.dimensions_needed,
    )
    places = places.assign(gap=places[COLUMN_OF_MEAN[world.mean]]).merge(
        world.answers[["site_code", "served"]].drop_duplicates(), on="site_code"
    )
    rows = mission_gaps(
        places, by=KEY, large_gap=limits.large_gap, coverage_needed=limits.coverage_needed
    )
    pressure = threat_pressure(
        world.severities,
        world.relevance,
        reference.table("threats"),
        missions=MISSIONS,
        relevance_top=reference.parameter("relevance_top"),
    )
    mandate = world.mandate.rename(columns={"relevance": "mandate_relevance"})
    rows = rows.merge(pressure[[*KEY, "pressure"]], on=KEY, how="left")
    rows = rows.merge(mandate[[*KEY, "mandate_relevance"]], on=KEY, how="left")
    return priorities(rows.sort_values(KEY, ignore_index=True), world.weights)


def _intervals(rows: pd.DataFrame, seen: World, fixed: Assumptions, chance: Chance) -> pd.DataFrame:
    """The rank interval of each row, made as the product makes it."""
    draws = gap_draws(seen.answers, seen.dimension_weights, assumptions=fixed, chance=chance)
    pressures = pressure_draws(
        rows,
        seen.severities,
        seen.relevance,
        reference.table("threats"),
        relevance_top=reference.parameter("relevance_top"),
        noise=threat_noise(),
        chance=chance,
    )
    drawn = priority_draws(
        rows,
        matched(rows, draws.rows, draws.gaps),
        matched(rows, draws.rows, draws.exposures),
        pressures,
        weights=seen.weights,
        weight_noise=fixed.weight_noise,
        chance=chance,
    )
    names = ("interval_low", "interval_high", "top_k", "tier_robust", "tier_contested")
    limits = Limits(**{name: reference.parameter(name) for name in names})
    return stability(rows, drawn, limits=limits)


if __name__ == "__main__":
    share = coverage(worlds=60, draw_count=1000)
    print(f"90 % rank intervals contain the true rank in {100 * share:.1f} % of cases.")
