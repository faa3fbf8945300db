"""Do bars say their amounts, and do parts add up to what is required?"""

import pandas as pd
import pytest

from unpol_data.figures import bars


def held_back() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("Down link", 1098, "1,098 at 3 sites", True),
            ("Not known", 580, "580 at 2 sites", False),
        ],
        columns=["name", "amount", "words", "known"],
    )


def lines() -> pd.DataFrame:
    return pd.DataFrame(
        [("Radios", 1240, 800, 200, 240), ("Drones", 0, 0, 0, 0)],
        columns=["name", "required", "serviceable", "unserviceable", "never_held"],
    )


def rows_with(spec: dict, column: str) -> list[dict]:
    return [row for rows in spec["datasets"].values() for row in rows if column in row]


def test_what_is_not_known_is_dashed(sound_spec, colours):
    spec = sound_spec(bars.labelled_bars(held_back(), colours))
    unknown = spec["layer"][1]
    assert unknown["transform"] == [{"filter": "!datum.known"}]
    assert unknown["mark"]["strokeDash"]


def test_bars_without_any_amount_can_be_drawn(sound_spec, colours):
    assert sound_spec(bars.labelled_bars(held_back().assign(amount=0), colours))
    assert sound_spec(bars.labelled_bars(held_back().head(0), colours))


def test_the_alternative_text_repeats_the_words_of_each_bar():
    assert bars.labelled_bars_alt(held_back()) == (
        "Bars: Down link: 1,098 at 3 sites; Not known: 580 at 2 sites."
    )


def test_parts_add_up_to_the_requirement(sound_spec, colours):
    parts = rows_with(sound_spec(bars.holdings(lines(), colours)), "part_name")
    assert [part["part_name"] for part in parts] == ["Serviceable", "Unserviceable", "Never held"]
    # 800 / 1240 = .645, (800 + 200) / 1240 = .806, (800 + 200 + 240) / 1240 = 1
    assert [part["to_share"] for part in parts] == pytest.approx([0.6452, 0.8065, 1], abs=1e-4)
    assert parts[0]["words"] == "800 of 1,240"


def test_a_line_that_needs_nothing_is_left_out(sound_spec, colours):
    parts = rows_with(sound_spec(bars.holdings(lines(), colours)), "part_name")
    assert {part["name"] for part in parts} == {"Radios"}
    assert "Drones" not in bars.holdings_alt(lines())


def test_a_marked_share_is_named_on_the_axis(sound_spec, texts, colours):
    chart = bars.holdings(lines(), colours, line_share=0.9, line_name="COE 90 %")
    assert any("COE 90 %" in text for text in texts(sound_spec(chart)))


def test_the_alternative_text_tells_broken_from_never_held():
    assert bars.holdings_alt(lines()) == (
        "Equipment against requirement. Radios: 800 of 1,240 serviceable, "
        "200 held but unserviceable, 240 never held."
    )
