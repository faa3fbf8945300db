"""What holds whatever the answers are? From answers to missions, with made-up numbers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unpol_data.scoring.attainment import attainment
from unpol_data.scoring.dimension import dimension_gaps
from unpol_data.scoring.gap import site_gaps
from unpol_data.scoring.mission import mission_gaps
from unpol_data.scoring.priority import priorities

DIMENSIONS = ["personnel", "facilities", "software", "equipment", "working_methods"]
WEIGHTS = pd.DataFrame(
    {
        "area_code": "records",
        "dimension_code": DIMENSIONS,
        "weight": [0.3, 0.1, 0.2, 0.25, 0.15],
    }
)
SITES = ["MINUSCA-A", "MINUSCA-B", "UNMISS-C", "UNMISS-D"]
ITEMS_PER_DIMENSION = 3
COUNT = len(SITES) * len(DIMENSIONS) * ITEMS_PER_DIMENSION
STATES = ["answered"] * 4 + ["unknown", "not_applicable", "not_provided"]
FIGURES = ["gap", "gap_low", "gap_high", "coverage_share", "confidence"]

levels = st.lists(st.integers(0, 4), min_size=COUNT, max_size=COUNT)
states = st.lists(st.sampled_from(STATES), min_size=COUNT, max_size=COUNT)
few = settings(max_examples=15, deadline=None)


def answers(given_levels: list[int], given_states: list[str]) -> pd.DataFrame:
    """One row per item of every site and dimension."""
    keys = pd.MultiIndex.from_product(
        [SITES, DIMENSIONS, range(ITEMS_PER_DIMENSION)],
        names=["site_code", "dimension_code", "item"],
    ).to_frame(index=False)
    rows = keys.assign(
        area_code="records",
        item_code=keys["dimension_code"] + keys["item"].astype(str),
        answer_type="level",
        state=given_states,
        value=given_levels,
        needed=np.nan,
        value_at_none=np.nan,
        value_at_full=np.nan,
        required=0.75,
        weight=keys["item"].map({0: 0.5, 1: 0.3, 2: 0.2}),
        confidence=0.8,
    )
    return rows.assign(attainment=attainment(rows, level_top=4))


def at_sites(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per site."""
    by = ["site_code", "area_code"]
    return site_gaps(
        dimension_gaps(rows, by=by),
        WEIGHTS,
        by=by,
        floor=0.01,
        coverage_needed=0.6667,
        dimensions_needed=4,
    )


