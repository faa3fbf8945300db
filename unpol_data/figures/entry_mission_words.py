"""How is told, in a form for entering, what is rated for a whole mission?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.figures.threat_words import LEVELS

NOTHING = "–"


def threats(lines: pd.DataFrame) -> list[str]:
    """The name of each crime threat."""
    return [reference.name("threat", code) for code in lines["threat_code"]]


def severities() -> dict[float, str]:
    """The levels one may choose among, in words: "3: widespread"."""
    return {float(level): f"{level}: {word}" for level, word in enumerate(LEVELS)}


def ratings_held(lines: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """The rating that counts now, beside each threat: "3 of 4, emerging 4 · 3 Mar 2026"."""
    rows = lines[["threat_code"]].merge(held, on="threat_code", how="left")
    return [
        NOTHING if pd.isna(row.level_now) else _rating(row) for row in rows.itertuples(index=False)
    ]


def _rating(row: tuple) -> str:
    top = len(LEVELS) - 1
    said = f"{formats.number(row.level_now)} of {top}"
    if not pd.isna(row.level_emerging):
        said += f", emerging {formats.number(row.level_emerging)}"
    return f"{said} · {formats.day(row.rated_on)}"
