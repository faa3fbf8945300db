"""What are rows judged against, besides the reference data?"""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

KNOWN_SITE_COLUMNS = ("site_code", "mission_code", "site_kind", "name", "closed")


def _no_sites() -> pd.DataFrame:
    return pd.DataFrame(columns=list(KNOWN_SITE_COLUMNS), dtype="object")


@dataclass(frozen=True)
class Context:
    """The day, the mission and the sites held already.

    `mission_code` is the mission the rows are said to be of (missing where they must say
    it themselves); `known_sites` has one row per site of the store: site_code,
    mission_code, site_kind, name, closed. `reference` is the document a single table was taken
    from, as the person said beside it.
    """

    today: date
    mission_code: str | None = None
    known_sites: pd.DataFrame = field(default_factory=_no_sites)
    reference: str | None = None
