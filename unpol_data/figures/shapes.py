"""Which files hold the country shapes, and where do country names stand on a map?

The files lie in `web/geo` and are served under `/geo/`; each name holds the digest of its
content, so a browser may keep it for ever. `scripts/build_shapes.py` makes them and both tables.
"""

import csv
from functools import cache
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parent
NOT_CLEARED = (
    "Boundaries and names shown do not imply official endorsement or acceptance by the "
    "United Nations; not a UN-cleared map."
)


@cache
def file_names() -> dict[str, str]:
    """The file name of each shape: "world" for the Overview map, "sites" for the site maps."""
    with (FOLDER / "shapes.csv").open(encoding="utf-8", newline="") as table:
        return {row["shape"]: row["file_name"] for row in csv.DictReader(table)}


def url(shape: str, base: str = "/geo") -> str:
    """The same-origin address of a shape's file."""
    names = file_names()
    if shape not in names:
        raise ValueError(f"No shape is called {shape!r}; there are: {', '.join(names)}.")
    return f"{base}/{names[shape]}"


@cache
def _countries() -> pd.DataFrame:
    # "NA" would otherwise be read as missing; every field is given.
    return pd.read_csv(FOLDER / "countries.csv", keep_default_na=False)


def countries() -> pd.DataFrame:
    """One row per country or territory, with where its name stands.

        iso3, name, latitude, longitude, across_degrees (root of its area), neutral (yes, no)

    `neutral` is ground that the map attaches to no State. Kosovo is named "(as per UNSCR 1244)".
    """
    return _countries().copy()
