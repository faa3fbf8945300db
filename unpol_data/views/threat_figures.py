"""Which key figures say how hard crime presses, and where capability is missing against it?"""

import pandas as pd

from unpol_data import reference
from unpol_data.views.key_figures import KeyFigure

KEYS = ["mission_code", "threat_code"]

HALF = 0.5


def threat_figures(
    matrix: pd.DataFrame, ratings: pd.DataFrame, *, asked: int
) -> tuple[KeyFigure, ...]:
    """The key figures of the rows of views.crime_threats; `asked`: ratings there could be.

    Changes compare ratings that both rounds made.
    """
    both = ratings[ratings["previous_now"].notna() & ratings["severity_now"].notna()]
    dominant_then = _missions(both[_dominant(both["previous_now"])])
    dominant_both = _missions(both[_dominant(both["severity_now"])])
    return (
        _most_severe(ratings),
        KeyFigure(
            "Missions with a dominant crime threat today",
            _missions(ratings[_dominant(ratings["severity_now"])]) if len(ratings) else None,
            of=ratings["mission_code"].nunique(),
            change=dominant_both - dominant_then if len(both) else None,
            rising_is="worse",
        ),
        _largest_gap(matrix),
        KeyFigure(
            "Threat ratings by missions",
            len(ratings),
            of=asked,
            note=f"of {asked:,} possible; the others are not rated",
        ),
    )


def _dominant(severities: pd.Series) -> pd.Series:
    """Whether a severity is nearest to the highest level; an index is finer than the levels."""
    top = reference.parameter("threat_level_top")
    return severities * top >= top - HALF


def _missions(ratings: pd.DataFrame) -> int:
    return ratings["mission_code"].nunique()


def _most_severe(ratings: pd.DataFrame) -> KeyFigure:
    """The threat with the highest severities over all missions that rated it."""
    known = ratings[ratings["severity"].notna()]
    several = known["mission_code"].nunique() > 1
    label = "Presses hardest over all missions" if several else "Presses hardest"
    if known.empty:
        return KeyFigure(label, None, "word", note="no crime threat rated")
    sums = known.groupby("threat_code")["severity"].agg(["sum", "count"])
    first = sums.sort_values("sum", ascending=False, kind="stable").index[0]
    count = int(sums.at[first, "count"])
    return KeyFigure(
        label,
        reference.name("threat", first),
        "word",
        note=f"rated by {count} {'mission' if count == 1 else 'missions'}",
    )


def _largest_gap(matrix: pd.DataFrame) -> KeyFigure:
    """The largest gap of an area that is decisive against a threat."""
    label = "Largest gap where technology is decisive"
    top = reference.parameter("relevance_top")
    decisive = matrix[(matrix["relevance_thirds"] == top) & matrix["gap_points"].notna()]
    if decisive.empty:
        return KeyFigure(label, None, "points", note="no gap with enough evidence")
    first = decisive.sort_values("gap_points", ascending=False, kind="stable").iloc[0]
    area = reference.short_name("area", first["area_code"])
    threat = reference.name("threat", first["threat_code"])
    return KeyFigure(
        label, float(first["gap_points"]), "points", note=f"{area}, against {threat.lower()}"
    )
