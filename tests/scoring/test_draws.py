"""Which gaps could the answers stand for?"""

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.made_up import WEIGHTS, Steady, answers, assumptions
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.dimension import dimension_gaps
from unpol_data.scoring.draws import MEANS, Draws, gap_draws
from unpol_data.scoring.gap import site_gaps
from unpol_data.scoring.mission import mission_gaps

COLUMN = {"geometric": "gap", "arithmetic": "gap_arithmetic", "harmonic": "gap_harmonic"}
few = settings(max_examples=15, deadline=None)


def drawn(rows: pd.DataFrame, *, noise: bool = True, means=MEANS, draw_count: int = 60) -> Draws:
    """Draws of these answers, always with the same seed."""
    chance = Chance(5, draw_count=draw_count)
    return gap_draws(
        rows, WEIGHTS, assumptions=assumptions(noise=noise, means=means), chance=chance
    )


def point(rows: pd.DataFrame, mean: str = "geometric") -> pd.DataFrame:
    """The point figures of the same answers, by the functions of the pages."""
    by = ["mission_code", "site_code", "area_code"]
    places = site_gaps(
        dimension_gaps(rows, by=by),
        WEIGHTS,
        by=by,
        floor=0.01,
        coverage_needed=0.6667,
        dimensions_needed=4,
    ).merge(rows[["site_code", "served"]].drop_duplicates(), on="site_code")
    places["gap"] = places[COLUMN[mean]]
    return mission_gaps(
        places, by=["mission_code", "area_code"], large_gap=0.5, coverage_needed=0.6667
    )


def one_site(**items: tuple[float | None, float]) -> pd.DataFrame:
    """One site with one item in each of these dimensions: its attainment and confidence."""
    rows = answers().query("site_code == 'UNISFA-A' and area_code == 'records' and item == '1'")
    rows = rows[rows["dimension_code"].isin(list(items))].set_index("dimension_code", drop=False)
    reached = pd.Series({name: item[0] for name, item in items.items()}, dtype="float64")
    return rows.assign(
        attainment=reached,
        confidence=pd.Series({name: item[1] for name, item in items.items()}),
        state=reached.notna().map({True: "answered", False: "unknown"}),
    ).reset_index(drop=True)


def test_an_answer_varies_by_its_confidence_and_a_missing_one_over_everything():
    # Example 17: 0.6 +- (0.05 + 0.45 x 0.3) = +- 0.185; U = 0.4 gives 0.6 + 0.074 = 0.674.
    # U(0, 1) is then 0.7 for the missing one. Weights 0.3 and 0.1 both grow by 10 %:
    # 0.75 and 0.25. Arithmetic: 0.75 x 0.674 + 0.25 x 0.7 = 0.6805, so the gap is 0.3195.
    rows = one_site(personnel=(0.6, 0.7), facilities=(None, 0.0))
    fixed = assumptions(means=("arithmetic",))
    found = gap_draws(rows, WEIGHTS, assumptions=fixed, chance=Steady(0.7))
    assert found.gaps.tolist() == [pytest.approx([0.3195] * 3, abs=1e-6)]
    assert found.exposures.tolist() == [[0, 0, 0]]


def test_an_attainment_drawn_stays_between_nothing_and_all():
    rows = one_site(personnel=(0.95, 0.5))
    best = gap_draws(rows, WEIGHTS, assumptions=assumptions(), chance=Steady(0.999))
    assert best.gaps.max() == 0


def test_an_answer_without_evidence_varies_most():
    certain, doubtful = one_site(personnel=(0.5, 1.0)), one_site(personnel=(0.5, np.nan))
    means = ("arithmetic",)
    spread = [
        np.ptp(drawn(rows, means=means, draw_count=2000).gaps) for rows in (certain, doubtful)
    ]
    # +- 0.05 where it was measured today, +- 0.5 where nobody knows how it was seen
    assert spread == pytest.approx([0.1, 1.0], abs=0.01)


@pytest.mark.parametrize("mean", MEANS)
def test_without_noise_every_draw_is_the_point_figure(mean):
    rows = answers()
    expected = point(rows, mean)
    found = drawn(rows, noise=False, means=(mean,))
    assert found.rows.to_numpy().tolist() == expected[found.rows.columns].to_numpy().tolist()
    for draws, figure in ((found.gaps, "gap"), (found.exposures, "exposure_share")):
        wanted = np.repeat(expected[[figure]].to_numpy(), draws.shape[1], axis=1)
        assert draws == pytest.approx(wanted, abs=1e-5)


