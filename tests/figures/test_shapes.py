"""Are the country shapes what the maps need, and what their names promise?"""

import hashlib
import json
from pathlib import Path

import pytest

from unpol_data.figures import shapes

GEO = Path(__file__).resolve().parents[2] / "web" / "geo"
MOST_BYTES = 300_000


def collections() -> dict[str, dict]:
    return {
        shape: json.loads((GEO / name).read_text(encoding="utf-8"))
        for shape, name in shapes.file_names().items()
    }


def rings() -> list[list]:
    return [
        (part, index)
        for collection in collections().values()
        for feature in collection["features"]
        for polygon in feature["geometry"]["coordinates"]
        for index, part in enumerate(polygon)
    ]


def test_a_file_name_holds_the_digest_of_its_content():
    for name in shapes.file_names().values():
        digest = hashlib.sha256((GEO / name).read_bytes()).hexdigest()
        assert name.removesuffix(".json").endswith(digest[:12])


def test_no_file_lies_there_that_no_map_uses_and_all_together_are_light():
    files = {path.name: path.stat().st_size for path in GEO.glob("*.json")}
    assert set(files) == set(shapes.file_names().values())
    assert sum(files.values()) < MOST_BYTES


def test_every_ring_is_closed_and_within_the_world():
    for ring, _ in rings():
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_no_ring_runs_across_the_antimeridian():
    for ring, _ in rings():
        assert all(abs(ax - bx) < 180 for (ax, _), (bx, _) in zip(ring, ring[1:], strict=False))


def test_outer_rings_run_clockwise_as_a_sphere_needs_them():
    for ring, index in rings():
        turn = sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False))
        assert turn <= 0 if index == 0 else turn >= 0


def test_ground_that_belongs_to_no_state_on_the_map_is_neutral():
    for collection in collections().values():
        neutral = {
            feature["properties"]["iso3"]
            for feature in collection["features"]
            if feature["properties"].get("neutral")
        }
        assert {"ESH", "XAC", "XAP", "XBT", "XHT", "XIT", "XJK"} <= neutral


def test_kosovo_is_named_as_the_united_nations_name_it():
    countries = shapes.countries().set_index("iso3")
    assert countries.loc["XKX", "name"] == "Kosovo (as per UNSCR 1244)"


def test_every_host_country_of_a_mission_has_a_shape():
    from unpol_data import reference

    hosts = set(reference.table("missions")["host_iso3"].dropna()) - {""}
    for collection in collections().values():
        assert hosts <= {feature["properties"]["iso3"] for feature in collection["features"]}


def test_a_shape_has_an_address_on_our_own_server():
    assert shapes.url("world").startswith("/geo/world-")
    assert shapes.url("sites", base="/app/geo").startswith("/app/geo/sites-")


def test_an_unknown_shape_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="'mars'; there are: world, sites"):
        shapes.url("mars")


def test_the_caller_cannot_change_the_countries_for_others():
    mine = shapes.countries()
    mine["name"] = "changed"
    assert "changed" not in set(shapes.countries()["name"])
