"""How hard do crime threats press on each capability of a mission?"""

from collections.abc import Sequence

import pandas as pd


def severity_of_level(levels: pd.Series, *, top: float) -> pd.Series:
    """Severity 0-1 of a mission's own rating of 0 to `top`. Method note, section 8."""
    return levels.astype("float64") / top


def severity_of_index(scores: pd.Series, *, low: float, high: float) -> pd.Series:
    """Severity 0-1 of an Organized Crime Index score of `low` to `high`. Method note, section 8."""
    return (scores.astype("float64") - low) / (high - low)


def threat_pressure(
    severities: pd.DataFrame,
    relevance: pd.DataFrame,
    threats: pd.DataFrame,
    *,
    missions: Sequence[str],
    relevance_top: float,
    chosen: Sequence[str] = (),
) -> pd.DataFrame:
    """Threat pressure on each capability of each mission: 0 none, 1 every threat at its worst.

        pressure = sum(theta T R) / sum(theta R)   over the threats with a severity
        pressure = sum(theta T R) / sum(theta)     over the chosen ones with a severity

    Threats are chosen to ask what matters against them, so the relevance R of the capability
    must not cancel out: of one chosen threat, pressure = T R. `severities` has mission_code,
    threat_code and severity (T, 0-1); `relevance` has threat_code, area_code and
    relevance_thirds (R x relevance_top) for each pair; `threats` has threat_code and theta. No
    chosen threat means all. One row per mission and area comes back. coverage_share is the share
    of theta R that has a severity. A threat nobody rated is missing, not 0: it leaves both sums.
    Where none that bears on the capability is left pressure is missing; where no chosen threat
    bears on it coverage_share is missing too. Method note, section 8.
    """
    keys = ["mission_code", "area_code"]
    bearing = _bearing(relevance, threats, relevance_top, chosen)
    rows = _pressing(bearing, severities, missions).sort_values([*keys, "threat_code"])
    areas = sorted(relevance["area_code"].unique())
    every = pd.MultiIndex.from_product([list(missions), areas], names=keys)
    names = ["bearing", "rated", "counted", "pressing"]
    sums = rows.groupby(keys)[names].sum().astype("float64")
    sums = sums.reindex(every, fill_value=0.0)
    return pd.DataFrame(
        {
            "pressure": sums["pressing"] / sums["counted"].where(sums["rated"] > 0),
            "coverage_share": sums["rated"] / sums["bearing"].where(sums["bearing"] > 0),
        }
    ).reset_index()


def _pressing(
    bearing: pd.DataFrame, severities: pd.DataFrame, missions: Sequence[str]
) -> pd.DataFrame:
    """One row per mission, threat and area: theta R, what of rated threats counts, theta T R."""
    scope = pd.DataFrame({"mission_code": pd.Series(list(missions), dtype="str")})
    rows = scope.merge(bearing, how="cross")
    rated = severities[["mission_code", "threat_code", "severity"]]
    rows = rows.merge(rated, on=["mission_code", "threat_code"], how="left")
    for name, of in (("rated", "bearing"), ("counted", "counting")):
        rows[name] = rows[of].where(rows["severity"].notna(), 0.0)
    rows["pressing"] = (rows["bearing"] * rows["severity"]).fillna(0.0)
    return rows


def _bearing(
    relevance: pd.DataFrame, threats: pd.DataFrame, relevance_top: float, chosen: Sequence[str]
) -> pd.DataFrame:
    """One row per threat and area: theta R, and what of it counts below the line."""
    rows = relevance.merge(threats[["threat_code", "theta"]], on="threat_code")
    if chosen:
        rows = rows[rows["threat_code"].isin(list(chosen))]
    theta = rows["theta"].astype("float64")
    bearing = theta * rows["relevance_thirds"].astype("float64") / relevance_top
    return rows[["threat_code", "area_code"]].assign(
        bearing=bearing, counting=theta if chosen else bearing
    )
