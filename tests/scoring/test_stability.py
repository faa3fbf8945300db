"""How firm is the order of the priorities?"""

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.made_up import Steady
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.priority import priorities
from unpol_data.scoring.stability import (
    Limits,
    matched,
    neighbour_wins,
    priority_draws,
    rank_draws,
    stability,
    tiers,
    weight_draws,
)

WEIGHTS = {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}
LIMITS = Limits(interval_low=0.05, interval_high=0.95, top_k=1, tier_robust=0.8, tier_contested=0.2)
FIRM = ["rank_median", "rank_low", "rank_high"]
shares = st.floats(0, 1).map(lambda share: round(share, 3))
few = settings(max_examples=25, deadline=None)


def three(**more) -> pd.DataFrame:
    """Three gaps of one mission, in the order of their priorities."""
    rows = {
        "mission_code": "UNISFA",
        "area_code": ["records", "cyber", "power"],
        "gap": [0.6, 0.5, 0.5],
        "pressure": [0.625, 0.9, 0.2],
        "mandate_relevance": [0.8, 0.6, 0.2],
        "exposure_share": [0.4, 0.5, 0.1],
    }
    return priorities(pd.DataFrame(rows | more), WEIGHTS)


def steady(rows: pd.DataFrame, *, weight_noise: float = 0.0, count: int = 4, chance=None):
    """Priority draws whose gap, exposure and pressure are always the point figures."""
    gaps, exposures, pressures = (
        np.repeat(rows[[name]].to_numpy(dtype=np.float32), count, axis=1)
        for name in ("gap", "exposure_share", "pressure")
    )
    return priority_draws(
        rows,
        gaps,
        exposures,
        pressures,
        weights=WEIGHTS,
        weight_noise=weight_noise,
        chance=chance or Chance(2, draw_count=count),
    )


def ten_draws() -> np.ndarray:
    """Ten draws of three priorities: the first two are close, the third is far behind."""
    first = [38, 37, 36, 40, 35, 38, 39, 37, 36, 38]
    second = [36, 38, 37, 36, 36, 36, 40, 36, 36, 36]
    return np.array([first, second, [5] * 10], dtype=np.float32)


def test_weights_and_mandate_relevance_vary_by_a_share_of_themselves():
    # Example 19: U = 0.4 moves each weight by 0.25 x 0.4 = 10 %: 0.55, 0.33, 0.22, which
    # renormalised are 0.5, 0.3 and 0.2 again; mu = 0.8 x 1.1 = 0.88. With G = 0.6,
    # tau = 0.625, x = 0.4: I = 0.3125 + 0.264 + 0.08 = 0.6565; P = 39.39.
    found = steady(three(), weight_noise=0.25, count=3, chance=Steady(0.7))
    assert found[0].tolist() == pytest.approx([39.39] * 3, abs=1e-3)


def test_drawn_weights_sum_to_one_and_stay_near_the_given_ones():
    found = weight_draws(WEIGHTS, weight_noise=0.25, chance=Chance(1, draw_count=500))
    assert found.sum(axis=0) == pytest.approx(np.ones(500), abs=1e-6)
    assert found.mean(axis=1) == pytest.approx([0.5, 0.3, 0.2], abs=0.01)


def test_what_the_draws_say_of_three_gaps():
    # Example 20: the first is ahead in draws 1, 4, 6, 8 and 10, equal in 9, behind in 2, 3, 5
    # and 7; in draw 9 both have rank 1. So it is first in 6 of 10 and the second in 5 of 10;
    # half of the first's draws are at rank 1, so are 5 of the second's; it wins 5 + 1/2 of 10.
    rows = three()
    found = stability(rows, ten_draws(), limits=LIMITS)
    assert found[FIRM].to_numpy().tolist() == [[1, 1, 2], [1, 1, 2], [3, 3, 3]]
    assert found["top_share"].tolist() == [0.6, 0.5, 0]
    assert found["tier"].tolist() == ["B", "B", "C"]
    assert neighbour_wins(rows, ten_draws())["win_share"].tolist() == [0.55, 1]


def test_equal_priorities_share_the_better_rank():
    drawn = np.array([[5, 1], [5, 2], [7, 2], [1, 2]], dtype=np.float32)
    assert rank_draws(drawn).tolist() == [[2, 4], [2, 1], [1, 1], [4, 1]]


def test_where_all_are_equal_all_are_first():
    found = stability(three(), np.ones((3, 8), dtype=np.float32), limits=LIMITS)
    assert found[FIRM].to_numpy().tolist() == [[1, 1, 1]] * 3
    assert found["tier"].tolist() == ["A"] * 3
    assert neighbour_wins(three(), np.ones((3, 8)))["win_share"].tolist() == [0.5, 0.5]


