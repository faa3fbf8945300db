"""Which mandate dates have passed, or will soon?

Both rules need no assessment: they follow from dated facts alone. Method note, section 14.
"""

import pandas as pd

KEY = ["mission_code", "expires_on", "holds_from", "holds_to"]


def mandate_passed(facts: pd.DataFrame, *, days_after: float) -> pd.DataFrame:
    """One row per mandate date and the days on which it has passed.

    `facts` has one row per fact with mission_code, dated_on (missing: always known) and
    expires_on (missing: no date known). A fact is known from dated_on until the next fact of
    the mission. It has passed from `days_after` days after expires_on (holds_from) until the
    next fact is known (holds_to, missing: until now); not at all where that comes first.
    """
    rows = _known(facts)
    first = rows["expires_on"] + pd.to_timedelta(days_after, unit="D")
    return _lasting(rows.assign(holds_from=first, holds_to=rows["known_to"]))


def mandate_due(facts: pd.DataFrame, *, days_before: float) -> pd.DataFrame:
    """One row per mandate date and the days on which it is near: the `days_before` before it.

    The same columns as mandate_passed; it is near up to and including its own day.
    """
    rows = _known(facts)
    first = rows["expires_on"] - pd.to_timedelta(days_before, unit="D")
    after = rows["expires_on"] + pd.to_timedelta(1, unit="D")
    last = rows["known_to"].where(rows["known_to"] < after, after)
    return _lasting(rows.assign(holds_from=first, holds_to=last))


def _known(facts: pd.DataFrame) -> pd.DataFrame:
    """The facts with known_to, the day on which the next fact of the mission replaces each."""
    rows = facts.sort_values(["mission_code", "dated_on"], na_position="first", kind="stable")
    rows = rows.assign(known_to=rows.groupby("mission_code")["dated_on"].shift(-1))
    return rows[rows["expires_on"].notna()]


def _lasting(rows: pd.DataFrame) -> pd.DataFrame:
    """Those that hold on at least one day, from no earlier than the fact was known."""
    from_known = rows["holds_from"].where(
        rows["dated_on"].isna() | (rows["dated_on"] < rows["holds_from"]), rows["dated_on"]
    )
    rows = rows.assign(holds_from=from_known)
    lasting = rows["holds_to"].isna() | (rows["holds_from"] < rows["holds_to"])
    return rows.loc[lasting, KEY].reset_index(drop=True)
