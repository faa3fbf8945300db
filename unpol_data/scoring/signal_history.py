"""Is a signal that holds today the one of yesterday, and which of yesterday's are resolved?"""

import pandas as pd

KEY = ["rule_code", "side", "horizon", "subject"]
SUBJECT = ["site_code", "threat_code", "area_code", "area_codes"]


def continued(held: pd.DataFrame, found: pd.DataFrame, *, on: pd.Timestamp) -> pd.DataFrame:
    """The signals of a period that begins on a day, given those that held the day before.

    `held` has one row per signal that held, with KEY, SUBJECT, basis_on and raised_on; `found`
    one row per KEY with the columns of signals.COLUMNS. A signal that holds keeps its raised_on
    as long as it rests on the same basis; otherwise it is raised anew, on the day or, where it
    will hold only later, on holds_from. One that held and holds no more comes back with
    holds False and the figures of now, or with missing figures where nothing is known of its
    subject any more. Method note, section 14.
    """
    on = pd.Timestamp(on)
    holding = found[found["holds"]]
    starts = holding["holds_from"].fillna(on)
    before = held[[*KEY, "basis_on", "raised_on"]]
    rows = holding.assign(starts=starts).merge(before, how="left", on=[*KEY, "basis_on"])
    goes_on = rows["raised_on"].notna() & (rows["starts"] <= on)
    raised_on = rows["raised_on"].where(goes_on, rows["starts"].where(rows["starts"] > on, on))
    rows = rows.assign(raised_on=raised_on)
    kept = pd.concat([rows.drop(columns="starts"), _resolved(held, rows, found)])
    return kept.drop(columns=["holds_from", "value_on"]).reset_index(drop=True)


def _resolved(held: pd.DataFrame, going_on: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """What held before and is not among what holds, with the figures found of it now."""
    name = [*KEY, "raised_on"]
    still = held[name].merge(going_on[name], how="left", on=name, indicator=True)["_merge"]
    ended = held[(still == "left_only").to_numpy()]
    figures = found.drop(columns=["holds", "basis_on", *SUBJECT])
    figures = figures.assign(value=figures["value_on"].fillna(figures["value"]))
    ended = ended[[*name, "basis_on", *SUBJECT]].merge(figures, how="left", on=KEY)
    return ended.assign(holds=False)
