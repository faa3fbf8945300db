"""Which conditions clash where no choice of options meets them all?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from unpol_data.scoring.portfolio import Conditions, least_cost

BUDGET, MUST, MUST_NOT, AT_LEAST, GATE, PARENTS, EXCLUSIVE = (
    "budget",
    "must",
    "must_not",
    "at_least",
    "gate",
    "parents",
    "exclusive",
)


@dataclass(frozen=True)
class Condition:
    """One condition: its kind, and the code it is about (option, mission or gate; budget: none).

    Of an exclusive group `about` has the option codes with a blank between.
    """

    kind: str
    about: str = ""


def clash(options: pd.DataFrame, *, budget: float, conditions: Conditions) -> tuple[Condition, ...]:
    """The conditions that cannot all be met; empty where they can.

    None of them can be left out of the clash: drop any one of these and the others can be met.
    `options` as for portfolio, with closed_gates, the codes of the gates that keep an option out.
    Conditions are dropped in the order gate, dependency, exclusion, must not, at least, must,
    budget as long as the rest still clashes, so what a planner typed is named before what is
    fixed. Method note, section 11.
    """
    kept = _all_of(options, conditions)
    if _is_met(options, budget, conditions, kept):
        return ()
    for each in list(kept):
        fewer = [condition for condition in kept if condition != each]
        if not _is_met(options, budget, conditions, fewer):
            kept = fewer
    return tuple(kept)


def _all_of(options: pd.DataFrame, conditions: Conditions) -> list[Condition]:
    gates = sorted({gate for gates in options["closed_gates"] for gate in gates})
    return [
        *(Condition(GATE, gate) for gate in gates),
        Condition(PARENTS),
        *(Condition(EXCLUSIVE, " ".join(group)) for group in conditions.exclusive),
        *(Condition(MUST_NOT, code) for code in conditions.must_not),
        *(Condition(AT_LEAST, code) for code in conditions.at_least),
        *(Condition(MUST, code) for code in conditions.must),
        Condition(BUDGET),
    ]


def _is_met(
    options: pd.DataFrame, budget: float, conditions: Conditions, kept: Sequence[Condition]
) -> bool:
    """Whether some choice meets those of the conditions that are kept."""
    of = {kind: [each.about for each in kept if each.kind == kind] for kind in (MUST, MUST_NOT)}
    closed = {each.about for each in kept if each.kind == GATE}
    needed = {each.about for each in kept if each.kind == AT_LEAST}
    groups = {each.about for each in kept if each.kind == EXCLUSIVE}
    asked = replace(
        conditions,
        must=tuple(of[MUST]),
        must_not=tuple(of[MUST_NOT]),
        at_least={code: conditions.at_least[code] for code in needed},
        exclusive=tuple(group for group in conditions.exclusive if " ".join(group) in groups),
    )
    rows = options.assign(
        is_cleared=[not closed & set(gates) for gates in options["closed_gates"]],
    )
    if Condition(PARENTS) not in kept:
        rows = rows.assign(parent_code=None)
    found = least_cost(rows, conditions=asked)
    limit = budget if Condition(BUDGET) in kept else np.inf
    return found is not None and found <= limit + 1e-6
