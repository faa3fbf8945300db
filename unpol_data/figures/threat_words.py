"""What is said of crime threats: in the matrix, by mission, and of what would close the gaps?"""

from datetime import date

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING, NOT_RATED = "–", "not rated"
# The levels of a rating, as the data dictionary explains them to those who rate.
LEVELS = ("absent", "rare", "present", "widespread", "dominant")
RELEVANCE = {1: "helps", 2: "matters", 3: "decisive"}
MISSION_HEADINGS = {
    "mission": "Mission",
    "now": "Today",
    "emerging": "In two to three years",
    "change": "Since the last round",
    "rated": "Rated on",
}
RATING_HEADINGS = {"threat": "Crime threat", **MISSION_HEADINGS}
MATRIX_HEADINGS = {
    "threat": "Crime threat",
    "area": "Capability area",
    "relevance": "Against this crime it",
    "gap_class": "Gap",
    "basis": "Mean of",
}
AREA_HEADINGS = {
    "area": "Capability area",
    "relevance": "Against this crime it",
    "gap_class": "Gap",
    "reason": "Why it matters",
}


def level(severity: float | None) -> str:
    """A severity of 0-1 as the level those who rate know: "widespread"; "not rated" if missing."""
    if pd.isna(severity):
        return NOT_RATED
    return LEVELS[formats.round_half_up(severity * (len(LEVELS) - 1))]


def level_change(change: float | None) -> str:
    """A change of severity in levels: "▲ 1 level", "=", a dash where the last round has none."""
    if pd.isna(change):
        return NOTHING
    words = formats.change(change * (len(LEVELS) - 1))
    if words == formats.SAME:
        return words
    return f"{words} level" if words.endswith(" 1") else f"{words} levels"


def matrix(cells: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Threats by area as the matrix takes them; outlined where the area is decisive."""
    prefixes = reference.table("areas").set_index("area_code")["item_prefix"].str.title()
    return pd.DataFrame(
        {
            "row_name": [reference.name("threat", code) for code in cells["threat_code"]],
            "column_name": [reference.short_name("area", code) for code in cells["area_code"]],
            "column_short": cells["area_code"].map(prefixes),
            "overall": False,
            "gap_points": cells["gap_points"],
            "gap_class": cells["gap_class"],
            "limiting": cells["relevance_thirds"] == max(RELEVANCE),
            "dated_on": as_of,
            "basis": [_basis(row) for row in cells.itertuples(index=False)],
        }
    )


def matrix_table(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per threat and area that bears on it, as text under MATRIX_HEADINGS.

    gap_class is a code and gap_points the printed figure; both are missing where no mission
    in scope faces the threat or too little is known.
    """
    cells = cells[cells["relevance_thirds"] > 0]
    return pd.DataFrame(
        {
            "threat": [reference.name("threat", code) for code in cells["threat_code"]],
            "area": [reference.name("area", code) for code in cells["area_code"]],
            "relevance": [RELEVANCE[thirds] for thirds in cells["relevance_thirds"]],
            "gap_points": cells["gap_points"].array,
            "gap_class": cells["gap_class"].array,
            "basis": [_basis(row) for row in cells.itertuples(index=False)],
        }
    )


def _basis(cell: tuple) -> str:
    """How many missions a gap is the mean of, and how much of the severity they carry."""
    if pd.isna(cell.coverage_share):
        return NOTHING
    missions = formats.count(int(cell.mission_count), "mission", "missions")
    return f"{missions}, {formats.percent(cell.coverage_share)} of the severity rated"


def area_matrix(cells: pd.DataFrame) -> pd.DataFrame:
    """Areas by mission as the matrix takes them."""
    return pd.DataFrame(
        {
            "row_name": [reference.short_name("area", code) for code in cells["area_code"]],
            "column_name": cells["mission_code"],
            "column_short": cells["mission_code"].str[:5],
            "overall": False,
            "gap_points": cells["gap_points"],
            "gap_class": cells["gap_class"],
            "limiting": False,
            "dated_on": cells["published_on"],
        }
    )


def severities(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission, in the given order, as the figure of severities takes them."""
    top = len(LEVELS) - 1
    columns = {"now": "severity_now", "emerging": "severity_emerging", "previous": "previous_now"}
    levels = pd.DataFrame({name: rows[column] * top for name, column in columns.items()})
    said = {f"{name}_words": rows[column].map(level) for name, column in columns.items()}
    change = ["" if pd.isna(points) else level_change(points) for points in rows["change_now"]]
    return levels.assign(name=rows["mission_code"], change=change, **said)


def missions(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission, in the given order, as text under MISSION_HEADINGS."""
    return pd.DataFrame(
        {
            "mission": rows["mission_code"],
            "now": rows["severity_now"].map(level),
            "emerging": rows["severity_emerging"].map(level),
            "change": rows["change_now"].map(level_change),
            "rated": [NOTHING if pd.isna(on) else formats.day(on) for on in rows["rated_on"]],
        }
    )


def ratings(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission and rated threat, as text under RATING_HEADINGS."""
    names = [reference.name("threat", code) for code in rows["threat_code"]]
    return missions(rows).assign(threat=names)


def areas(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per area the threat bears on, as text under AREA_HEADINGS; gap_class is a code."""
    return pd.DataFrame(
        {
            "area": [reference.name("area", code) for code in rows["area_code"]],
            "relevance": [RELEVANCE[thirds] for thirds in rows["relevance_thirds"]],
            "gap_points": rows["gap_points"],
            "gap_class": rows["gap_class"],
            "reason": rows["reason"],
        }
    )


def names(codes: tuple[str, ...]) -> dict[str, str]:
    """Crime threats by code, in the given order."""
    return {code: reference.name("threat", code) for code in codes}


def not_rated(codes: tuple[str, ...]) -> str:
    """Which crime threats nobody rated, in one sentence."""
    listed = formats.listed(list(names(codes).values()))
    return f"Not rated by any mission in scope: {listed}."
