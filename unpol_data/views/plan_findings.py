"""What has to be acted on in the plan of visits, the most pressing first?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from unpol_data.scoring import budget as scoring

DAY = pd.Timedelta(days=1)
OPEN = ("planned", "under_way")
VISIT = ["visit_code", "mission_code", "modality", "state", "planned_from"]
# What only who sees every visit and budget line can be told.
OF_THE_WHOLE = ("over_budget", "money_lasts", "money_ends", "beyond_the_plan", "first_out")


@dataclass(frozen=True)
class Finding:
    """Something to act on: which `kind`, and the values that its sentence names."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)


def findings(
    visits: pd.DataFrame,
    totals: dict[str, Any],
    filed: pd.DataFrame,
    *,
    on: date,
    last_on: date | None,
) -> tuple[Finding, ...]:
    """What to act on, the most pressing first: money, time, late visits, late assessments.

    `filed`: visit_code of made visits, with filed (bool) and due_on.
    """
    found: list[Finding] = []
    money = {name: totals[name] for name in ("left_usd", "each_usd", "lasts", "lacking_usd")}
    if totals["left_usd"] < 0:
        found.append(Finding("over_budget", money))
    elif totals["each_usd"] is not None:
        found.append(Finding("money_lasts" if totals["lasts"] else "money_ends", money))
    day = pd.Timestamp(on)
    late = ((visits["state"] == "planned") & (visits["planned_from"] < day)) | (
        (visits["state"] == "under_way") & (visits["planned_to"] < day)
    )
    found += [Finding("overdue", row) for row in visits[late][VISIT].to_dict("records")]
    if last_on is not None:
        beyond = visits["state"].isin(OPEN) & (visits["planned_to"] > pd.Timestamp(last_on))
        named = {"missions": visits.loc[beyond, "mission_code"].tolist(), "last_on": last_on}
        found += [Finding("beyond_the_plan", named)] if beyond.any() else []
    time = time_left(visits, on=on, last_on=last_on)
    first = scoring.runs_out_first(totals["lasts"], time)
    found += [Finding("first_out", {"first": first, "time": time, **money})] if first else []
    unfiled = filed[~filed["filed"] & (filed["due_on"] < day)]
    found += [Finding("unfiled", row) for row in unfiled.to_dict("records")]
    return tuple(found)


def time_left(visits: pd.DataFrame, *, on: date, last_on: date | None) -> int | None:
    """How many further visits fit into the days that the planned ones leave, one at a time."""
    if last_on is None:
        return None
    made = visits[visits["state"] == "made"]
    each = ((made["made_to"] - made["made_from"]) / DAY + 1).mean() if len(made) else None
    still = visits[visits["state"].isin(OPEN)]
    begun = still["planned_from"].clip(lower=pd.Timestamp(on) + DAY)
    taken = ((still["planned_to"] - begun) / DAY + 1).clip(lower=0).sum()
    return scoring.further((last_on - on).days - float(taken), each)
