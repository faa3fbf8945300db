"""What is said of each equipment line: beside the bars, in the table, in its sites?"""

import pandas as pd

from unpol_data.figures import formats

LINE_HEADINGS = {
    "name": "Item",
    "mission_code": "Mission",
    "required": "Required",
    "held": "Held",
    "serviceable": "Serviceable",
    "never_held": "Never held",
    "unserviceable": "Unserviceable",
    "cost": "Cost, USD",
}
ALL_HEADINGS = {
    "name": "Item",
    "mission_code": "Mission",
    "category": "Category",
    "criticality": "Criticality, 1–5",
    "required": "Required",
    "held": "Held",
    "serviceable": "Serviceable",
    "never_held": "Never held",
    "unserviceable": "Unserviceable",
    "cost_to_close_usd": "Cost to close, USD",
    "sites_short": "Sites short",
}
SITE_HEADINGS = {
    "site_name": "Site",
    "required": "Required",
    "held": "Held",
    "serviceable": "Serviceable",
    "never_held": "Never held",
    "unserviceable": "Unserviceable",
    "cost": "Cost, USD",
    "counted": "Counted",
}


def holdings(groups: pd.DataFrame, column: str) -> pd.DataFrame:
    """The groups as the chart of holdings takes them, named by a column."""
    return pd.DataFrame(
        {
            "name": groups[column],
            "required": groups["required"],
            "serviceable": groups["in_order"],
            "unserviceable": groups["unserviceable"],
            "never_held": groups["never_held"],
        }
    )


def shares(groups: pd.DataFrame, column: str) -> pd.DataFrame:
    """Serviceable of what is held, lowest first, as the chart of shares takes it."""
    rows = pd.DataFrame(
        {
            "name": groups[column],
            "share": groups["serviceable_share"],
            "whole": groups["held"],
        }
    )
    return rows.sort_values("share", ignore_index=True)


def lines(rows: pd.DataFrame) -> pd.DataFrame:
    """The lines with their cost as text, under LINE_HEADINGS."""
    return rows.assign(cost=rows["cost_to_close_usd"].map(formats.number))[list(LINE_HEADINGS)]


def sites(rows: pd.DataFrame) -> pd.DataFrame:
    """The sites of one line with cost and date as text, under SITE_HEADINGS."""
    return rows.assign(
        cost=rows["cost_to_close_usd"].map(formats.number),
        counted=rows["counted_on"].map(formats.day),
    )[list(SITE_HEADINGS)]


def names(rows: pd.DataFrame) -> dict[str, str]:
    """Lines by code, "UNMISS-patrol_vehicle": "4x4 patrol vehicle, UNMISS".

    A mission's code has no hyphen.
    """
    return {
        f"{row.mission_code}-{row.equipment_code}": f"{row.name}, {row.mission_code}"
        for row in rows.itertuples(index=False)
    }
