"""Does the money of the plan last, and what would one more visit cost?"""

import pandas as pd

AMOUNTS = ("budgeted_usd", "committed_usd", "spent_usd")
# Sums of floating-point numbers are compared after rounding off their noise.
DECIMALS = 6


def with_expected(lines: pd.DataFrame) -> pd.DataFrame:
    """The same lines with committed_usd and expected_usd: what each will have cost, in USD.

        committed = max(committed, spent)
        expected  = committed, where anything is; else budgeted, unless the visit is cancelled

    `lines` has one row per budget line with the AMOUNTS and `cancelled`. Where nothing is said
    nothing is booked, so 0; a budget nobody stated is not known, and nor is what is expected of
    it until something is booked.
    """
    amounts = lines[list(AMOUNTS)].astype("float64")
    amounts = amounts.assign(**amounts[["committed_usd", "spent_usd"]].fillna(0.0))
    committed = amounts[["committed_usd", "spent_usd"]].max(axis=1)
    open_usd = amounts["budgeted_usd"].where(~lines["cancelled"].astype(bool), 0.0)
    expected = committed.where(committed > 0, open_usd)
    return lines.assign(**amounts).assign(committed_usd=committed, expected_usd=expected)


def with_support(usd: float, share: float) -> float:
    """An amount and the programme support on it, in USD: usd (1 + share)."""
    return usd * (1 + share)


def cost_of_one(visits: pd.DataFrame) -> float | None:
    """What a visit has cost on average, in USD: the mean of the visits made.

    `visits` has one row per visit with `made`, spent_usd and committed_usd; of a visit of which
    nothing is spent yet, what is committed counts. Visits without any cost are left out. None
    where none is left.
    """
    made = visits[visits["made"].astype(bool)]
    cost = made["spent_usd"].where(made["spent_usd"] > 0, made["committed_usd"])
    cost = cost[cost > 0]
    return float(cost.mean()) if len(cost) else None


def further(left: float, each: float | None) -> int | None:
    """How many more visits fit into what is left, of money or of days; None where not known."""
    if each is None or each <= 0:
        return None
    return max(0, int(round(left / each, DECIMALS)))


def lacking(left: float, each: float) -> float:
    """What is missing for one more; 0 where it fits."""
    return max(0.0, each - left)


def runs_out_first(money: int | None, time: int | None) -> str:
    """ "money" or "time", whichever allows fewer further visits; "both" alike, "" not known."""
    if money is None or time is None:
        return ""
    if money == time:
        return "both"
    return "money" if money < time else "time"
