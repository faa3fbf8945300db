"""Which assumption matters most, in words and bars."""

import pandas as pd

from unpol_data.figures import assumption_words, bars
from unpol_data.figures.palette import palette
from unpol_data.scoring.sensitivity import GROUPS

SHARES = pd.DataFrame(
    {
        "assumption": ["threat_ratings", "type_of_mean"],
        "total_order": [0.463, 0.1],
        "total_order_low": [0.381, 0.0],
        "total_order_high": [0.545, 0.21],
    }
)


def test_every_group_of_assumptions_has_a_name():
    assert set(assumption_words.NAMES) == set(assumption_words.SHORT) == set(GROUPS)


def test_the_weightiest_is_said_with_its_share_and_interval():
    name, said = assumption_words.sentence(SHARES)
    assert name == "How severe the crime threats are"
    assert said.startswith("46 % (38–55 %) of how far the order moves")


def test_where_nothing_moves_the_order_it_is_said_so():
    nothing = SHARES.assign(total_order=0.0)
    assert assumption_words.sentence(nothing) == ("Nothing", "no assumption moves the order.")


def test_each_bar_is_labelled_with_its_share_and_interval():
    rows = assumption_words.bars(SHARES)
    assert list(rows["words"]) == ["46 % (38–55)", "10 % (0–21)"]
    assert bars.labelled_bars(rows, palette("light"))
    assert "Threat severity: 46 % (38–55)" in bars.labelled_bars_alt(rows)
