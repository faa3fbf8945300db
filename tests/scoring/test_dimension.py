"""How large is the gap in one dimension, and how much of it was answered?"""

import pandas as pd
import pytest

from unpol_data.scoring.dimension import dimension_gaps, printed_dimension_gaps


def items(*given: tuple[float, str, float | None], confidence: float = 0.9) -> pd.DataFrame:
    """One row per item, each given as weight, state and attainment."""
    return pd.DataFrame(
        [
            {
                "site_code": "MINUSCA-BRIA",
                "area_code": "records",
                "dimension_code": "software",
                "item_code": f"REC-SOF-{number}",
                "weight": weight,
                "state": state,
                "attainment": attainment,
                "confidence": confidence,
            }
            for number, (weight, state, attainment) in enumerate(given)
        ]
    ).astype({"attainment": "float64"})


def figures(rows: pd.DataFrame) -> pd.DataFrame:
    return dimension_gaps(rows, by=["site_code", "area_code"])


EXAMPLE_4 = items((0.5, "answered", 0.6), (0.3, "answered", 1.0), (0.2, "unknown", None))


def test_the_gap_is_what_the_answered_items_fall_short_by():
    # Example 4: a = (0.5 x 0.6 + 0.3 x 1.0) / 0.8 = 0.75; gap 0.25; coverage 0.8
    found = figures(EXAMPLE_4).iloc[0]
    assert found["gap"] == pytest.approx(0.25)
    assert found["coverage_share"] == pytest.approx(0.8)


def test_the_bounds_are_where_the_missing_answers_could_take_it():
    # Example 8: 0.8 x 0.25 = 0.20; 0.20 + (1 - 0.8) = 0.40
    found = figures(EXAMPLE_4).iloc[0]
    assert found[["gap_low", "gap_high"]].tolist() == pytest.approx([0.2, 0.4])


def test_a_dimension_of_unknowns_has_no_gap_and_could_be_anything():
    # Example 8: nothing answered, so no gap; bounds 0 and 1
    found = figures(items((0.5, "unknown", None), (0.5, "unknown", None))).iloc[0]
    assert pd.isna(found["gap"])
    assert found[["gap_low", "gap_high", "coverage_share", "confidence"]].tolist() == [0, 1, 0, 0]


@pytest.mark.parametrize("state", ["not_applicable", "not_provided"])
def test_what_does_not_apply_or_is_not_meant_to_be_there_changes_nothing(state):
    with_it = figures(pd.concat([EXAMPLE_4, items((0.5, state, None))]))
    pd.testing.assert_frame_equal(with_it, figures(EXAMPLE_4))


def test_a_dimension_of_which_nothing_applies_is_not_listed():
    assert figures(items((1.0, "not_applicable", None))).empty


def test_an_unknown_answer_is_not_a_zero():
    unknown = figures(items((0.5, "answered", 0.6), (0.5, "unknown", None))).iloc[0]
    zero = figures(items((0.5, "answered", 0.6), (0.5, "answered", 0.0))).iloc[0]
    assert unknown["gap"] == pytest.approx(0.4)
    assert zero["gap"] == pytest.approx(0.7)


def test_a_surplus_in_one_item_never_offsets_a_shortage_in_another():
    # Attainment stops at 1, so (1 + 0.5) / 2 = 0.75 is the most there can be.
    assert figures(items((0.5, "answered", 1.0), (0.5, "answered", 0.5)))["gap"].iloc[0] == 0.25


def test_two_items_of_three_are_enough_to_print_a_dimension():
    third = 1 / 3
    two = figures(
        items((third, "answered", 0.5), (third, "answered", 0.5), (third, "unknown", None))
    )
    assert printed_dimension_gaps(two, coverage_needed=0.6667)["gap"].notna().all()


def test_a_dimension_with_too_few_answers_keeps_its_bounds_and_loses_its_figure():
    half = figures(items((0.5, "answered", 0.6), (0.5, "unknown", None)))
    found = printed_dimension_gaps(half, coverage_needed=0.6667).iloc[0]
    assert pd.isna(found["gap"])
    assert found[["gap_low", "gap_high"]].tolist() == pytest.approx([0.2, 0.7])
