"""Records as people write them and as the store keeps them are the same records."""

import pandas as pd

from tests.programme_rows import rows
from unpol_data.validation.records import written


def test_sensitivity_is_a_level_and_confidential_where_nothing_is_said():
    given = rows("lessons", {"sensitivity": "unclassified"}, {"sensitivity": None})
    given["illustrative"] = ["yes", None]
    kept = written.of_store(given)
    assert kept["sensitivity"].tolist() == [0, 1]
    assert kept["illustrative"].tolist() == [True, False]


def test_what_comes_out_has_whole_numbers_days_and_nothing_for_what_is_missing():
    kept = rows("trainings").assign(
        women_trained=7.0, men_trained=float("nan"), held_on=pd.Timestamp("2026-06-19")
    )
    out = written.of_dictionary("trainings", kept).iloc[0]
    assert (out["women_trained"], out["men_trained"]) == (7, None)
    assert str(out["held_on"]) == "2026-06-19"
    assert (out["sensitivity"], out["illustrative"]) == ("confidential", "yes")
