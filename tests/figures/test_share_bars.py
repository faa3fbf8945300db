"""Do shares say themselves, and is nothing held not zero?"""

import pandas as pd

from unpol_data.figures import share_bars

LINE = {"line_share": 0.9, "line_name": "COE 90 %"}


def shares() -> pd.DataFrame:
    return pd.DataFrame(
        [("Radio", 0.74, 3793), ("Power", 0.95, 40), ("Drones", None, 0)],
        columns=["name", "share", "whole"],
    )


def test_every_bar_says_its_share_and_its_whole(sound_spec, colours):
    spec = sound_spec(share_bars.share_bars(shares(), colours, **LINE))
    assert [row["words"] for row in spec["datasets"]["rows"]] == [
        "74 % of 3,793",
        "95 % of 40",
        "none held",
    ]
    assert spec["datasets"]["line"] == [{"share": 0.9, "name": "COE 90 %"}]


def test_the_alternative_text_counts_those_that_reach_the_line():
    assert share_bars.share_bars_alt(shares(), **LINE) == (
        "Shares against the line COE 90 %, which 1 of 3 reach. "
        "Radio: 74 % of 3,793; Power: 95 % of 40; Drones: none held."
    )
