"""Which country shapes does the dashboard ship, and how were they made?

    python scripts/build_shapes.py world_50m.topojson.json mapData.geojson

The first file is `dist/topojson/world_50m.json` of the npm package plotly.js 3.7 (UN geodata,
MIT), the second the `mapData.geojson` of the npm package @undp/data-viz 2.4, of which only the
names and label points are used. Shapes are simplified border by border, so neighbours still
meet, split at the antimeridian, and written to `web/geo` under the digest of their content,
with the names of the files in `unpol_data/figures/shapes.csv` and the labels in
`unpol_data/figures/countries.csv`. The same inputs give the same bytes. Antarctica is left out.
"""

import argparse
import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import borders

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {"ATA"}
# Not attached to any State on the map: drawn as plain land, without a name of a State.
NEUTRAL = {"ESH", "XAC", "XAP", "XBT", "XHT", "XIT", "XJK", "XSK"}
# Where missions serve, drawn finely on the site maps, and the ground around, drawn less so.
HOSTS = ("CAF", "COD", "COL", "CYP", "ESH", "HTI", "LBY", "SDN", "SOM", "SRB", "SSD")
# fmt: off
AROUND = (
    "AGO", "ALB", "BDI", "BIH", "BRA", "CMR", "COG", "DJI", "DOM", "DZA", "ECU", "EGY", "ERI",
    "ETH", "GAB", "GNQ", "GRC", "KEN", "LBN", "MAR", "MKD", "MNE", "MRT", "NER", "NGA", "PAN",
    "PER", "RWA", "SYR", "TCD", "TUN", "TUR", "TZA", "UGA", "VEN", "ZMB",
)
# fmt: on
# Smallest triangle kept, and smallest island kept, in square degrees at the equator.
COARSE, AROUND_MISSIONS, FINE, ISLAND = 0.1, 0.008, 0.001, 0.2
SHAPES = {"world": {}, "sites": dict.fromkeys(AROUND, AROUND_MISSIONS) | dict.fromkeys(HOSTS, FINE)}


def main() -> None:
    """Reads both inputs and writes the two shape files, their names and the labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topology", type=Path, help="world_50m topojson of plotly.js 3.7")
    parser.add_argument("names", type=Path, help="mapData.geojson of @undp/data-viz 2.4")
    given = parser.parse_args()
    topology = json.loads(given.topology.read_text(encoding="utf-8"))
    labels = country_labels(json.loads(given.names.read_text(encoding="utf-8")))
    geo = ROOT / "web" / "geo"
    for old in geo.glob("*.json"):
        old.unlink()
    files = []
    for shape, smallest in SHAPES.items():
        collection = countries(topology, smallest)
        text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
        file_name = f"{shape}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
        (geo / file_name).write_text(text, encoding="utf-8")
        files.append({"shape": shape, "file_name": file_name})
    write_table(ROOT / "unpol_data" / "figures" / "shapes.csv", files)
    write_table(ROOT / "unpol_data" / "figures" / "countries.csv", labels)


def write_table(path: Path, rows: list[dict]) -> None:
    """Writes rows as CSV with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def country_labels(shapes: dict) -> list[dict]:
    """One label per country or territory: that of its largest part, by code."""
    largest: dict[str, dict] = {}
    for feature in shapes["features"]:
        found = feature["properties"]
        code = found["ISO3"].upper()
        if code not in largest or found["Shape_Area"] > largest[code]["Shape_Area"]:
            largest[code] = found
    return [
        {
            "iso3": code,
            "name": found["NAME"],
            "latitude": round(found["LAT"], 2),
            "longitude": round(found["LON"], 2),
            "across_degrees": round(found["Shape_Area"] ** 0.5, 1),
            "neutral": "yes" if code in NEUTRAL else "no",
        }
        for code, found in sorted(largest.items())
        if code not in LEFT_OUT and found["NAME"].strip()
    ]


def countries(topology: dict, smallest: dict[str, float]) -> dict:
    """A GeoJSON collection, one feature per country; `smallest` gives the triangles kept."""
    shapes: dict[str, list] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        shapes.setdefault(geometry["id"], []).extend(parts)
    for code in LEFT_OUT:
        shapes.pop(code)
    arcs = borders.decoded_arcs(topology)
    used = {index for parts in shapes.values() for index in arcs_of(parts)}
    meeting = borders.junctions([arcs[index] for index in sorted(used)])
    finest = dict.fromkeys(used, COARSE)
    for code, threshold in sorted(smallest.items(), key=lambda pair: -pair[1]):
        finest.update(dict.fromkeys(arcs_of(shapes[code]), threshold))

    def ring(references: list[int]) -> borders.Ring:
        lines = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in references]
        return borders.ring_of(lines, meeting, [finest[max(i, ~i)] for i in references])

    features = []
    for code in sorted(shapes):
        polygons = [[ring(references) for references in part] for part in shapes[code]]
        features.append(feature(code, polygons))
    drawn = [country for country in features if country["geometry"]["coordinates"]]
    return {"type": "FeatureCollection", "features": drawn}


def feature(code: str, polygons: list[list[borders.Ring]]) -> dict:
    """One country: its code, whether it is neutral ground, and its polygons."""
    pieces = [piece for rings in polygons for piece in borders.split_at_antimeridian(rings)]
    pieces.sort(key=lambda piece: -borders.area(piece[0]))
    kept = pieces[:1] + [piece for piece in pieces[1:] if borders.area(piece[0]) > ISLAND]
    properties: dict[str, str | int] = {"iso3": code}
    if code in NEUTRAL:
        properties["neutral"] = 1
    shape = [
        borders.wound([[(rounded(x), rounded(y)) for x, y in ring] for ring in piece])
        for piece in kept
    ]
    shape = [piece for piece in shape if borders.turn(piece[0])]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": shape},
    }


def rounded(degrees: float) -> float | int:
    """Degrees with two decimals, about a kilometre; whole numbers without a point."""
    value = round(degrees, 2)
    return int(value) if value == int(value) else value


def arcs_of(parts: list) -> Iterator[int]:
    """Indices of all arcs that a country's parts refer to."""
    for references in (reference for part in parts for ring in part for reference in ring):
        yield references if references >= 0 else ~references


if __name__ == "__main__":
    main()
