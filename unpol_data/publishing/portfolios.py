"""What does each budget buy, what would more buy, what does each gate cost, and how firm is it?

Loads SciPy when it is called: for the worker, never for a page. All it returns goes through JSON.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import ceil, log10
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.publication import Tell, quiet
from unpol_data.queries import draws
from unpol_data.scoring import stability
from unpol_data.scoring.chance import Chance
from unpol_data.views import options, priorities
from unpol_data.views.options import Options
from unpol_data.views.stability import drawn_priorities
from unpol_data.views.wanted import Wanted

# Draws that are solved at the same time, where there are so many processors.
MOST_AT_ONCE = 4


def budgets(found: Options, wanted: Wanted) -> list[float]:
    """The budgets that are solved, rising from 0 to what everything costs.

        budget i of n = total (i / n)^2, rounded up to two digits      i = 0 to n

    n is portfolio_steps x portfolio_grid, so most budgets lie where a little more money changes
    most. Everything is all that may be chosen, with programme support. Method note, section 11.
    """
    step = int(reference.parameter("portfolio_grid"))
    return _budgets(found, wanted, step * int(reference.parameter("portfolio_steps")))


def draw_budgets(found: Options, wanted: Wanted) -> list[float]:
    """Those of the budgets at which the choice is repeated over the draws; 0 is none of them."""
    return _budgets(found, wanted, int(reference.parameter("portfolio_steps")))[1:]


def _budgets(found: Options, wanted: Wanted, count: int) -> list[float]:
    may = found.rows[found.rows["is_cleared"] & ~found.rows["option_code"].isin(wanted.must_not)]
    total = may["cost_usd"].sum() * (1 + reference.parameter("programme_support_share"))
    return sorted({_rounded_up(total * place**2 / count**2) for place in range(count + 1)})


def _rounded_up(amount: float) -> float:
    """The next larger number of two digits and zeros; cents do not count."""
    if amount < 1:
        return 0.0
    unit = 10 ** max(int(log10(amount)) - 1, 0)
    return float(ceil(round(amount / unit, 6)) * unit)


def portfolios(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    wanted: Wanted,
    budget: float | None = None,
    tell: Tell = quiet,
) -> dict[str, Any]:
    """The exact choice at every budget, and at `budget` where it is none of them.

    `budgets`: one record per budget, rising: budget_usd, chosen (option codes), value (sum of
    the single values), joint_value (of the set together), next (the choice with portfolio_next_usd
    more, as added, dropped and value) and without (by gate that keeps something out: value and
    chosen if it were open); or, where no choice meets the conditions, clash: which clash.
    `needed_usd`: the least budget that meets the conditions; missing where none does.
    """
    from unpol_data.scoring import portfolio as solver  # brings SciPy, so only when it is needed

    tell("Reading what the options gain", 0.1)
    found = options.options(connection, chosen, viewer, wanted=wanted)
    conditions = _conditions(found.rows, wanted)
    asked = sorted({*budgets(found, wanted), *([] if budget is None else [float(budget)])})
    needed = solver.least_cost(found.rows, conditions=conditions)
    solved = []
    for place, amount in enumerate(asked):
        tell(f"Solving for USD {amount:,.0f}", 0.15 + 0.85 * place / len(asked))
        if needed is None or needed > amount + solver.ROOM:
            solved.append({"budget_usd": amount, "clash": _clash(found.rows, amount, conditions)})
        else:
            solved.append({"budget_usd": amount} | _at(found, amount, conditions))
    return {"budgets": solved, "needed_usd": needed}


def portfolio_draws(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    wanted: Wanted,
    budget: float | None = None,
    tell: Tell = quiet,
) -> dict[str, Any]:
    """How often each option is chosen over the draws, at each budget step; or at `budget` alone.

    `steps`: one record per budget with budget_usd and shares (by option_code, 0-1), without those
    at which conditions clash. The values are those of drawn_values. Method note, section 11.
    """
    from unpol_data.scoring import portfolio as solver  # brings SciPy, so only when it is needed

    tell("Reading what the options gain", 0.02)
    found = options.options(connection, chosen, viewer, wanted=wanted)
    conditions = _conditions(found.rows, wanted)
    tell("Reading the draws", 0.04)
    values = drawn_values(connection, chosen, viewer, found)
    needed = solver.least_cost(found.rows, conditions=conditions)
    steps = [
        amount
        for amount in (draw_budgets(found, wanted) if budget is None else [float(budget)])
        if needed is not None and needed <= amount + solver.ROOM
    ]
    asked = solver.system(found.rows, conditions)
    codes = found.rows["option_code"]
    drawn = shares(asked, values, steps, tell=tell) if steps else np.empty((0, len(codes)))
    return {
        "steps": [
            {"budget_usd": amount, "shares": dict(zip(codes, share.tolist(), strict=True))}
            for amount, share in zip(steps, drawn, strict=True)
        ],
        "draw_count": values.shape[1],
        "draw_seed": int(reference.parameter("draw_seed")),
    }


def shares(asked: Any, values: np.ndarray, steps: list[float], *, tell: Tell = quiet) -> np.ndarray:
    """The share of draws (0-1) in which each option is chosen, one row per budget step.

    `asked` is the system of scoring.portfolio, `values` has one column per draw. Draws are solved
    beside one another, each on a processor: the solver lets go of Python meanwhile.
    """
    count = values.shape[1]
    counts = np.zeros((len(steps), len(values)))
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as workers:
        solved = workers.map(lambda drawn: asked.at_budgets(drawn, steps), values.T)
        for number, chosen in enumerate(solved, start=1):
            tell(f"Repeating the choice, {number} of {count}", 0.05 + 0.95 * number / count)
            counts += chosen
    return counts / count


def drawn_values(
    connection: Connection, chosen: Filters, viewer: Viewer, found: Options
) -> np.ndarray:
    """The value of each option, one row per row of found.rows, one column per draw.

    value drawn = sum over mission and area of value x priority drawn / priority
    """
    count = int(reference.parameter("portfolio_draws"))
    rows = priorities.priorities(connection, chosen, viewer)
    rows = rows[rows["priority"] > 0].reset_index(drop=True)
    kept = draws.gap_draws(connection, chosen, viewer)
    ratios = np.ones((len(rows), count))
    if len(rows) and kept.gaps.size:
        few = replace(kept, gaps=kept.gaps[:, :count], exposures=kept.exposures[:, :count])
        chance = Chance(int(reference.parameter("draw_seed")), draw_count=few.gaps.shape[1])
        severities = priorities.severities(connection, chosen, viewer)
        drawn = drawn_priorities(rows, few, severities, chosen, chance=chance)
        ratios = np.nan_to_num(drawn / rows[["priority"]].to_numpy("float64"), nan=1.0)
    parts = found.places.groupby(["option_code", *stability.KEY])["value"].sum().reset_index()
    cells = pd.MultiIndex.from_frame(rows[stability.KEY])
    places = cells.get_indexer(pd.MultiIndex.from_frame(parts[stability.KEY]))
    moved = np.where((places >= 0)[:, None], ratios[places], 1.0) * parts[["value"]].to_numpy()
    values = np.zeros((len(found.rows), ratios.shape[1]))
    of = pd.Index(found.rows["option_code"]).get_indexer(parts["option_code"])
    np.add.at(values, of, moved)
    return values


def _conditions(rows: pd.DataFrame, wanted: Wanted):
    from unpol_data.scoring.portfolio import Conditions

    groups = rows[rows["exclusive_group"].notna()].groupby("exclusive_group")["option_code"]
    return Conditions(
        support_share=reference.parameter("programme_support_share"),
        at_least=dict(wanted.at_least),
        exclusive=tuple(tuple(codes) for _, codes in groups if len(codes) > 1),
        must=wanted.must,
        must_not=wanted.must_not,
    )


def _at(found: Options, budget: float, conditions) -> dict[str, Any]:
    """The exact choice within a budget that meets the conditions, and what would change it."""
    chosen = _chosen(found.rows, budget, conditions)
    more = _chosen(found.rows, budget + reference.parameter("portfolio_next_usd"), conditions)
    opened = {}
    for gate in reference.codes("portfolio_gates"):
        open_rows = found.rows.assign(
            is_cleared=[not set(gates) - {gate} for gates in found.rows["closed_gates"]]
        )
        if not open_rows["is_cleared"].equals(found.rows["is_cleared"]):
            codes = _chosen(open_rows, budget, conditions)
            opened[gate] = {"chosen": codes, "value": _value(found.rows, codes)}
    return {
        "chosen": chosen,
        "value": _value(found.rows, chosen),
        "joint_value": float(options.joint_places(found, chosen)["value"].sum()),
        "next": {
            "added": [code for code in more if code not in chosen],
            "dropped": [code for code in chosen if code not in more],
            "value": _value(found.rows, more),
        },
        "without": opened,
    }


def _chosen(rows: pd.DataFrame, budget: float, conditions) -> list[str]:
    from unpol_data.scoring.portfolio import portfolio

    found = portfolio(rows, budget=budget, conditions=conditions)
    return [str(code) for code in found.index[found.to_numpy(dtype=bool)]]


def _value(rows: pd.DataFrame, codes: list[str]) -> float:
    return float(rows.loc[rows["option_code"].isin(codes), "value"].sum())


def _clash(rows: pd.DataFrame, budget: float, conditions) -> list[dict[str, str]]:
    from unpol_data.scoring.portfolio_clash import clash

    found = clash(rows, budget=budget, conditions=conditions)
    return [{"kind": each.kind, "about": each.about} for each in found]
