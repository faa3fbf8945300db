"""Which answer would reach what is required?"""

import pandas as pd
import pytest

from unpol_data.scoring.attainment import attainment
from unpol_data.scoring.requirement import required_values


def item(**more) -> pd.DataFrame:
    """One item, a level unless told otherwise."""
    row = {
        "answer_type": "level",
        "required": 0.7,
        "needed": None,
        "value_at_none": None,
        "value_at_full": None,
    }
    rows = pd.DataFrame([row | more])
    numbers = ["required", "needed", "value_at_none", "value_at_full"]
    return rows.astype({name: "float64" for name in numbers})


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({}, 3),  # 0.7 x 4 = 2.8, so level 3
        ({"required": 0.75}, 3),
        ({"answer_type": "yes_partly_no", "required": 0.5}, 0.5),
        ({"answer_type": "yes_partly_no", "required": 0.6}, 1),
        ({"answer_type": "count", "needed": 17}, 12),  # 0.7 x 17 = 11.9
        ({"answer_type": "measure", "value_at_none": 0, "value_at_full": 24}, 16.8),
        ({"answer_type": "measure", "value_at_none": 90, "value_at_full": 0}, 27),
    ],
)
def test_the_least_answer_that_meets_the_requirement(more, value):
    rows = item(**more)
    found = required_values(rows, level_top=4)
    assert found.iloc[0] == pytest.approx(value)
    reached = attainment(rows.assign(state="answered", value=found), level_top=4)
    assert reached.iloc[0] == pytest.approx(1)


def test_a_count_of_which_nobody_said_how_many_are_needed_has_no_required_answer():
    assert required_values(item(answer_type="count"), level_top=4).isna().all()


def test_an_unknown_kind_of_answer_is_refused_by_name():
    with pytest.raises(ValueError, match="colour"):
        required_values(item(answer_type="colour"), level_top=4)
