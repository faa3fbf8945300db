"""How long do 2,000 draws over 25,000 answers take, and how much memory?

Printed by `python -m tests.benchmarks.drawing`.
"""

import resource
import time

import numpy as np
import pandas as pd

from unpol_data import reference
from unpol_data.publishing.drawing import assumptions
from unpol_data.publishing.rules import rules_in_force
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.draws import gap_draws

SITES_PER_MISSION = 13


def answers(count: int, *, seed: int = 1) -> pd.DataFrame:
    """So many made-up answers of one side, over all missions; a seventh of them unknown."""
    rng = np.random.default_rng(seed)
    items = reference.table("framework").query("side != 'host_state'")
    keys = pd.MultiIndex.from_product(
        [reference.codes("missions"), range(SITES_PER_MISSION)], names=["mission_code", "site"]
    ).to_frame(index=False)
    columns = ["item_code", "area_code", "dimension_code", "weight"]
    rows = keys.merge(items[columns], how="cross").iloc[:count]
    unknown = rng.uniform(size=len(rows)) < 1 / 7
    return rows.assign(
        site_code=rows["mission_code"] + "-" + rows["site"].astype(str),
        side="unpol",
        served=100.0,
        state=np.where(unknown, "unknown", "answered"),
        attainment=np.where(unknown, np.nan, rng.uniform(size=len(rows))),
        confidence=np.where(unknown, np.nan, rng.uniform(size=len(rows))),
    )


def measured(*, answer_count: int, draw_count: int) -> tuple[int, float, float]:
    """How many answers there were, the seconds they took, and the megabytes they added."""
    rules, rows = rules_in_force(), answers(answer_count)
    weights, fixed = rules.tables.dimension_weights, assumptions(rules)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    gap_draws(rows, weights, assumptions=fixed, chance=Chance(1, draw_count=draw_count))
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return len(rows), seconds, (after - before) / 1024


if __name__ == "__main__":
    runs = [measured(answer_count=25_000, draw_count=2000) for _ in range(3)]
    counts, seconds, megabytes = zip(*runs, strict=True)
    print(
        f"2,000 draws over {counts[0]:,} answers: {min(seconds):.2f} s, the best of three, "
        f"and {max(megabytes):.0f} MB more (targets 2 s and 150 MB)."
    )
