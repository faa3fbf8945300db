"""How is it said which gaps become large or critical that are not yet?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

ARROW = "→"
NOTHING = "–"
HEADINGS = {
    "name": "Mission and area",
    "gap_class": "Gap today",
    "emerging": "In two to three years",
    "rise": "Change",
    "limiting": "Will be limited by",
    "pressure": "Threat pressure",
    "rank": "Priority rank",
}


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per gap, in the given order, as text under HEADINGS.

    gap_class and gap_points are of today, emerging_class and emerging_points of the emerging
    horizon, for the badges.
    """
    each = list(rows.itertuples(index=False))
    return pd.DataFrame(
        {
            "name": [
                f"{row.mission_code} · {reference.name('area', row.area_code)}" for row in each
            ],
            "gap_class": rows["gap_class_today"],
            "gap_points": rows["gap_points_today"],
            "emerging_class": rows["gap_class_emerging"],
            "emerging_points": rows["gap_points_emerging"],
            "rise": [formats.change_in_points(row.rise_points) for row in each],
            "limiting": [_dimension(row.limiting_dimension) for row in each],
            "pressure": [_both(row.pressure_today, row.pressure_emerging, 100) for row in each],
            "rank": [_both(row.rank_today, row.rank_emerging, 1) for row in each],
        }
    )


def summary(rows: pd.DataFrame) -> str:
    """How many gaps become critical and how many large: "4 gaps become critical, 9 large"."""
    counts = rows["gap_class_emerging"].value_counts()
    critical, large = (int(counts.get(code, 0)) for code in ("critical", "large"))
    said = formats.count(critical, "gap becomes critical", "gaps become critical")
    return f"{said} that {'is' if critical == 1 else 'are'} not yet, {large:,} large."


def _both(now: float, soon: float, scale: float) -> str:
    """ "62 → 71"; one figure where both are printed the same; a dash where one is missing."""
    if pd.isna(now) or pd.isna(soon):
        return NOTHING
    first, last = (formats.number(scale * figure) for figure in (now, soon))
    return first if first == last else f"{first} {ARROW} {last}"


def _dimension(code: str | None) -> str:
    return NOTHING if pd.isna(code) else reference.name("dimension", code)