def at_missions(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission."""
    places = at_sites(rows)
    places = places.assign(
        mission_code=places["site_code"].str.split("-").str[0],
        served=places["site_code"].map(dict(zip(SITES, [300, 100, None, 50], strict=True))),
    )
    by = ["mission_code", "area_code"]
    return mission_gaps(places, by=by, large_gap=0.5, coverage_needed=0.6667)


@few
@given(levels, states)
def test_every_figure_lies_between_0_and_1(given_levels, given_states):
    rows = answers(given_levels, given_states)
    for found in (at_sites(rows), at_missions(rows)):
        for column in FIGURES:
            assert found[column].dropna().between(0, 1).all(), column


@few
@given(levels, states)
def test_the_bounds_contain_the_figure(given_levels, given_states):
    rows = answers(given_levels, given_states)
    for found in (at_sites(rows), at_missions(rows)):
        assert (found["gap_low"] <= found["gap_high"] + 1e-9).all()
        scored = found[found["gap"].notna()]
        assert (scored["gap_low"] <= scored["gap"] + 1e-9).all()
        assert (scored["gap"] <= scored["gap_high"] + 1e-9).all()


@few
@given(levels, states, st.lists(st.integers(0, 4), min_size=COUNT, max_size=COUNT))
def test_the_bounds_contain_what_the_missing_answers_turn_out_to_be(
    given_levels, given_states, hidden
):
    found = at_sites(answers(given_levels, given_states)).set_index("site_code")
    known = [state if state != "unknown" else "answered" for state in given_states]
    values = [
        hidden[place] if given_states[place] == "unknown" else given_levels[place]
        for place in range(COUNT)
    ]
    truth = at_sites(answers(values, known)).set_index("site_code")["gap"].dropna()
    bounds = found.loc[truth.index]
    assert (bounds["gap_low"] <= truth + 1e-9).all()
    assert (truth <= bounds["gap_high"] + 1e-9).all()


@few
@given(levels, states, st.integers(0, COUNT - 1))
def test_a_better_answer_never_raises_a_gap(given_levels, given_states, place):
    better = [*given_levels]
    better[place] = min(4, better[place] + 1)
    before, after = answers(given_levels, given_states), answers(better, given_states)
    for figures in (at_sites, at_missions):
        change = figures(after)["gap"] - figures(before)["gap"]
        assert (change.dropna() <= 1e-9).all()


@few
@given(levels, states, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(given_levels, given_states, random):
    rows = answers(given_levels, given_states)
    order = random.sample(range(len(rows)), len(rows))
    shuffled = rows.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(at_sites(shuffled), at_sites(rows), check_exact=True)
    pd.testing.assert_frame_equal(at_missions(shuffled), at_missions(rows), check_exact=True)


@few
@given(levels, states)
def test_dropping_a_mission_changes_no_other_missions_figure(given_levels, given_states):
    rows = answers(given_levels, given_states)
    both = at_missions(rows).query("mission_code == 'UNMISS'").reset_index(drop=True)
    alone = at_missions(rows[rows["site_code"].str.startswith("UNMISS")])
    alone = alone.reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, both, check_exact=True, check_dtype=False)


@few
@given(levels, states, st.floats(0, 1))
def test_confidence_never_moves_a_gap(given_levels, given_states, confidence):
    rows = answers(given_levels, given_states)
    columns = ["gap", "gap_low", "gap_high"]
    other = at_missions(rows.assign(confidence=confidence))
    pd.testing.assert_frame_equal(other[columns], at_missions(rows)[columns])


@few
@given(levels)
def test_an_unknown_answer_is_never_read_as_nothing(given_levels):
    known = ["answered"] * COUNT
    one_unknown = ["unknown", *known[1:]]
    zero = at_sites(answers([0, *given_levels[1:]], known))["gap"].iloc[0]
    unknown = at_sites(answers(given_levels, one_unknown))["gap"].iloc[0]
    assert unknown <= zero + 1e-9


@few
@given(levels, states)
def test_the_kinds_of_mean_stand_in_order(given_levels, given_states):
    found = at_sites(answers(given_levels, given_states)).dropna(subset=["gap"])
    assert (found["gap_arithmetic"] <= found["gap"] + 1e-9).all()
    assert (found["gap"] <= found["gap_harmonic"] + 1e-9).all()


@few
@given(levels)
def test_a_surplus_never_offsets_a_shortage(given_levels):
    rows = answers(given_levels, ["answered"] * COUNT)
    surplus = rows.assign(value=rows["value"].where(rows["value"] < 3, 40))
    enough = rows.assign(value=rows["value"].where(rows["value"] < 3, 3))
    found = [
        at_sites(one.assign(attainment=attainment(one, level_top=4)))["gap"]
        for one in (surplus, enough)
    ]
    pd.testing.assert_series_equal(*found)


@few
@given(*[st.floats(0, 1)] * 4)
def test_priority_stays_within_0_and_100_and_adds_up(gap, pressure, relevance, exposure):
    row = pd.DataFrame(
        {
            "gap": [gap],
            "pressure": [pressure],
            "mandate_relevance": [relevance],
            "exposure_share": [exposure],
        }
    )
    found = priorities(row, {"threat": 0.5, "mandate": 0.3, "exposure": 0.2}).iloc[0]
    assert 0 <= found["priority"] <= 100 + 1e-9
    parts = found[["threat_part", "mandate_part", "exposure_part"]].sum()
    assert found["priority"] == pytest.approx(parts)
