"""Does the map show each mission in its place and size, and shade no ground but its host's?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.figures import shapes
from unpol_data.figures.missions_map import missions_map, missions_map_alt


def mission(code: str, **more) -> dict:
    return {
        "mission_code": code,
        "name": f"{code} in full",
        "latitude": 4.852,
        "longitude": 31.582,
        "host_iso3": "SSD",
        "label_side": "below",
        "served": 1500,
        "gap_points": 63,
        "change_points": 11,
        "gap_class": "large",
        "published_on": date(2026, 3, 12),
    } | more


def missions() -> pd.DataFrame:
    unknown = {"gap_points": None, "change_points": None, "gap_class": "not_enough_evidence"}
    return pd.DataFrame(
        [
            mission("UNMISS"),
            mission("BINUH", longitude=-72.3, latitude=18.5, host_iso3="HTI", label_side="right"),
            mission("UNISFA", host_iso3=None, change_points=0, served=None, label_side="above"),
            mission("MINURSO", host_iso3="ESH", longitude=-13.2, label_side="left", **unknown),
            mission("UNTMIS", longitude=45.3, label_side="right", **unknown),
        ]
    )


def drawn(missions: pd.DataFrame, colours, sound_spec) -> tuple[dict, dict]:
    spec = sound_spec(missions_map(missions, colours, shapes_url=shapes.url("world")))
    return spec, {row["code"]: row for row in spec["datasets"]["rows"]}


def test_beside_each_mission_stands_its_figure_with_the_change(sound_spec, colours):
    _, rows = drawn(missions(), colours, sound_spec)
    assert rows["UNMISS"]["figure"] == "63 ▲ 11"
    assert rows["UNISFA"]["figure"] == "63 ="
    assert rows["MINURSO"]["figure"] == "no figure"


def test_the_area_of_a_circle_follows_the_police_served(sound_spec, colours):
    double = pd.DataFrame([mission("ONE", served=800), mission("TWO", served=1600)])
    _, rows = drawn(double, colours, sound_spec)
    assert rows["TWO"]["circle_area"] == 2 * rows["ONE"]["circle_area"]


def test_a_mission_of_unknown_size_has_the_smallest_circle(sound_spec, colours):
    _, rows = drawn(missions(), colours, sound_spec)
    assert rows["UNISFA"]["circle_area"] == min(row["circle_area"] for row in rows.values())


def test_a_filter_does_not_change_the_size_of_what_stays(sound_spec, colours):
    _, all_rows = drawn(missions(), colours, sound_spec)
    _, one = drawn(missions().head(1), colours, sound_spec)
    assert one["UNMISS"] == all_rows["UNMISS"]


def test_small_circles_are_drawn_over_large_ones(sound_spec, colours):
    two = pd.DataFrame([mission("SMALL", served=600), mission("LARGE", served=1600)])
    _, rows = drawn(two, colours, sound_spec)
    assert list(rows) == ["LARGE", "SMALL"]


def test_host_countries_are_shaded_but_neutral_ground_is_not(sound_spec, colours):
    spec, _ = drawn(missions(), colours, sound_spec)
    land = spec["layer"][0]
    assert land["data"]["url"] == shapes.url("world")
    condition = land["encoding"]["fill"]["condition"]
    assert "indexof(hosts, datum.properties.iso3)" in condition["test"]
    assert "!datum.properties.neutral" in condition["test"]
    assert condition["value"] == colours.host_land
    assert {"name": "hosts", "value": ["ESH", "HTI", "SSD"]} in spec["params"]


def test_labels_turn_inwards_at_the_edges_of_a_phone(sound_spec, colours):
    _, rows = drawn(missions(), colours, sound_spec)
    assert rows["MINURSO"]["wide_align"] == "right"
    assert rows["MINURSO"]["phone_align"] == "left"
    assert rows["UNTMIS"]["phone_align"] == "center"


def test_only_missions_west_of_the_phones_map_are_listed(sound_spec, colours):
    _, rows = drawn(missions(), colours, sound_spec)
    assert [code for code, row in rows.items() if row["west"]] == ["BINUH"]
    spec, _ = drawn(missions(), colours, sound_spec)
    assert {"name": "listed", "value": 1} in spec["params"]


def test_a_mission_without_a_place_is_left_out(sound_spec, colours):
    _, rows = drawn(missions().assign(latitude=[None, 1, 2, 3, 4]), colours, sound_spec)
    assert "UNMISS" not in rows


def test_a_mission_to_which_nothing_applies_says_so(sound_spec, colours):
    alone = pd.DataFrame([mission("UNMIK", gap_points=None, gap_class="not_applicable")])
    _, rows = drawn(alone, colours, sound_spec)
    assert rows["UNMIK"]["figure"] == "n/a"


def test_the_alternative_text_ranks_the_missions_and_names_those_without_a_figure():
    assert missions_map_alt(missions().iloc[[0, 3]]) == (
        "Map of 2 missions by gap, 0 to 100. Largest first: UNMISS 63 (large). "
        "Not enough evidence: MINURSO."
    )


def test_an_unknown_label_side_is_refused(colours):
    with pytest.raises(ValueError, match="label_side"):
        missions_map(missions().assign(label_side="north"), colours, shapes_url="/geo/world.json")


def test_no_row_holds_an_object_whose_numbers_a_browser_would_take_for_bigint(sound_spec, colours):
    _, rows = drawn(missions(), colours, sound_spec)
    assert not [value for row in rows.values() for value in row.values() if isinstance(value, dict)]
