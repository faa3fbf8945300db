"""What is said of gaps by mission, area, site and dimension: in the matrix and in its table?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
BOUNDS = (
    "Whatever is missing: the gap lies between these figures, however the missing answers turn "
    "out. Method note, section 4."
)
ALL_AREAS, CAPABILITY, ALL_SITES = "All areas", "Capability", "Mission as a whole"
CELL_HEADINGS = {
    "mission": "Mission",
    "area": "Capability area",
    "gap_class": "Gap",
    "bounds": "Whatever is missing",
    "change": "Change",
    "limiting": "Limited by",
    "worst_site": "Worst site",
    "sites": "Sites with a figure",
    "served": "Officers served",
    "dated": "Round",
}
SITE_HEADINGS = {"site": "Site", "kind": "Kind", "served": "Officers served", "gap_class": "Gap"}


def mission_matrix(cells: pd.DataFrame, overall: pd.DataFrame) -> pd.DataFrame:
    """Missions by area as the matrix takes them, the mission over all areas first."""
    prefixes = reference.table("areas").set_index("area_code")["item_prefix"].str.title()
    areas = pd.DataFrame(
        {
            "row_name": cells["mission_code"],
            "column_name": [reference.short_name("area", code) for code in cells["area_code"]],
            "column_short": cells["area_code"].map(prefixes),
            "overall": False,
            "basis": [_basis(row) for row in cells.itertuples(index=False)],
        }
    )
    whole = pd.DataFrame(
        {
            "row_name": overall["mission_code"],
            "column_name": ALL_AREAS,
            "column_short": "All",
            "overall": True,
            "basis": [
                f"{row.areas_scored} of {row.areas_total} areas with a figure"
                for row in overall.itertuples(index=False)
            ],
        }
    )
    figures = ["gap_points", "gap_class"]
    areas[figures], whole[figures] = cells[figures], overall[figures]
    areas["dated_on"], whole["dated_on"] = cells["published_on"], overall["published_on"]
    return pd.concat([whole, areas], ignore_index=True).assign(limiting=False)


def _basis(cell: tuple) -> str:
    if pd.isna(cell.sites_total):
        return "no site assessed"
    sites = f"{cell.sites_scored:.0f} of {cell.sites_total:.0f} sites with a figure"
    return sites if pd.isna(cell.served) else f"{sites}, {formats.number(cell.served)} served"


def site_matrix(sites: pd.DataFrame, dimensions: pd.DataFrame, mission: dict) -> pd.DataFrame:
    """Sites by dimension as the matrix takes them; the mission is the first row."""
    names = {"": ALL_SITES, **dict(zip(sites["site_code"], sites["site_name"], strict=True))}
    figures = ["gap_points", "gap_class"]
    whole = pd.DataFrame([{"site_code": "", **mission}])
    capability = pd.concat([whole, sites], ignore_index=True)[["site_code", *figures]]
    dated = dimensions.groupby("site_code")["from_on"].max()
    capability = capability.assign(
        column_name=CAPABILITY,
        column_short="All",
        overall=True,
        limiting=False,
        dated_on=capability["site_code"].map(dated),
    )
    parts = dimensions.assign(
        column_name=[reference.name("dimension", code) for code in dimensions["dimension_code"]],
        overall=dimensions["site_code"] == "",
        limiting=dimensions["is_limiting"],
        dated_on=dimensions["from_on"],
    )
    parts["column_short"] = parts["column_name"].str[:4]
    cells = pd.concat([capability, parts], ignore_index=True)
    return cells.assign(row_name=cells["site_code"].map(names))


def cell_table(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per mission and area, in the given order, as text under CELL_HEADINGS.

    gap_class is a code and gap_points a number, for the badge. Bounds are those between which
    the gap lies whatever the missing answers say.
    """
    dimension = [_name("dimension", code) for code in cells["limiting_dimension"]]
    return pd.DataFrame(
        {
            "mission": cells["mission_code"],
            "area": [reference.name("area", code) for code in cells["area_code"]],
            "gap_points": cells["gap_points"],
            "gap_class": cells["gap_class"],
            "bounds": [
                NOTHING
                if pd.isna(row.low_points)
                else formats.span(row.low_points, row.high_points)
                for row in cells.itertuples(index=False)
            ],
            "change": [formats.change(points) or NOTHING for points in cells["change_points"]],
            "limiting": dimension,
            "worst_site": cells["worst_site_name"].fillna(NOTHING),
            "sites": [
                NOTHING
                if pd.isna(row.sites_total)
                else f"{row.sites_scored:.0f} of {row.sites_total:.0f}"
                for row in cells.itertuples(index=False)
            ],
            "served": [_number(served) for served in cells["served"]],
            "dated": cells["published_on"].map(formats.day),
        }
    )


def site_table(sites: pd.DataFrame, dimensions: pd.DataFrame) -> pd.DataFrame:
    """One row per site, in the given order: SITE_HEADINGS, and a column per dimension by name."""
    rows = pd.DataFrame(
        {
            "site": sites["site_name"],
            "kind": [reference.name("site_kind", code) for code in sites["site_kind"]],
            "served": [_number(served) for served in sites["served"]],
            "gap_points": sites["gap_points"],
            "gap_class": sites["gap_class"],
        }
    )
    for code in dimensions["dimension_code"].unique():
        column = dimensions[dimensions["dimension_code"] == code].set_index("site_code")
        cells = sites["site_code"].map({row.Index: _cell(row) for row in column.itertuples()})
        rows[reference.name("dimension", code)] = cells
    return rows


def _cell(row: tuple) -> str:
    if row.gap_class == "not_applicable":
        return formats.NOT_APPLICABLE
    if pd.isna(row.gap_points):
        return formats.NOT_ENOUGH_EVIDENCE
    return f"{row.gap_points}, limiting" if row.is_limiting else f"{row.gap_points}"


def choices(cells: pd.DataFrame, kind: str) -> dict[str, str]:
    """Missions or areas to choose from by code, in the given order, "UNISFA · 86 at most"."""
    column = f"{kind}_code"
    names = {}
    for row in cells.drop_duplicates(column).itertuples(index=False):
        code = getattr(row, column)
        name = code if kind == "mission" else reference.name(kind, code)
        figure = formats.NOT_ENOUGH_EVIDENCE if pd.isna(row.gap_points) else f"{row.gap_points}"
        names[code] = f"{name} · {'largest gap ' if kind == 'mission' else 'gap '}{figure}"
        if pd.isna(row.gap_points):
            names[code] = f"{name} · {figure}"
    return names


def site_choices(sites: pd.DataFrame) -> dict[str, str]:
    """Sites to choose from by code, in the given order: "Wau · gap 81"."""
    return {
        row.site_code: f"{row.site_name} · "
        + (formats.NOT_ENOUGH_EVIDENCE if pd.isna(row.gap_points) else f"gap {row.gap_points}")
        for row in sites.itertuples(index=False)
    }


def _name(kind: str, code: str | None) -> str:
    return NOTHING if pd.isna(code) else reference.name(kind, code)


def _number(amount: float | None) -> str:
    return NOTHING if pd.isna(amount) else formats.number(amount)


def site_headings(rows: pd.DataFrame) -> dict[str, str]:
    """SITE_HEADINGS and the names of the dimensions shown in a site table."""
    shown = [name for name in rows.columns if name not in (*SITE_HEADINGS, "gap_points")]
    return SITE_HEADINGS | {name: name for name in shown}
