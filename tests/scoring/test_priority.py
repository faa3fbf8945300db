"""Which gaps come first?"""

import pandas as pd
import pytest

from unpol_data.scoring.priority import priorities

WEIGHTS = {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}
PARTS = ["threat_part", "mandate_part", "exposure_part"]


def ranked(**more) -> pd.Series:
    """The priority of one gap, that of Example 15 unless told otherwise."""
    row = {"gap": 0.6, "pressure": 0.625, "mandate_relevance": 0.8, "exposure_share": 0.4}
    return priorities(pd.DataFrame([row | more]).astype("float64"), WEIGHTS).iloc[0]


def test_priority_is_the_gap_times_its_importance():
    # Example 15: I = 0.5 x 0.625 + 0.3 x 0.8 + 0.2 x 0.4 = 0.6325; 100 x 0.6 x 0.6325 = 37.95
    found = ranked()
    assert found["importance"] == pytest.approx(0.6325)
    assert found["priority"] == pytest.approx(37.95)


def test_priority_divides_into_what_each_part_adds():
    # Example 15: 18.75 + 14.4 + 4.8 = 37.95
    assert ranked()[PARTS].tolist() == pytest.approx([18.75, 14.4, 4.8])


def test_no_gap_has_no_priority_however_great_the_threat():
    assert ranked(gap=0, pressure=1)["priority"] == 0


def test_a_gap_nothing_makes_important_has_no_priority():
    assert ranked(pressure=0, mandate_relevance=0, exposure_share=0)["priority"] == 0


@pytest.mark.parametrize("absent", ["gap", "pressure", "mandate_relevance", "exposure_share"])
def test_where_anything_is_missing_the_priority_is_missing_and_not_zero(absent):
    assert ranked(**{absent: None})[["priority", *PARTS]].isna().all()


def test_weights_that_leave_a_part_out_are_refused():
    with pytest.raises(ValueError, match="exposure"):
        priorities(pd.DataFrame({"gap": [0.5]}), {"threat": 0.5, "mandate": 0.5})
