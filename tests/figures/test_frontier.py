"""Gain by budget: the line, and the budget that is chosen."""

import pandas as pd
import pytest

from unpol_data.figures.frontier import frontier, frontier_alt
from unpol_data.figures.palette import palette

POINTS = pd.DataFrame(
    {
        "budget_usd": [0.0, 10_000.0, 50_000.0],
        "value": [None, 12.0, 40.0],
        "option_count": [None, 1, 3],
    }
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_chosen_budget_is_marked(theme):
    spec = frontier(POINTS, palette(theme), budget=10_000.0).to_dict()
    rows = spec["datasets"]["rows"]
    assert [row["here"] for row in rows] == [False, True, False]
    assert rows[0]["gain"] == "conditions clash"
    assert rows[1]["budget"] == "USD 10,000"


def test_the_chart_is_told_in_words():
    assert frontier_alt(POINTS, budget=10_000.0) == (
        "Gain by budget, from USD 10,000: gain 12 to USD 50,000: gain 40. "
        "Chosen: USD 10,000: gain 12."
    )
    none = POINTS.assign(value=None)
    assert frontier_alt(none, budget=0) == "Gain by budget: no budget meets the conditions."
