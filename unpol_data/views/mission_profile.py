"""What is publicly known of a mission and of its host State, from when, and by whom?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from unpol_data import reference


@dataclass(frozen=True)
class Profile:
    """Public, sourced facts; none of them enters a figure.

    `facts`: one row per fact of mission_facts, with fact, value (missing: not found), dated_on,
    is_verified, has_passed (a mandate date before the as-of date), source. `context`: one row per
    indicator of the host State, with indicator, year and value (the newest not after the as-of
    date), first_year and first_value (the oldest kept), source.
    """

    name: str
    host_name: str
    host_short_name: str
    hq_name: str
    since_year: int | None
    facts: pd.DataFrame
    context: pd.DataFrame


def profile(mission_code: str, *, as_of: date) -> Profile:
    """The mission's profile; facts and context are empty where none is known."""
    missions = reference.table("missions").set_index("mission_code")
    known = missions.loc[mission_code]
    since = known["since_year"]
    return Profile(
        name=known["name"],
        host_name=known["host_name"],
        host_short_name=known["host_short_name"],
        hq_name=known["hq_name"],
        since_year=None if pd.isna(since) else int(since),
        facts=_facts(mission_code, as_of),
        context=_context(known["host_iso3"], as_of),
    )


def _facts(mission_code: str, as_of: date) -> pd.DataFrame:
    facts = reference.table("mission_facts")
    facts = facts[facts["mission_code"] == mission_code]
    is_date = facts["fact"] == "mandate_expires_on"
    expires = pd.to_datetime(facts["value"].where(is_date), errors="coerce")
    return facts.assign(
        is_verified=facts["verified"] == "yes",
        has_passed=expires < pd.Timestamp(as_of),
    ).reset_index(drop=True)


def _context(host_iso3: str | None, as_of: date) -> pd.DataFrame:
    context = reference.table("host_context")
    here = (context["iso3"] == host_iso3) & (context["year"] <= as_of.year)
    context = context[here].sort_values(["indicator", "year"])
    newest = context.drop_duplicates("indicator", keep="last")
    oldest = context.drop_duplicates("indicator")[["indicator", "year", "value"]]
    oldest = oldest.rename(columns={"year": "first_year", "value": "first_value"})
    return newest.merge(oldest, on="indicator", how="left")
