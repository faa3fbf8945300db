"""Does the site map work without the internet, and show the unknown as unknown?"""

import json
from datetime import date

import pandas as pd
import pytest

from unpol_data.figures import shapes
from unpol_data.figures.site_map import site_map, site_map_alt


def site(name: str, connectivity_class: str, **more) -> dict:
    return {
        "mission_code": "MINUSCA",
        "site_code": name.upper(),
        "name": name,
        "latitude": 5.0,
        "longitude": 20.0,
        "connectivity_class": connectivity_class,
        "limiting_factor": "Power",
        "gap_points": 40,
        "served": 200,
        "measured_on": date(2026, 3, 1),
    } | more


def sites() -> pd.DataFrame:
    unknown = {"limiting_factor": None, "gap_points": None, "measured_on": None, "served": None}
    return pd.DataFrame(
        [
            site("Bangui", "good", longitude=18.6, limiting_factor=None),
            site("Bambari", "moderate"),
            site("Bentiu", "none", latitude=9.3, longitude=29.8, gap_points=88),
            site("Bunia", "not_known", latitude=1.6, longitude=30.3, **unknown),
        ]
    )


def drawn(frame: pd.DataFrame, colours, **more) -> dict:
    deck = site_map(frame, colours, shapes_url=shapes.url("sites"), **more)
    return json.loads(deck.to_json())


def layer(deck: dict, name: str) -> dict:
    return next(layer for layer in deck["layers"] if layer["id"] == name)


def test_the_map_asks_no_other_server(colours):
    text = json.dumps(drawn(sites(), colours))
    assert "://" not in text
    assert layer(drawn(sites(), colours), "countries")["data"] == shapes.url("sites")


def test_no_map_style_is_asked_for(colours):
    deck = site_map(sites(), colours, shapes_url=shapes.url("sites"))
    assert deck.map_provider is None
    assert not deck.map_style or deck.map_style == "__MAP_STYLE__"


def test_the_same_sites_give_the_same_bytes(colours):
    assert drawn(sites(), colours) == drawn(sites(), colours)


def test_a_filter_change_costs_few_bytes(colours):
    many = pd.concat([sites().assign(longitude=10.0 + turn) for turn in range(15)])
    deck = site_map(many, colours, shapes_url=shapes.url("sites"))
    assert len(deck.to_json()) < 60_000


def test_each_class_has_its_own_shape(colours):
    deck = drawn(sites(), colours)
    shapes_of = {
        name: layer(deck, f"sites_{name}_fill")["data"][0]["text"]
        for name in ("good", "moderate", "none", "not_known")
    }
    assert shapes_of == {"good": "●", "moderate": "◆", "none": "■", "not_known": "●"}
    assert [mark["text"] for mark in layer(deck, "question_marks")["data"]] == ["?"]


def test_sites_in_one_town_stand_side_by_side_at_their_true_place(colours):
    town = pd.DataFrame([site("Bangui", "moderate"), site("Bangui FPU camp", "moderate")])
    first, second = layer(drawn(town, colours), "sites_moderate_fill")["data"]
    assert first["at"] == second["at"]
    # a radius of 11 pixels each and 2 of outline between them
    assert abs(second["offset"][0] - first["offset"][0]) == 24


def test_a_site_without_a_link_keeps_its_name_among_close_neighbours(colours):
    neighbours = [
        site(f"Post {turn}", "moderate", latitude=5 + turn % 3 / 50, longitude=20 + turn / 50)
        for turn in range(12)
    ]
    crowd = pd.DataFrame([site("Abyei", "none"), *neighbours])
    names = [row["text"] for row in layer(drawn(crowd, colours), "site_names")["data"]]
    assert "Abyei\nPower" in names


def test_from_far_away_missions_are_named_with_how_many_sites_are_below(colours):
    far = pd.concat([sites(), pd.DataFrame([site("Laayoune", "not_known", longitude=-13.2)])])
    far["mission_code"] = ["MINUSCA", "MINUSCA", "UNMISS", "MONUSCO", "MINURSO"]
    names = [row["text"] for row in layer(drawn(far, colours), "site_names")["data"]]
    assert "MINUSCA\n1 of 2 below" in names
    assert "MINURSO\nnot known" in names
    assert not any("Bangui" in name for name in names)


def test_the_limiting_factor_stands_beneath_the_name(colours):
    names = [row["text"] for row in layer(drawn(sites(), colours), "site_names")["data"]]
    assert "Bentiu\nPower" in names
    assert "Bunia\nnot known" in names
    assert "Bangui" in names


def test_on_a_phone_names_stand_alone(colours):
    deck = drawn(sites(), colours, width_px=350, height_px=330)
    names = [row["text"] for row in layer(deck, "site_names")["data"]]
    assert names
    assert not any("\n" in name for name in names)


def test_a_tooltip_is_plain_text_and_never_a_zero_for_the_unknown(colours):
    deck = drawn(sites(), colours)
    assert layer(deck, "sites_not_known_outline")["data"][0]["tip"] == (
        "Bunia\nNot known\nPolice served: not known\nMeasured: no date"
    )
    tooltip = site_map(sites(), colours, shapes_url="/geo/x.json")._tooltip
    assert tooltip == {"text": "{tip}"}


def test_fonts_are_words_and_not_columns(colours):
    deck = drawn(sites(), colours)
    assert layer(deck, "site_names")["fontFamily"] == "Source Sans, sans-serif"


def test_kosovo_carries_its_resolution_on_the_map(colours):
    alone = pd.DataFrame([site("Pristina", "good", latitude=42.673, longitude=21.167)])
    names = layer(drawn(alone, colours), "country_names")["data"]
    assert "KOSOVO\n(as per UNSCR 1244)" in [row["text"] for row in names]


def test_no_sites_give_a_map_without_symbols(colours):
    deck = drawn(sites().head(0), colours)
    assert {layer["id"] for layer in deck["layers"]} <= {"countries", "country_names"}


def test_a_site_without_a_place_is_left_out(colours):
    deck = drawn(sites().assign(latitude=[None, 5, 9, 2]), colours)
    assert "sites_good_fill" not in {layer["id"] for layer in deck["layers"]}


def test_the_alternative_text_counts_the_classes_and_names_sites_without_a_link():
    assert site_map_alt(sites()) == (
        "Map of 4 sites by connectivity: 1 good, 1 moderate, 1 none and 1 not known. "
        "No usable link: Bentiu (Power)."
    )


def test_an_unknown_class_is_refused_by_name(colours):
    with pytest.raises(ValueError, match="Unknown connectivity_class"):
        drawn(sites().assign(connectivity_class="superb"), colours)
