"""How long does it take to repeat the choice among 66 options over 200 draws at 12 budgets?

Printed by `python -m tests.benchmarks.portfolios`.
"""

import time

import numpy as np
import pandas as pd

from unpol_data import reference
from unpol_data.publishing.portfolios import shares
from unpol_data.scoring.portfolio import Conditions, system

PER_MISSION = 6


def options(*, seed: int = 1) -> pd.DataFrame:
    """So many made-up options for each of eleven missions; some build on or exclude others."""
    chance = np.random.default_rng(seed)
    missions = np.repeat(reference.codes("missions")[:11], PER_MISSION)
    count = len(missions)
    return pd.DataFrame(
        {
            "option_code": [f"o{place}" for place in range(count)],
            "mission_code": missions,
            "value": chance.gamma(2, 10, count),
            "cost_usd": 1000.0 * chance.integers(3, 150, count),
            "parent_code": [f"o{place - 3}" if place % 6 == 3 else None for place in range(count)],
            "is_cleared": chance.uniform(size=count) > 0.1,
        }
    )


def measured(*, draw_count: int, step_count: int) -> tuple[int, int, float]:
    """How many options there were, how many choices were made of them, and the seconds."""
    rows, chance = options(), np.random.default_rng(2)
    groups = tuple((f"o{place}", f"o{place + 1}") for place in range(1, len(rows), PER_MISSION))
    conditions = Conditions(reference.parameter("programme_support_share"), {}, groups)
    total = rows["cost_usd"].sum() * (1 + conditions.support_share)
    steps = [total * place**2 / step_count**2 for place in range(1, step_count + 1)]
    moved = chance.uniform(0.6, 1.4, (len(rows), draw_count))
    began = time.perf_counter()
    shares(system(rows, conditions), rows[["value"]].to_numpy() * moved, steps)
    return len(rows), draw_count * step_count, time.perf_counter() - began


if __name__ == "__main__":
    count, choices, seconds = measured(
        draw_count=int(reference.parameter("portfolio_draws")),
        step_count=int(reference.parameter("portfolio_steps")),
    )
    print(f"{choices:,} exact choices among {count} options: {seconds:.1f} s (target 30 s).")
