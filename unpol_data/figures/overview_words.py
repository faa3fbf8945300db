"""What is said of each priority, each rise and each mandate date on the overview?"""

import pandas as pd

from unpol_data.figures import formats, stability_words
from unpol_data.figures.palette import NOT_APPLICABLE

WORSENED_HEADINGS = {
    "mission_code": "Mission",
    "area_name": "Area",
    "gap": "Gap now",
    "change": "Change",
}
SURE = ("high", "medium")
MISSION_HEADINGS = {
    "mission_code": "Mission",
    "host_name": "Host",
    "gap": "Gap",
    "change": "Change",
    "served": "Officers served",
    "areas": "Areas with a figure",
    "assessed": "Latest round",
}


def at_sites(priority: tuple) -> str:
    """What a priority looks like at the mission's sites.

    "6 of 9 sites have a large or critical gap; the worst is Bentiu (81)."
    """
    severe, total = int(priority.severe_count), int(priority.sites_total)
    worst = (
        ""
        if pd.isna(priority.worst_site) or pd.isna(priority.worst_points)
        else (f"{priority.worst_site} ({formats.number(priority.worst_points)})")
    )
    if total == 1:
        return f"The one site it concerns is {worst}." if worst else ""
    which = f"{severe or 'None'} of {total} sites"
    if severe == total:
        which = "Both sites" if total == 2 else f"All {total} sites"
    ending = f"; the worst is {worst}." if worst else "."
    return f"{which} {'has' if severe < 2 else 'have'} a large or critical gap{ending}"


def firmness(priority: tuple) -> str:
    """How firm a rank is, how far its figure is trusted, and sites that could not be scored.

    "Firm: rank 1–2 · high confidence · 1 site without a figure"; where no rank range is known,
    the size of the priority. Low confidence stands in a badge of its own beside these words.
    """
    unscored = int(priority.sites_total - priority.scored_count)
    parts = [
        stability_words.firm(priority) or f"Priority {formats.number(priority.priority)} of 100",
        f"{priority.confidence_class} confidence" if priority.confidence_class in SURE else "",
        f"{formats.count(unscored, 'site', 'sites')} without a figure" if unscored else "",
    ]
    return " · ".join(part for part in parts if part)


def worsened_rows(worsened: pd.DataFrame) -> pd.DataFrame:
    """One row per rise, as text: columns mission_code, area_name, change ("▲ 28 points since
    Feb 2025"), gap_class and gap_points."""
    return pd.DataFrame(
        {
            "mission_code": worsened["mission_code"],
            "area_name": worsened["area_name"],
            "gap_class": worsened["gap_class"],
            "gap_points": worsened["gap_points"],
            "change": [
                f"{formats.change_in_points(row.change_points)} since "
                f"{formats.month(row.previous_published_on)}"
                for row in worsened.itertuples(index=False)
            ],
        }
    )


def mission_rows(missions: pd.DataFrame) -> pd.DataFrame:
    """One row per mission, as text: the table twin of the map, largest gap first."""
    rows = missions.sort_values(
        ["gap_points", "mission_code"], ascending=[False, True], na_position="last"
    )
    return pd.DataFrame(
        {
            "mission_code": rows["mission_code"],
            "host_name": rows["host_name"],
            "gap_class": rows["gap_class"],
            "gap_points": rows["gap_points"],
            "change": rows["change_points"].map(formats.change_in_points),
            "served": rows["served"].map(formats.number),
            "areas": [_areas(row) for row in rows.itertuples(index=False)],
            "assessed": rows["published_on"].map(formats.day),
        }
    )


def _areas(mission: tuple) -> str:
    if mission.gap_class == NOT_APPLICABLE:
        return formats.NOT_APPLICABLE
    if pd.isna(mission.areas_total):
        return "none"
    return f"{formats.number(mission.areas_scored)} of {formats.number(mission.areas_total)}"


def known_rows(
    *, missions: pd.DataFrame, median_age_months: float | None, fresh_share: float | None
) -> pd.DataFrame:
    """One row per measure of how much is known, as text: subject and figure."""
    missions = missions[missions["gap_class"] != NOT_APPLICABLE]
    without = missions.loc[missions["gap_points"].isna(), "mission_code"].tolist()
    age = "not known"
    if median_age_months is not None:
        months = formats.count(formats.round_half_up(median_age_months), "month", "months")
        age = f"median {months}, {formats.percent(fresh_share)} fresh"
    return pd.DataFrame(
        [
            ("Missions with a figure", f"{len(missions) - len(without)} of {len(missions)}"),
            ("Missions without a figure", ", ".join(without) or "none, every mission has a figure"),
            ("Age of answers", age),
        ],
        columns=["subject", "figure"],
    )


def expired(mandate: tuple) -> str:
    """The reminder of a mandate date: "MINUSCA mandate date passed on 15 Nov 2026: verify"."""
    return (
        f"{mandate.mission_code} mandate date passed on {formats.day(mandate.expired_on)}: verify"
    )
