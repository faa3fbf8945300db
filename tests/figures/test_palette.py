"""Can every reader tell the classes apart and read what is printed on them?"""

import tomllib
from pathlib import Path

import pytest

from unpol_data import reference
from unpol_data.figures import palette as palettes
from unpol_data.figures.palette import CONNECTIVITY_CLASSES, GAP_CLASSES, palette

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
READABLE, LARGE_OR_GRAPHIC = 4.5, 3.0


def luminance(colour: str) -> float:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("gap_class", GAP_CLASSES)
def test_the_figure_on_a_class_is_readable(colours, gap_class):
    assert contrast(colours.ink(gap_class), colours.fill(gap_class)) >= READABLE


def test_contrast_with_the_page_rises_with_the_gap(colours):
    rising = [contrast(colours.fill(name), colours.background) for name in GAP_CLASSES]
    assert rising == sorted(rising)


def test_text_is_readable_on_the_page_on_land_and_in_empty_cells(colours):
    for ground in (colours.background, colours.land, colours.host_land, colours.empty_cell):
        assert contrast(colours.text, ground) >= READABLE
    for ground in (colours.background, colours.land, colours.empty_cell):
        assert contrast(colours.secondary_text, ground) >= READABLE


def test_bars_and_hatch_stand_out_from_their_ground(colours):
    assert contrast(colours.primary, colours.background) >= LARGE_OR_GRAPHIC
    assert contrast(colours.hatch, colours.empty_cell) >= LARGE_OR_GRAPHIC


def test_words_on_a_primary_button_are_readable(colours):
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][colours.name]
    assert theme["primaryColor"] == colours.primary
    assert contrast(colours.on_primary, colours.primary) >= READABLE
    assert contrast(colours.primary, theme["backgroundColor"]) >= READABLE


def test_a_class_without_a_figure_has_no_class_colour(colours):
    for name in ("not_enough_evidence", "not_applicable"):
        assert colours.fill(name) == colours.empty_cell
        assert colours.ink(name) == colours.secondary_text
    assert colours.connectivity_fill("not_known") == colours.background


def test_the_palette_knows_exactly_the_classes_of_the_reference():
    assert reference.codes("gap_classes") == GAP_CLASSES
    assert set(reference.codes("connectivity_classes")) == set(CONNECTIVITY_CLASSES)


def test_an_unknown_theme_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="'sepia'; there are: light, dark"):
        palette("sepia")


def test_both_themes_can_be_had_by_name():
    assert palette("light") is palettes.PALETTES["light"]
    assert palette("dark").name == "dark"