def test_each_type_of_mean_has_its_share_of_the_draws():
    rows = answers()
    found = drawn(rows, noise=False, draw_count=6).gaps
    for number, mean in enumerate(MEANS):
        expected = point(rows, mean)["gap"].to_numpy()
        assert found[:, number] == pytest.approx(expected, abs=1e-5)
        assert (found[:, number + 3] == found[:, number]).all()


def test_the_draws_lie_around_the_point_figure():
    rows = answers().assign(confidence=0.9)
    found = drawn(rows, means=("arithmetic",), draw_count=2000).gaps
    assert found.mean(axis=1) == pytest.approx(point(rows, "arithmetic")["gap"], abs=0.02)


@few
@given(st.integers(0, 100), st.floats(0, 1))
def test_every_draw_lies_between_0_and_1(seed, unknown):
    found = drawn(answers(seed, unknown=unknown))
    for draws in (found.gaps, found.exposures):
        assert (draws >= 0).all()
        assert (draws <= 1 + 1e-6).all()


@few
@given(st.integers(0, 100), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_draw(seed, random):
    rows = answers(seed, unknown=0.2)
    order = random.sample(range(len(rows)), len(rows))
    once, again = drawn(rows), drawn(rows.iloc[order].reset_index(drop=True))
    assert (once.gaps == again.gaps).all()
    assert (once.exposures == again.exposures).all()


@few
@given(st.integers(0, 100))
def test_dropping_a_mission_changes_no_other_missions_draws(seed):
    rows = answers(seed, unknown=0.2)
    both, alone = drawn(rows), drawn(rows[rows["mission_code"] == "UNISFA"])
    own = (both.rows["mission_code"] == "UNISFA").to_numpy()
    assert (both.gaps[own] == alone.gaps).all()
    assert (both.exposures[own] == alone.exposures).all()


@few
@given(st.integers(0, 100))
def test_what_is_not_applicable_enters_no_draw(seed):
    rows = answers(seed)
    out = rows["item"] == "2"
    without = drawn(rows[~out])
    marked = rows.assign(state=rows["state"].mask(out, "not_applicable"))
    assert (drawn(marked).gaps == without.gaps).all()


def test_a_better_answer_raises_no_draw_of_the_gap():
    rows = answers()
    better = rows.assign(attainment=(rows["attainment"] + 0.2).clip(upper=1))
    assert (drawn(better).gaps <= drawn(rows).gaps + 1e-6).all()


def test_a_site_whose_number_is_not_known_is_left_out_unless_none_is_known():
    rows = answers()
    some = rows[rows["mission_code"] == "UNMIK"]
    known = some[some["served"].notna()]
    assert (drawn(some).gaps == drawn(known).gaps).all()
    nobody = rows[rows["mission_code"] == "BINUH"]
    assert drawn(nobody).rows["mission_code"].tolist() == ["BINUH", "BINUH"]


def test_a_mission_of_one_site_has_that_sites_draws():
    rows = answers()
    one = rows[rows["site_code"] == "UNISFA-A"]
    assert set(np.unique(drawn(one).exposures)) <= {0.0, 1.0}


def test_where_nothing_is_known_the_draws_are_of_anything_and_not_of_nothing():
    found = drawn(answers(unknown=1.0), means=("arithmetic",), draw_count=2000)
    assert found.gaps.mean(axis=1) == pytest.approx(0.5, abs=0.02)


def test_no_answers_give_no_draws():
    found = drawn(answers().iloc[:0])
    assert found.rows.empty
    assert found.gaps.shape == found.exposures.shape == (0, 60)


def test_a_dimension_without_weight_is_refused():
    with pytest.raises(ValueError, match="No dimension weight"):
        gap_draws(answers(), WEIGHTS[1:], assumptions=assumptions(), chance=Steady(0.5))
    with pytest.raises(ValueError, match="no median mean"):
        drawn(answers(), means=("median",))


def test_two_thousand_draws_over_many_answers_take_seconds_and_not_minutes():
    many = pd.concat(
        [answers(seed).assign(mission_code=f"M{seed}") for seed in range(50)], ignore_index=True
    )
    many["site_code"] = many["mission_code"] + many["site_code"]
    began = time.process_time()
    drawn(many, draw_count=2000)
    assert time.process_time() - began < 5
