"""At which weight would two neighbours change places?"""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unpol_data.scoring.overtaking import overtaking
from unpol_data.scoring.priority import PARTS, priorities

WEIGHTS = {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}
FIGURES = ["gap", "pressure", "mandate_relevance", "exposure_share"]
shares = st.floats(0, 1).map(lambda share: round(share, 2))
gaps = st.tuples(shares, shares, shares, shares)


def ordered(figures, weights=WEIGHTS) -> pd.DataFrame:
    """Gaps in the order of their priorities."""
    rows = pd.DataFrame(figures, columns=FIGURES).assign(mission_code="UNISFA")
    rows["area_code"] = [f"area {number}" for number in range(len(rows))]
    return priorities(rows, weights).sort_values("priority", ascending=False, ignore_index=True)


def moved(part: str, value: float, weights=WEIGHTS) -> dict[str, float]:
    """The weights with one of them moved, and the others in their proportions."""
    rest = 1 - weights[part]
    return {
        name: value if name == part else weight * (1 - value) / rest
        for name, weight in weights.items()
    }


def test_the_weight_at_which_the_second_overtakes_the_first():
    # Example 21: P = 37.95 and 36.5. Without threat the others weigh 0.6 and 0.4:
    # 100 x 0.6 x (0.6 x 0.8 + 0.4 x 0.4) = 38.4 against 100 x 0.5 x (0.36 + 0.2) = 28, a
    # lead of 10.4; with threat alone 37.5 against 45, a lead of -7.5. 10.4 / 17.9 = 0.581.
    rows = ordered([(0.6, 0.625, 0.8, 0.4), (0.5, 0.9, 0.6, 0.5)])
    assert rows["priority"].tolist() == pytest.approx([37.95, 36.5])
    found = overtaking(rows, WEIGHTS).set_index("part").loc["threat"]
    assert found["weight_at_swap"] == pytest.approx(0.581, abs=5e-4)
    assert found["weight_now"] == 0.5
    assert found["swap_side"] == "above"
    there = priorities(rows, moved("threat", found["weight_at_swap"]))["priority"]
    assert there[0] == pytest.approx(there[1])


def test_a_gap_that_is_sharper_in_every_part_is_never_overtaken():
    found = overtaking(ordered([(0.9, 0.9, 0.9, 0.9), (0.5, 0.5, 0.5, 0.5)]), WEIGHTS)
    assert found["part"].tolist() == list(PARTS)
    assert found[["weight_at_swap", "swap_side"]].isna().all(axis=None)


def test_two_gaps_alike_in_everything_stay_tied_at_every_weight():
    found = overtaking(ordered([(0.5, 0.5, 0.5, 0.5)] * 2), WEIGHTS)
    assert found["weight_at_swap"].isna().all()


def test_two_gaps_tied_now_part_as_soon_as_a_weight_moves():
    # 0.5 x 0.4 + 0.3 x 0.4 + 0.2 x 0.4 = 0.5 x 0.7 + 0.3 x 0.1 + 0.2 x 0.1
    found = overtaking(ordered([(1, 0.4, 0.4, 0.4), (1, 0.7, 0.1, 0.1)]), WEIGHTS)
    threat = found[found["part"] == "threat"].iloc[0]
    assert threat["weight_at_swap"] == pytest.approx(0.5)
    assert threat["swap_side"] == "above"


def test_where_one_weight_is_all_the_others_come_in_alike():
    only = {"threat": 1.0, "mandate": 0.0, "exposure": 0.0}
    rows = ordered([(1, 0.6, 0.2, 0.4), (1, 0.4, 0.8, 0.6)], only)
    found = overtaking(rows, only).set_index("part").loc["threat"]
    # Lead 0.2 with threat alone, 0.3 - 0.7 = -0.4 without: equal at 0.4 / 0.6.
    assert found["weight_at_swap"] == pytest.approx(2 / 3)
    assert found["swap_side"] == "below"


def test_what_is_not_ranked_is_nobodys_neighbour():
    rows = ordered([(0.9, 0.9, 0.9, 0.9), (0.5, 0.5, 0.5, 0.5), (0.7, None, 0.7, 0.7)])
    found = overtaking(rows, WEIGHTS)
    assert set(zip(found["area_code"], found["behind_area_code"], strict=True)) == {
        ("area 0", "area 1")
    }
    assert overtaking(rows.iloc[2:], WEIGHTS).empty
    assert overtaking(rows.iloc[:0], WEIGHTS).empty


def test_weights_that_do_not_sum_are_refused():
    with pytest.raises(ValueError, match="sum to 1.1"):
        overtaking(ordered([(1, 1, 1, 1)]), {**WEIGHTS, "threat": 0.6})


@settings(max_examples=40, deadline=None)
@given(st.lists(gaps, min_size=2, max_size=4))
def test_trying_every_weight_finds_the_same_changes_of_place(figures):
    rows = ordered(figures)
    found = overtaking(rows, WEIGHTS)
    tried = np.linspace(0, 1, 21)
    for part in PARTS:
        leads = np.array(
            [-np.diff(priorities(rows, moved(part, value))["priority"]) for value in tried]
        ).T
        of_part = found[found["part"] == part].itertuples()
        for row, lead in zip(of_part, leads, strict=True):
            behind_leads = tried[lead < -1e-9]
            if pd.isna(row.weight_at_swap):
                assert behind_leads.size == 0
            elif row.swap_side == "above":
                assert (behind_leads >= row.weight_at_swap - 1e-6).all()
                assert (lead[tried > row.weight_at_swap + 1e-6] <= 1e-9).all()
            else:
                assert (behind_leads <= row.weight_at_swap + 1e-6).all()
                assert (lead[tried < row.weight_at_swap - 1e-6] <= 1e-9).all()
