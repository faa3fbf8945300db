"""Bars of 100 % in named parts."""

import pandas as pd
import pytest

from unpol_data.figures import parts
from unpol_data.figures.palette import palette

ORDER = ("Measured", "Document seen", "Self-report")
ROWS = pd.DataFrame(
    [
        ("UNMISS", "No answer", 10, 0.1),
        ("UNMISS", "Self-report", 30, 0.3),
        ("UNMISS", "Measured", 60, 0.6),
        ("UNMIK", "Measured", 5, 1.0),
    ],
    columns=["name", "part", "amount", "share"],
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_parts_follow_one_another_in_their_order_up_to_the_whole(theme):
    drawn = parts.parts(ROWS, palette(theme), order=ORDER, unknown="No answer").to_dict()
    bars = drawn["datasets"]["rows"]
    assert [row["part"] for row in bars[:3]] == ["Measured", "Self-report", "No answer"]
    assert [round(row["to_share"], 6) for row in bars[:3]] == [0.6, 0.9, 1.0]
    assert [row["name"] for row in bars] == ["UNMISS"] * 3 + ["UNMIK"]


def test_the_colours_run_from_the_strongest_part_to_the_weakest():
    light = palette("light")
    colours = parts.ramp(light, 5)
    assert (colours[0], colours[2], colours[-1]) == light.parts
    assert len(set(colours)) == 5
    assert parts.ramp(light, 1) == [light.parts[0]]


def test_the_bars_are_told_in_words():
    said = parts.parts_alt(ROWS, order=ORDER, unknown="No answer", subject="How it is known")
    assert said.startswith("How it is known. UNMISS: measured 60 %, self-report 30 %")
    assert "no answer 10 %; UNMIK: measured 100 %." in said


def test_a_frame_without_shares_is_refused():
    with pytest.raises(ValueError, match="lacks share"):
        parts.parts(ROWS.drop(columns="share"), palette("light"), order=ORDER)
