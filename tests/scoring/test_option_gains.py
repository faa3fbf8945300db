"""What options gain, alone and together, against the gap computed anew."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unpol_data.scoring.gap import site_gaps
from unpol_data.scoring.option_gains import joint_gains, levels, rises, single_gains, worth

DIMENSIONS = ("equipment", "facilities", "personnel", "software", "working_methods")
WEIGHTS = pd.DataFrame(
    {
        "area_code": "forensics",
        "dimension_code": DIMENSIONS,
        "weight": [0.3, 0.1, 0.2, 0.15, 0.25],
    }
)
FLOOR = 0.01


def dimension_rows(reached) -> pd.DataFrame:
    """The dimension gaps of one site; None: nothing was answered."""
    known = [level is not None for level in reached]
    gaps = pd.Series([None if level is None else 1 - level for level in reached], dtype="float64")
    return pd.DataFrame(
        {
            "site_code": "juba",
            "area_code": "forensics",
            "dimension_code": DIMENSIONS,
            "gap": gaps,
            "gap_low": gaps.fillna(0.0),
            "gap_high": gaps.fillna(1.0),
            "coverage_share": np.where(known, 1.0, 0.0),
            "confidence": 1.0,
        }
    )


def gap_of(reached) -> float:
    """The gap of the site as the figures of the dashboard have it."""
    found = site_gaps(
        dimension_rows(reached),
        WEIGHTS,
        by=["site_code", "area_code"],
        floor=FLOOR,
        coverage_needed=0.6667,
        dimensions_needed=1,
    )
    return float(found["gap"].iloc[0])


def raised(**options) -> pd.DataFrame:
    rows = [
        (code, "juba", "forensics", dimension, rise)
        for code, gains in options.items()
        for dimension, rise in gains.items()
    ]
    names = ["option_code", "site_code", "area_code", "dimension_code", "rise"]
    return pd.DataFrame(rows, columns=names)


def at(reached):
    return levels(dimension_rows(reached), WEIGHTS, floor=FLOOR)


def test_an_option_gains_what_the_gap_computed_anew_has_lost():
    # Example 25: all dimensions at 0.5 but equipment at 0.2, weight 0.3. A purchase lifts it by
    # 0.4 to 0.6. Mean before 0.5^0.7 x 0.2^0.3 = 0.3798, gap 1 - 0.3698 / 0.99 = 0.6265; after
    # 0.5^0.7 x 0.6^0.3 = 0.5281, gap 0.4767: it closes 0.1498.
    before, after = [0.2, 0.5, 0.5, 0.5, 0.5], [0.6, 0.5, 0.5, 0.5, 0.5]
    found = single_gains(raised(kit={"equipment": 0.4}), at(before))
    assert found["gap_gain"].tolist() == pytest.approx([0.1498], abs=0.0001)
    assert found["gap_gain"].iloc[0] == pytest.approx(gap_of(before) - gap_of(after))


def test_options_together_gain_other_than_the_sum_of_each_alone():
    # Example 25: a course lifts personnel (weight 0.2) from 0.5 to 0.9 and alone closes 0.0478.
    # Together with the purchase, both certain: 0.5^0.5 x 0.6^0.3 x 0.9^0.2 = 0.5940, gap 0.4101:
    # 0.2164, more than 0.1498 + 0.0478 = 0.1976. With chances of 0.8 and 0.5:
    # 0.4 x 0.2164 + 0.4 x 0.1498 + 0.1 x 0.0478 = 0.1513.
    before = [0.2, 0.5, 0.5, 0.5, 0.5]
    both = raised(kit={"equipment": 0.4}, course={"personnel": 0.4})
    alone = single_gains(both, at(before)).set_index("option_code")["gap_gain"]
    assert alone["course"] == pytest.approx(0.0478, abs=0.0001)
    certain = joint_gains(both, pd.Series({"kit": 1.0, "course": 1.0}), at(before))
    assert certain["gap_gain"].tolist() == pytest.approx([0.2164], abs=0.0001)
    likely = joint_gains(both, pd.Series({"kit": 0.8, "course": 0.5}), at(before))
    assert likely["gap_gain"].tolist() == pytest.approx([0.1513], abs=0.0001)


def test_nothing_is_raised_above_what_is_required():
    twice = raised(one={"equipment": 0.7}, two={"equipment": 0.7})
    before = [0.5, 1, 1, 1, 1]
    found = joint_gains(twice, pd.Series({"one": 1.0, "two": 1.0}), at(before))
    assert found["gap_gain"].tolist() == pytest.approx([gap_of(before)])


def test_a_dimension_of_which_nothing_is_known_gains_nothing():
    found = single_gains(raised(kit={"software": 0.5}), at([0.2, 0.4, 0.6, None, 1]))
    assert found["gap_gain"].tolist() == [0]
    assert single_gains(raised(kit={"software": 0.5}), at([None] * 5)).empty


def test_what_is_said_of_a_site_goes_before_what_is_said_of_its_mission():
    gains = pd.DataFrame(
        {
            "option_code": "kit",
            "site_code": ["UNMISS", "wau"],
            "area_code": "forensics",
            "dimension_code": "equipment",
            "attainment_gain_pct": [30, 10],
        }
    )
    sites = pd.DataFrame({"mission_code": "UNMISS", "site_code": ["juba", "wau"]})
    found = rises(gains, sites).set_index("site_code")["rise"]
    assert found.to_dict() == {"juba": 0.3, "wau": 0.1}


SHARES = st.integers(0, 10).map(lambda tenths: tenths / 10)
GAINS = st.dictionaries(st.sampled_from(DIMENSIONS), SHARES, min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.none(), SHARES), min_size=5, max_size=5),
    st.lists(st.tuples(GAINS, SHARES), min_size=1, max_size=4),
)
def test_the_joint_gain_is_that_of_every_outcome_computed_anew(reached, options):
    if all(level is None for level in reached):
        return
    given_rises = raised(**{f"o{place}": gains for place, (gains, _) in enumerate(options)})
    chances = pd.Series({f"o{place}": chance for place, (_, chance) in enumerate(options)})
    expected = 0.0
    for outcome in product([False, True], repeat=len(options)):
        likely, after = 1.0, list(reached)
        for succeeds, (gains, chance) in zip(outcome, options, strict=True):
            likely *= chance if succeeds else 1 - chance
            for place, dimension in enumerate(DIMENSIONS):
                if succeeds and after[place] is not None:
                    after[place] = min(1.0, after[place] + gains.get(dimension, 0.0))
        expected += likely * (gap_of(reached) - gap_of(after))
    found = joint_gains(given_rises, chances, at(reached))
    assert found["gap_gain"].iloc[0] == pytest.approx(expected, abs=1e-9)


def test_many_options_at_one_place_are_put_together_exactly():
    # 14 options of 5 points each on one dimension: 2^14 outcomes, but only 15 levels.
    many = raised(**{f"o{place}": {"equipment": 0.05} for place in range(14)})
    chances = pd.Series({f"o{place}": 0.5 for place in range(14)})
    found = joint_gains(many, chances, at([0.1, 1, 1, 1, 1]))["gap_gain"].iloc[0]
    weight = [1, 14, 91, 364, 1001, 2002, 3003, 3432, 3003, 2002, 1001, 364, 91, 14, 1]
    gap_after = [gap_of([0.1 + 0.05 * count, 1, 1, 1, 1]) for count in range(15)]
    expected = gap_of([0.1, 1, 1, 1, 1]) - np.dot(weight, gap_after) / 2**14
    assert found == pytest.approx(expected)


def test_an_option_is_worth_what_it_is_likely_to_gain_where_people_serve():
    # Example 24: 0.9 x 0.5 x (200 x 0.6 x 0.3 + 50 x 0.8 x 0.1) = 0.45 x (36 + 4) = 18. Of the
    # third nobody knows how many serve there.
    gains = pd.DataFrame(
        {
            "served": [200, 50, None],
            "importance": [0.6, 0.8, 0.9],
            "gap_gain": [0.3, 0.1, 0.5],
        }
    )
    found = worth(gains)
    assert found.isna().tolist() == [False, False, True]
    assert 0.9 * 0.5 * found.sum() == pytest.approx(18)
