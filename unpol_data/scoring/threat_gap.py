"""How large are the gaps against one crime threat, over the missions that face it?"""

import pandas as pd

from unpol_data.scoring.coverage import is_enough
from unpol_data.scoring.means import weighted_means

KEYS = ["threat_code", "area_code"]


def threat_gaps(
    gaps: pd.DataFrame, severities: pd.DataFrame, *, coverage_needed: float
) -> pd.DataFrame:
    """Gap of each capability against each threat: 0 requirement met, 1 nothing there.

        gap            = sum(T gap) / sum(T)         over the missions with a figure
        coverage_share = sum(T there) / sum(T)       over all missions that rated the threat

    `gaps` has mission_code, area_code and gap; `severities` has mission_code, threat_code
    and severity (T, 0-1). Severity is the only weight. One row per rated threat and area
    comes back, with mission_count (missions with a figure that are under this threat) and
    is_present (whether any mission rated it above 0). Missions that did not rate the threat
    are left out. Where the figures carry less than coverage_needed of the severity the gap
    is missing, and where the threat is absent everywhere the coverage is missing too.
    Method note, sections 3, 4 and 8.
    """
    rated = severities[severities["severity"].notna()]
    rows = rated[["mission_code", "threat_code", "severity"]].merge(
        gaps[["mission_code", "area_code", "gap"]], on="mission_code"
    )
    rows = rows.assign(there=rows["gap"].notna().astype("float64"))
    means = weighted_means(rows, ["gap", "there"], weight="severity", by=KEYS)
    pressed = rows[(rows["severity"] > 0) & rows["gap"].notna()]
    return pd.DataFrame(
        {
            "gap": means["gap"].where(is_enough(means["there"], coverage_needed)),
            "coverage_share": means["there"],
            "mission_count": pressed.groupby(KEYS).size().reindex(means.index, fill_value=0),
            "is_present": rows.groupby(KEYS)["severity"].max() > 0,
        }
    ).reset_index()
