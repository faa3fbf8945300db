"""The steps from dimension gaps to a priority in tables."""

import pandas as pd
import pytest

from unpol_data.figures import method_words as said


def test_the_factors_end_in_their_product():
    rows = pd.DataFrame(
        [("personnel", 0.75, 0.25, 0.5, 0.5), ("software", 0.0, 1.0, 0.5, 1.0)],
        columns=["dimension_code", "gap", "level", "weight", "factor"],
    )
    told = said.dimensions(rows, 0.5)
    assert list(told["gap"]) == ["75", "0", ""]
    assert told.iloc[-1]["dimension"] == "Product"
    assert told.iloc[-1]["factor"] == "0.500"


def test_a_site_without_a_figure_is_left_out_and_said_to_be():
    rows = pd.DataFrame(
        [("Bor", 100.0, 0.4, 1.0), ("Yei", 20.0, None, None)],
        columns=["name", "served", "gap", "share"],
    )
    told = said.sites(rows)
    assert list(told["weighs"]) == ["100 %", "left out"]
    assert told["gap"].iloc[1] == "not enough evidence"


def test_the_threats_end_in_their_sums():
    rows = pd.DataFrame(
        [("ieds", 0.75, 1.0, 1.0, 0.75), ("corruption", 0.5, 1 / 3, 1.0, 1 / 6)],
        columns=["threat_code", "severity", "bearing", "counting", "pressing"],
    )
    last = said.threats(rows).iloc[-1]
    assert (last["bearing"], last["counting"], last["pressing"]) == ("1.33", "2.00", "0.92")


def test_the_parts_add_up_to_the_priority():
    # Example 15 of the method note: 18.75 + 14.4 + 4.8 = 37.95.
    row = {
        "pressure": 0.625,
        "mandate_relevance": 0.8,
        "exposure_share": 0.4,
        "threat_part": 18.75,
        "mandate_part": 14.4,
        "exposure_part": 4.8,
        "importance": 0.6325,
        "priority": 37.95,
    }
    told = said.parts(row, {"threat": 0.5, "mandate": 0.3, "exposure": 0.2})
    assert told["points"].iloc[:3].astype(float).sum() == pytest.approx(37.95, abs=0.15)
    assert told["value"].iloc[-1] == "0.63"
