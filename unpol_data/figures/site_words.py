"""What is said of each site: on the map, beside the bars, above the trend, in the table?"""

from typing import Protocol

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
TREND = (
    "Means of each month. Class and table rest on all measurements of the last 90 days together."
)
HEADINGS = {
    "site": "Site",
    "connectivity_class": "Class",
    "gap": "Gap",
    "held_back_by": "Held back by",
    "unpol": "UNPOL",
    "mission": "Mission",
    "kind": "Kind",
    "downlink_mbps": "Down link",
    "uplink_mbps": "Up link",
    "latency_ms": "Latency",
    "availability_pct": "Availability",
    "radio_coverage_pct": "Radio coverage",
    "power_hours_per_day": "Power",
    "measured": "Measured",
}


class SitesMeasured(Protocol):
    """Sites and what was measured there, as views.connectivity has them."""

    sites: pd.DataFrame
    measures: pd.DataFrame


def on_map(sites: pd.DataFrame) -> pd.DataFrame:
    """The sites as the site map takes them: the limiting factor by its name."""
    names = [None if pd.isna(code) else factor(code) for code in sites["limiting_factor"]]
    return sites.assign(limiting_factor=names)


def held_back(factors: pd.DataFrame) -> pd.DataFrame:
    """One bar per limiting factor: UNPOL at the sites it limits, "1,098 at 3 sites"."""
    return pd.DataFrame(
        {
            "name": [
                "Not known" if pd.isna(code) else factor(code)
                for code in factors["limiting_factor"]
            ],
            "amount": factors["served"].astype("float64"),
            "words": [
                f"{formats.number(row.served)} at {formats.count(row.site_count, 'site', 'sites')}"
                for row in factors.itertuples(index=False)
            ],
            "known": factors["limiting_factor"].notna(),
        }
    )


def not_known(missions: pd.DataFrame) -> str:
    """Missions of which nothing was measured: "MINURSO (2 sites) and UNTMIS (5 sites)"."""
    words = [
        f"{row.mission_code} ({formats.count(row.site_count, 'site', 'sites')})"
        for row in missions.itertuples(index=False)
    ]
    return formats.listed(words)


def names(sites: pd.DataFrame) -> dict[str, str]:
    """Site names by code, "Abyei, UNISFA", in the given order."""
    return {
        row.site_code: f"{row.name}, {row.mission_code}" for row in sites.itertuples(index=False)
    }


def trend_title(measure: str, site_code: str, sites: pd.DataFrame) -> str:
    """What the trend shows: "Availability against requirement, Abyei"."""
    name = sites.set_index("site_code").at[site_code, "name"]
    return f"{factor(measure)} against requirement, {name}"


def factor(measure: str) -> str:
    """The name of a measure: "Down link"."""
    return reference.name("measure", measure)


def unit(measure: str) -> str:
    """The unit of a measure in words: "Mbit/s"."""
    return reference.table("measures").set_index("measure").at[measure, "unit"]


def table(sites: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """One row per site, in the given order, as text under HEADINGS; the class is a code.

    A measure's cell says what there is of what is required; a stale measurement is marked.
    """
    rows = pd.DataFrame(
        {
            "site": sites["name"],
            "mission": sites["mission_code"],
            "kind": [reference.name("site_kind", code) for code in sites["site_kind"]],
            "unpol": sites["served"].map(formats.number),
            "connectivity_class": sites["connectivity_class"],
            "gap": [NOTHING if pd.isna(gap) else f"{gap}" for gap in sites["gap_points"]],
            "held_back_by": [
                NOTHING if pd.isna(code) else factor(code) for code in sites["limiting_factor"]
            ],
        }
    )
    cells = measures.assign(cell=_cells(measures)).pivot(
        index="site_code", columns="measure", values="cell"
    )
    for measure in reference.codes("measures"):
        found = cells[measure].dropna().to_dict() if measure in cells else {}
        rows[measure] = [found.get(code, NOTHING) for code in sites["site_code"]]
    rows["measured"] = [_measured(row) for row in sites.itertuples(index=False)]
    return rows


def download(found: SitesMeasured) -> pd.DataFrame:
    """One row per site with its figures as numbers, and for each measure value and requirement.

    Columns of the sites, and value_<measure> and required_<measure>, missing where not known.
    """
    wide = found.measures.pivot(index="site_code", columns="measure", values=["value", "required"])
    wide.columns = [f"{kind}_{measure}" for kind, measure in wide.columns]
    return found.sites.merge(wide.reset_index(), how="left", on="site_code")


def of_required(value: float | None, required: float | None, *, unit: str, lower: bool) -> str:
    """What there is of what is required: "4 of 18 Mbit/s", "620, at most 300 ms".

    `lower`: less is better. A dash where nothing was measured.
    """
    if pd.isna(value):
        return NOTHING
    if pd.isna(required):
        return formats.quantity(value, unit)
    if lower:
        return f"{formats.short(value)}, at most {formats.quantity(required, unit)}"
    return formats.of_needed(value, required, unit)


def _cells(measures: pd.DataFrame) -> list[str]:
    known = reference.table("measures").set_index("measure")
    units, lower = known["unit"].to_dict(), (known["lower_is_better"] == "yes").to_dict()
    return [
        of_required(row.value, row.required, unit=units[row.measure], lower=lower[row.measure])
        for row in measures.itertuples(index=False)
    ]


def _measured(row: tuple) -> str:
    when = "never" if pd.isna(row.measured_on) else formats.day(row.measured_on)
    return f"{when} · stale" if row.is_stale else when
