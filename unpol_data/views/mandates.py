"""Which mandate dates have passed or are near, so that they are signals by themselves?

They follow from mission facts, which every reader may see, and from nothing else; so they are
found when they are read, on the right day, whether or not anything was approved.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from unpol_data import reference
from unpol_data.scoring import mandate_dates

RULES = {
    "mandate_passed": mandate_dates.mandate_passed,
    "mandate_due": mandate_dates.mandate_due,
}


def signals(missions: Sequence[str], *, as_of: date, since: date) -> pd.DataFrame:
    """One row per mandate signal up to the as-of date that was not over before `since`.

    Columns mission_code, rule_code, side, horizon (both any), subject, raised_on, basis_on (the
    last day of the mandate) and resolved_on (missing while it holds).
    """
    facts = _dates(missions)
    found = [
        rule(facts, **reference.thresholds(code)).assign(rule_code=code)
        for code, rule in RULES.items()
    ]
    rows = pd.concat(found, ignore_index=True)
    over = rows["holds_to"] <= pd.Timestamp(as_of)
    rows = rows[rows["holds_from"] <= pd.Timestamp(as_of)]
    rows = rows[rows["holds_to"].isna() | (rows["holds_to"] > pd.Timestamp(since))]
    return pd.DataFrame(
        {
            "mission_code": rows["mission_code"],
            "rule_code": rows["rule_code"],
            "side": "any",
            "horizon": "any",
            "subject": "mandate",
            "raised_on": rows["holds_from"],
            "basis_on": rows["expires_on"],
            "resolved_on": rows["holds_to"].where(over),
        }
    )


def _dates(missions: Sequence[str]) -> pd.DataFrame:
    """One row per fact about the last day of a mandate; expires_on is missing where none is."""
    facts = reference.table("mission_facts")
    facts = facts[facts["fact"] == "mandate_expires_on"]
    facts = facts[facts["mission_code"].isin(list(missions))]
    expires_on = pd.to_datetime(facts["value"]).astype("datetime64[us]")
    dated_on = facts["dated_on"].astype("datetime64[us]")
    return facts[["mission_code"]].assign(dated_on=dated_on, expires_on=expires_on)
