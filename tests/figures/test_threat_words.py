"""Are crimes, and what capability does against them, said by name?"""

from datetime import date

import pandas as pd

from unpol_data.figures import threat_words

CELL = {
    "threat_code": "extortion",
    "area_code": "cyber",
    "relevance_thirds": 3,
    "reason": "Demands come by phone.",
    "gap_points": 60,
    "gap_class": "large",
    "coverage_share": 0.83,
    "mission_count": 4,
}


def test_a_cell_names_the_crime_and_what_its_figure_rests_on():
    cells = pd.DataFrame([CELL, CELL | {"relevance_thirds": 1, "coverage_share": None}])
    decisive, helps = threat_words.matrix(cells, as_of=date(2026, 3, 31)).to_dict("records")
    assert decisive["row_name"] == "Extortion and protection racketeering"
    assert decisive["basis"] == "4 missions, 83 % of the severity rated"
    assert (decisive["limiting"], helps["limiting"]) == (True, False)
    assert helps["basis"] == "–"


def test_relevance_is_a_word_with_its_reason():
    row = threat_words.areas(pd.DataFrame([CELL])).iloc[0]
    assert (row["relevance"], row["reason"]) == ("decisive", "Demands come by phone.")


def test_crimes_nobody_rated_are_named_in_one_sentence():
    assert threat_words.not_rated(("heroin", "cocaine")) == (
        "Not rated by any mission in scope: Heroin trade and Cocaine trade."
    )