def test_what_has_no_priority_is_not_ranked_and_takes_no_rank():
    rows = three(pressure=[0.625, None, 0.2])
    drawn = steady(rows)
    assert np.isnan(drawn[1]).all()
    found = stability(rows, drawn, limits=LIMITS)
    assert found.loc[1, [*FIRM, "top_share", "tier"]].isna().all()
    assert found.loc[[0, 2], "rank_median"].tolist() == [1, 2]
    pairs = neighbour_wins(rows, drawn)
    assert pairs["area_code"].tolist() == ["records"]
    assert pairs["behind_area_code"].tolist() == ["power"]


def test_where_nothing_can_be_ranked_nothing_is():
    rows = three(gap=[None, None, None])
    found = stability(rows, steady(rows), limits=LIMITS)
    assert found[[*FIRM, "top_share", "tier"]].isna().all(axis=None)
    assert neighbour_wins(rows, steady(rows)).empty
    none = rows.iloc[:0]
    assert stability(none, steady(none), limits=LIMITS).empty


def test_one_gap_alone_is_first_in_every_draw():
    rows = three().iloc[:1]
    found = stability(rows, steady(rows, weight_noise=0.25), limits=LIMITS)
    assert found[[*FIRM, "tier"]].to_numpy().tolist() == [[1, 1, 1, "A"]]
    assert neighbour_wins(rows, steady(rows)).empty


@few
@given(st.lists(st.tuples(shares, shares, shares, shares), min_size=1, max_size=12))
def test_without_noise_every_interval_is_the_point_rank(figures):
    names = ["gap", "pressure", "mandate_relevance", "exposure_share"]
    rows = pd.DataFrame(figures, columns=names).assign(mission_code="UNISFA")
    rows["area_code"] = [f"area {number}" for number in range(len(rows))]
    rows = priorities(rows, WEIGHTS)
    # Draws are kept to seven digits: priorities closer than that may share a rank in them.
    distinct = np.diff(np.sort(rows["priority"]))
    found = stability(rows, steady(rows), limits=LIMITS)
    point = rows["priority"].rank(ascending=False, method="min")
    if (distinct > 1e-4).all():
        for name in FIRM:
            assert found[name].tolist() == point.tolist()


@few
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(seed, random):
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, 6, (9, 40)).astype(np.float32)
    rows = pd.DataFrame({"mission_code": "UNISFA", "area_code": [f"{n}" for n in range(9)]})
    order = random.sample(range(9), 9)
    turned = stability(
        rows.iloc[order].reset_index(drop=True), drawn[order], limits=LIMITS
    ).set_index("area_code")
    straight = stability(rows, drawn, limits=LIMITS).set_index("area_code")
    pd.testing.assert_frame_equal(turned.loc[straight.index], straight)


@few
@given(st.integers(0, 1000))
def test_ranks_are_those_of_counting_who_is_sharper(seed):
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, 8, (7, 30)).astype(np.float32)
    drawn[2] = np.nan
    counted = 1 + (drawn[None, :, :] > drawn[:, None, :]).sum(axis=1)
    counted[2] = 0
    assert (rank_draws(drawn) == counted).all()


def test_the_tier_begins_at_its_threshold():
    found = tiers(pd.Series([0.8, 0.7999, 0.2, 0.1999, None]), limits=LIMITS)
    assert found.tolist()[:4] == ["A", "B", "B", "C"]
    assert pd.isna(found[4])


def test_draws_find_their_rows_and_rows_without_draws_stay_without():
    drawn = pd.DataFrame({"mission_code": "UNISFA", "area_code": ["power", "records"]})
    found = matched(three(), drawn, np.array([[3.0], [1.0]], dtype=np.float32))
    assert found[[0, 2]].tolist() == [[1], [3]]
    assert np.isnan(found[1]).all()
    assert np.isnan(matched(three(), drawn.iloc[:0], np.empty((0, 2)))).all()


def test_draws_of_other_rows_are_refused():
    rows = three()
    with pytest.raises(ValueError, match="same rows"):
        priority_draws(
            rows,
            *[np.ones((2, 3), dtype=np.float32)] * 3,
            weights=WEIGHTS,
            weight_noise=0,
            chance=Chance(1, draw_count=3),
        )


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"threat": 0.5, "mandate": 0.5}, "needed are"),
        ({"threat": 0.5, "mandate": 0.3, "exposure": 0.1}, "sum to 0.9"),
        ({"threat": 1.5, "mandate": -0.5, "exposure": 0.0}, "from 0 to 1"),
        ({"threat": float("nan"), "mandate": 0.5, "exposure": 0.5}, "from 0 to 1"),
    ],
)
def test_weights_that_cannot_be_are_refused_in_words(weights, words):
    with pytest.raises(ValueError, match=words):
        weight_draws(weights, weight_noise=0.25, chance=Chance(1, draw_count=3))


def test_two_thousand_draws_of_all_missions_are_ranked_at_once():
    drawn = np.random.default_rng(1).random((143, 2000), dtype=np.float32)
    rows = pd.DataFrame({"mission_code": "UNISFA", "area_code": [str(n) for n in range(143)]})
    began = time.process_time()
    stability(rows, drawn, limits=LIMITS)
    assert time.process_time() - began < 0.5
