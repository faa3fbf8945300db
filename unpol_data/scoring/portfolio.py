"""Which options does a budget buy, so that most is gained?

Only the worker imports this module, when it needs it: the exact solver is SciPy's, which the web
process must not load, and it prints to standard output.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

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


@dataclass(frozen=True)
class System:
    """Every condition on a choice, built once for as many values and budgets as are asked.

    `rows` times the choice (1 chosen, 0 not) lies between `least` and `most`; the first row holds
    what each option costs with support and has no limit until there is a budget. `low` and
    `high` are the least and the most of each option; where low exceeds high there is no choice.
    """

    codes: np.ndarray
    rows: np.ndarray
    least: np.ndarray
    most: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @property
    def costs(self) -> np.ndarray:
        """What each option costs with programme support, in USD."""
        return self.rows[0]

    def chosen(self, objective: np.ndarray, *, budget: float = np.inf) -> np.ndarray | None:
        """Whether each option is in the choice with the smallest objective; None: there is none.

        Solved exactly: the best found is only answered once it is proven that none is better.
        """
        if (self.low > self.high).any():
            return None
        most = self.most.copy()
        most[0] = budget + ROOM
        if not len(self.codes):
            return None if (self.least > 0).any() else np.array([], dtype=bool)
        found = milp(
            objective,
            constraints=LinearConstraint(self.rows, self.least, most),
            integrality=np.ones(len(self.codes)),
            bounds=Bounds(self.low, self.high),
            options={"mip_rel_gap": 0.0},
        )
        return None if found.x is None else found.x > HALF

    def at_budgets(self, values: np.ndarray, budgets: Sequence[float]) -> np.ndarray:
        """Whether each option is in the choice with the largest sum of values, a row per budget.

        The budgets rise, and each allows some choice. From the largest down: a choice that a
        smaller budget pays for as well is its choice.
        """
        chosen = np.zeros((len(budgets), len(values)), dtype=bool)
        spent = np.inf
        for place in reversed(range(len(budgets))):
            if spent > budgets[place] + ROOM:
                found = self.chosen(-values, budget=budgets[place])
                if found is None:
                    raise NoPortfolio(_none_within(budgets[place]))
                spent = self.costs[found].sum()
            chosen[place] = found
        return chosen


def system(options: pd.DataFrame, conditions: Conditions) -> System:
    """The conditions on a choice among these options; `options` as for portfolio."""
    codes = options["option_code"].to_numpy(dtype=object)
    chosen = options["is_cleared"].to_numpy(dtype=bool) & ~np.isin(codes, conditions.must_not)
    low = np.isin(codes, conditions.must).astype(float)
    limits = [(_costs(options, conditions), -np.inf, np.inf), *_parents(options)]
    limits += [(np.isin(codes, group), -np.inf, 1) for group in conditions.exclusive]
    for mission_code, count in conditions.at_least.items():
        limits.append(((options["mission_code"] == mission_code).to_numpy(), count, np.inf))
    # What must be in and is no option at all: a sum of nothing that is to be 1.
    unknown = set(conditions.must) - set(codes)
    limits += [(np.zeros(len(codes)), 1, np.inf) for _ in unknown]
    rows, least, most = zip(*limits, strict=True)
    return System(
        codes=codes,
        rows=np.vstack(rows).astype(float),
        least=np.array(least, dtype=float),
        most=np.array(most, dtype=float),
        low=low,
        high=chosen.astype(float),
    )


def portfolio(options: pd.DataFrame, *, budget: float, conditions: Conditions) -> pd.Series:
    """Whether each option is chosen, by option_code: the choice with the largest sum of values.

    `options` has option_code, mission_code, value, cost_usd, parent_code (missing: none) and
    is_cleared (False: a gate keeps it out). Costs with support stay within the budget; an option
    is only chosen together with its parent. Solved exactly. Raises NoPortfolio where no choice
    meets the conditions. Method note, section 11.
    """
    values = options["value"].to_numpy("float64")
    found = system(options, conditions).chosen(-values, budget=budget)
    if found is None:
        raise NoPortfolio(_none_within(budget))
    return pd.Series(found, index=options["option_code"].to_numpy())


def least_cost(options: pd.DataFrame, *, conditions: Conditions) -> float | None:
    """What the cheapest choice that meets the conditions costs, with support; None: there is none.

    Method note, section 11.
    """
    asked = system(options, conditions)
    found = asked.chosen(asked.costs)
    return None if found is None else float(asked.costs[found].sum())


def _none_within(budget: float) -> str:
    return f"Within USD {budget:,.0f} no choice of options meets all conditions."


def _costs(options: pd.DataFrame, conditions: Conditions) -> np.ndarray:
    return options["cost_usd"].to_numpy("float64") * (1 + conditions.support_share)


def _parents(options: pd.DataFrame) -> Iterator[tuple[np.ndarray, float, float]]:
    """For each option with a parent: it less its parent is 0 at most."""
    codes = list(options["option_code"])
    for place, parent in enumerate(options["parent_code"]):
        if pd.isna(parent):
            continue
        row = np.zeros(len(codes))
        row[place] = 1
        if parent in codes:
            row[codes.index(parent)] = -1
        yield row, -np.inf, 0
