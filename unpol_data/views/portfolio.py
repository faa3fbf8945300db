"""What does one budget buy: which options, why not the others, and what would change that?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from unpol_data import reference
from unpol_data.scoring import firmness as scoring
from unpol_data.views.options import Options
from unpol_data.views.wanted import Wanted

FRONTIER = ["budget_usd", "cost_usd", "value", "option_count"]
# Below this a gain is no gain: sums of binary fractions are not quite equal.
DUST = 1e-9


@dataclass(frozen=True)
class Portfolio:
    """What a budget buys.

    `chosen` and `left_out`: one row per option with the columns of options.rows and total_usd
    (with programme support), most gain first; `left_out` also has why (see _reasons) and because
    (the option or the gates it is about, or empty). `clash`: the conditions that cannot all be
    met, each with kind and about, where nothing is chosen for that reason; `needed_usd` is the
    least budget that would do. value is the sum of the single gains, joint_value what the set
    gains together (both missing where conditions clash), most_value the largest value at any
    budget that was solved.

    `frontier`: one row per budget that was solved, columns FRONTIER, missing where conditions
    clash. `missions`: one row per mission in scope with option_count, total_usd and value of
    what is chosen. `gates`: one row per gate that keeps an option out, with gate_code, name,
    meaning, options (their codes), price (value more if it were open, at this budget).
    """

    budget_usd: float
    chosen: pd.DataFrame
    left_out: pd.DataFrame
    clash: tuple[Mapping[str, str], ...]
    needed_usd: float | None
    cost_usd: float
    support_usd: float
    value: float | None
    joint_value: float | None
    most_value: float
    next_usd: float
    next_value: float | None
    next_added: tuple[str, ...]
    next_dropped: tuple[str, ...]
    frontier: pd.DataFrame
    missions: pd.DataFrame
    gates: pd.DataFrame
    titles: dict[str, str]

    @property
    def total_usd(self) -> float:
        """What the chosen options cost with programme support."""
        return self.cost_usd + self.support_usd


@dataclass(frozen=True)
class Firmness:
    """How firm the choice is at the step of the draws nearest to the budget.

    `rows`: one row per option with option_code, share (of draws in which it is chosen) and
    firmness (core, borderline, exterior). Missing steps: no choice meets the conditions there.
    """

    rows: pd.DataFrame
    budget_usd: float
    draw_count: int
    draw_seed: int
    core_share: float
    exterior_share: float


def first_budget(solved: Mapping[str, Any]) -> float:
    """The budget shown first: the one nearest to portfolio_first_share of the largest.

    Of those that buy anything, where one does.
    """
    aim = reference.parameter("portfolio_first_share") * solved["budgets"][-1]["budget_usd"]
    bought = [record for record in solved["budgets"] if record.get("chosen")]
    amounts = [record["budget_usd"] for record in bought or solved["budgets"]]
    return min(amounts, key=lambda amount: abs(amount - aim))


def portfolio(
    found: Options, solved: Mapping[str, Any], *, wanted: Wanted, budget: float
) -> Portfolio:
    """What was solved for a budget, with all that is known of the options.

    `solved` is what publishing.portfolios answers, and has this budget. Method note, section 11.
    """
    support = reference.parameter("programme_support_share")
    rows = found.rows.assign(total_usd=found.rows["cost_usd"] * (1 + support))
    rows = rows.sort_values(["value", "option_code"], ascending=[False, True])
    at = _record(solved, budget)
    is_chosen = rows["option_code"].isin(at.get("chosen", ()))
    chosen, left_out = rows[is_chosen], rows[~is_chosen]
    reasons = [_reason(row, chosen, rows, wanted, budget) for row in left_out.itertuples()]
    left_out = left_out.assign(
        why=[why for why, _ in reasons], because=[because for _, because in reasons]
    )
    more = at.get("next", {"added": (), "dropped": ()})
    cost = float(chosen["cost_usd"].sum())
    return Portfolio(
        budget_usd=budget,
        chosen=chosen.reset_index(drop=True),
        left_out=left_out.reset_index(drop=True),
        clash=tuple(at.get("clash", ())),
        needed_usd=solved["needed_usd"],
        cost_usd=cost,
        support_usd=cost * support,
        value=at.get("value"),
        joint_value=at.get("joint_value"),
        most_value=max((record.get("value", 0.0) for record in solved["budgets"]), default=0.0),
        next_usd=reference.parameter("portfolio_next_usd"),
        next_value=None if "clash" in at else more["value"] - at["value"],
        next_added=tuple(more["added"]),
        next_dropped=tuple(more["dropped"]),
        frontier=_frontier(rows, solved),
        missions=_missions(rows, chosen),
        gates=_gates(rows, at),
        titles=dict(zip(rows["option_code"], rows["title"], strict=True)),
    )


def firmness(drawn: Mapping[str, Any], *, budget: float) -> Firmness | None:
    """How firm the choice is; None where conditions clash at every step of the draws.

    `drawn` is what publishing.portfolio_draws answers. Method note, section 11.
    """
    if not drawn["steps"]:
        return None
    step = min(drawn["steps"], key=lambda record: abs(record["budget_usd"] - budget))
    shares = pd.Series(step["shares"], dtype="float64")
    core, exterior = reference.parameter("core_share"), reference.parameter("exterior_share")
    kinds = scoring.firmness(shares, core_share=core, exterior_share=exterior)
    return Firmness(
        rows=pd.DataFrame(
            {
                "option_code": shares.index,
                "share": shares.to_numpy(),
                "firmness": kinds.to_numpy(),
            }
        ),
        budget_usd=step["budget_usd"],
        draw_count=drawn["draw_count"],
        draw_seed=drawn["draw_seed"],
        core_share=core,
        exterior_share=exterior,
    )


def _record(solved: Mapping[str, Any], budget: float) -> Mapping[str, Any]:
    for record in solved["budgets"]:
        if record["budget_usd"] == budget:
            return record
    known = ", ".join(f"{record['budget_usd']:.0f}" for record in solved["budgets"])
    raise ValueError(f"A budget of {budget} was not solved; there are {known}.")


def _reason(
    row: tuple, chosen: pd.DataFrame, rows: pd.DataFrame, wanted: Wanted, budget: float
) -> tuple[str, str]:
    """Why an option is not chosen, and what that is about, the first that holds of:

    gate (which gates are closed), must_not, no_gain, parent (which one is not chosen), exclusive
    (which one of its group is), too_dear (costs more than the whole budget), better_use.
    """
    if row.closed_gates:
        return "gate", " ".join(row.closed_gates)
    if row.option_code in wanted.must_not:
        return "must_not", ""
    if row.value <= DUST:
        return "no_gain" if row.is_known else "not_known", ""
    if pd.notna(row.parent_code) and row.parent_code not in set(chosen["option_code"]):
        return "parent", str(row.parent_code)
    if pd.notna(row.exclusive_group):
        rivals = chosen[chosen["exclusive_group"] == row.exclusive_group]
        if len(rivals):
            return "exclusive", str(rivals["option_code"].iloc[0])
    return ("too_dear" if row.total_usd > budget else "better_use"), ""


def _frontier(rows: pd.DataFrame, solved: Mapping[str, Any]) -> pd.DataFrame:
    totals = rows.set_index("option_code")["total_usd"]
    points = [
        {
            "budget_usd": record["budget_usd"],
            "cost_usd": totals.reindex(record["chosen"]).sum() if "chosen" in record else None,
            "value": record.get("value"),
            "option_count": len(record["chosen"]) if "chosen" in record else None,
        }
        for record in solved["budgets"]
    ]
    return pd.DataFrame(points, columns=FRONTIER).astype("float64")


def _missions(rows: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    sums = chosen.groupby("mission_code").agg(
        option_count=("option_code", "size"), total_usd=("total_usd", "sum"), value=("value", "sum")
    )
    every = sorted(rows["mission_code"].unique())
    found = sums.reindex(every).fillna(0).astype({"option_count": "int64"})
    found = found.rename_axis("mission_code").reset_index()
    order = ["total_usd", "mission_code"]
    return found.sort_values(order, ascending=[False, True], ignore_index=True)


def _gates(rows: pd.DataFrame, at: Mapping[str, Any]) -> pd.DataFrame:
    records = []
    for gate in reference.table("portfolio_gates").itertuples(index=False):
        kept_out = [gate.gate_code in gates for gates in rows["closed_gates"]]
        if not any(kept_out):
            continue
        opened = at.get("without", {}).get(gate.gate_code)
        price = None if opened is None else opened["value"] - at["value"]
        codes = tuple(rows.loc[kept_out, "option_code"])
        records.append((gate.gate_code, gate.name, gate.meaning, codes, price))
    names = ["gate_code", "name", "meaning", "options", "price"]
    return pd.DataFrame(records, columns=names)
