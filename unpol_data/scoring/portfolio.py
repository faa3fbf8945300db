"""Which options does a budget buy, so that most is gained?

Only the worker imports this module, when it needs it: the exact solver is SciPy's, which the web
process must not load, and it prints to standard output.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

CORE, BORDERLINE, EXTERIOR = "core", "borderline", "exterior"
# The solver answers with numbers near 0 and 1, and sums of cents need a little room.
HALF, ROOM = 0.5, 1e-6


class NoPortfolio(ValueError):
    """No choice of options meets all the conditions; see portfolio_clash for which clash."""


@dataclass(frozen=True)
class Conditions:
    """What a choice has to meet besides the budget.

    `support_share`: programme support on top of each cost (0.13). `at_least`: options needed for
    a mission, by its code. `exclusive`: groups of option codes of which one at most is chosen.
    `must` and `must_not`: option codes that are chosen, or not, whatever they gain.
    """

    support_share: float
    at_least: Mapping[str, int]
    exclusive: tuple[tuple[str, ...], ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


def option_values(options: pd.DataFrame, gains: pd.DataFrame) -> pd.Series:
    """What each option is expected to gain, 0 or more, by option_code.

        value = P_tech P_adopt sum(n I dG)     over the sites and capabilities it improves

    `options` has option_code, tech_share and adopt_share (0-1); `gains` one row per option, site
    and area with served (n), importance (I, 0-1) and gap_gain (dG, 0-1). A gain of which any of
    the three is missing counts nothing: nobody knows it. Method note, section 11.
    """
    gained = (gains["served"] * gains["importance"] * gains["gap_gain"]).fillna(0.0)
    sums = gained.groupby(gains["option_code"]).sum()
    by_code = options.set_index("option_code")
    return by_code["tech_share"] * by_code["adopt_share"] * sums.reindex(by_code.index).fillna(0.0)


def portfolio(options: pd.DataFrame, *, budget: float, conditions: Conditions) -> pd.Series:
    """Whether each option is chosen, by option_code: the choice with the largest sum of values.

    `options` has option_code, mission_code, value, cost_usd, parent_code (missing: none) and
    is_cleared (False: a gate keeps it out). Costs with support stay within the budget; an option
    is only chosen together with its parent. Solved exactly. Raises NoPortfolio where no choice
    meets the conditions. Method note, section 11.
    """
    if options.empty and not conditions.must and not any(conditions.at_least.values()):
        return pd.Series(dtype=bool)
    found = _solved(options, -options["value"].to_numpy("float64"), budget, conditions)
    if found is None:
        raise NoPortfolio(f"Within USD {budget:,.0f} no choice of options meets all conditions.")
    return pd.Series(found, index=options["option_code"].to_numpy())


def least_cost(options: pd.DataFrame, *, conditions: Conditions) -> float | None:
    """What the cheapest choice that meets the conditions costs, with support; None: there is none.

    Method note, section 11.
    """
    costs = _costs(options, conditions)
    found = _solved(options, costs, np.inf, conditions)
    return None if found is None else float(costs[found].sum())


def frontier(
    options: pd.DataFrame, *, budgets: Sequence[float], conditions: Conditions
) -> pd.DataFrame:
    """One row per budget, in the given order: value gained, cost_usd with support, option_count.

    Missing where no choice meets the conditions within the budget.
    """
    rows = []
    for budget in budgets:
        try:
            chosen = portfolio(options, budget=budget, conditions=conditions).to_numpy()
        except NoPortfolio:
            rows.append({"budget_usd": budget})
            continue
        costs = options.loc[chosen, "cost_usd"] * (1 + conditions.support_share)
        gained = {"value": options.loc[chosen, "value"].sum(), "cost_usd": costs.sum()}
        rows.append({"budget_usd": budget, **gained, "option_count": int(chosen.sum())})
    columns = ["budget_usd", "value", "cost_usd", "option_count"]
    return pd.DataFrame(rows, columns=columns)


def firmness(chosen: np.ndarray, *, core_share: float, exterior_share: float) -> pd.Series:
    """How firm the choice of each option is over the draws: core, borderline or exterior.

    `chosen` has one row per option and one column per draw, True where it was chosen. Core from
    core_share of the draws on, exterior up to exterior_share. Method note, section 11.
    """
    share = np.asarray(chosen, dtype=float).mean(axis=1)
    return firmness_of(share, core_share=core_share, exterior_share=exterior_share)


def firmness_of(share: np.ndarray, *, core_share: float, exterior_share: float) -> pd.Series:
    """The same from the share of draws in which each option was chosen."""
    found = np.where(share >= core_share, CORE, np.where(share <= exterior_share, EXTERIOR, ""))
    return pd.Series(np.where(found == "", BORDERLINE, found))


def _costs(options: pd.DataFrame, conditions: Conditions) -> np.ndarray:
    return options["cost_usd"].to_numpy("float64") * (1 + conditions.support_share)


def _solved(
    options: pd.DataFrame, objective: np.ndarray, budget: float, conditions: Conditions
) -> np.ndarray | None:
    """Whether each option is in the choice with the smallest objective; None: there is none."""
    codes = options["option_code"]
    low = codes.isin(conditions.must).to_numpy("float64")
    high = options["is_cleared"].astype(bool) & ~codes.isin(conditions.must_not)
    high = high.to_numpy("float64")
    if set(conditions.must) - set(codes) or (low > high).any():
        return None
    if options.empty:
        return None if any(conditions.at_least.values()) else np.array([], dtype=bool)
    found = milp(
        objective,
        constraints=_limits(options, budget, conditions),
        integrality=np.ones(len(options)),
        bounds=Bounds(low, high),
        options={"mip_rel_gap": 0.0},
    )
    return None if found.x is None else found.x > HALF


def _limits(options: pd.DataFrame, budget: float, conditions: Conditions) -> LinearConstraint:
    """Every condition as a row of one system: lower <= row choice <= upper."""
    codes = list(options["option_code"])
    rows = [_costs(options, conditions)]
    low, high = [-np.inf], [budget + ROOM]
    for place, parent in enumerate(options["parent_code"]):
        if pd.isna(parent):
            continue
        row = np.zeros(len(codes))
        row[place] = 1
        if parent in codes:
            row[codes.index(parent)] = -1
        rows.append(row)
        low.append(-np.inf)
        high.append(0)
    for group in conditions.exclusive:
        rows.append(np.isin(codes, group).astype(float))
        low.append(-np.inf)
        high.append(1)
    for mission_code, count in conditions.at_least.items():
        rows.append((options["mission_code"] == mission_code).to_numpy("float64"))
        low.append(count)
        high.append(np.inf)
    return LinearConstraint(np.vstack(rows), low, high)
