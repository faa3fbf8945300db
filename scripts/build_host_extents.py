"""Between which latitudes and longitudes does each host State of a mission lie?

    python scripts/build_host_extents.py

Reads the shapes that are shipped for the maps and the host States of `missions.csv`, and writes
`unpol_data/reference/tables/host_extents.csv`, rounded outwards to a tenth of a degree. A mission
without a host State on the map has no row.
"""

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "unpol_data" / "reference" / "tables"
SOURCE = "Shapes shipped for the maps (UN geodata through plotly.js 3.7), rounded outwards"


def main() -> None:
    """Writes one row per host State."""
    with (TABLES / "missions.csv").open(encoding="utf-8", newline="") as table:
        hosts = sorted({row["host_iso3"] for row in csv.DictReader(table)} - {""})
    (path,) = (ROOT / "web" / "geo").glob("sites-*.json")
    shapes = {
        shape["properties"]["iso3"]: shape["geometry"]
        for shape in json.loads(path.read_text(encoding="utf-8"))["features"]
    }
    with (TABLES / "host_extents.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["iso3", "south", "north", "west", "east", "source"])
        writer.writerows([iso3, *extent(shapes[iso3]), SOURCE] for iso3 in hosts)


def extent(geometry: dict) -> tuple[float, float, float, float]:
    """South, north, west and east of a shape in degrees, rounded outwards to a tenth."""
    places = list(points(geometry["coordinates"]))
    north = [place[1] for place in places]
    east = [place[0] for place in places]
    return (
        math.floor(min(north) * 10) / 10,
        math.ceil(max(north) * 10) / 10,
        math.floor(min(east) * 10) / 10,
        math.ceil(max(east) * 10) / 10,
    )


def points(coordinates: list) -> Iterator[list[float]]:
    """Each [east, north] of a shape, however deep it lies."""
    if isinstance(coordinates[0], int | float):
        yield coordinates
        return
    for part in coordinates:
        yield from points(part)


if __name__ == "__main__":
    main()
