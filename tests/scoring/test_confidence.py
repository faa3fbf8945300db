"""How far can a figure be trusted?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.scoring.confidence import (
    age_months,
    answer_confidence,
    capability_confidence,
    confidence_classes,
    decayed,
    is_stale,
)
from unpol_data.scoring.dimension import dimension_gaps


def numbers(*given: float | None) -> pd.Series:
    return pd.Series(given, dtype="float64")


def test_confidence_halves_with_every_half_life():
    # Example 10: inspected 0.95 x 2^(-12/12) = 0.475; measured today 1.0 x 2^0 = 1.0
    found = answer_confidence(numbers(0.95, 1.0), numbers(12, 0), numbers(12, 12))
    assert found.tolist() == pytest.approx([0.475, 1.0])


def example_10() -> float:
    """The confidence of the dimension of Example 10."""
    rows = pd.DataFrame(
        {
            "area_code": "records",
            "dimension_code": "equipment",
            "item_code": ["1", "2", "3"],
            "state": ["answered", "answered", "unknown"],
            "weight": [0.4, 0.4, 0.2],
            "attainment": [0.5, 0.5, None],
            "confidence": [0.475, 1.0, None],
        }
    )
    return dimension_gaps(rows, by=["area_code"])["confidence"].iloc[0]


def test_what_was_not_answered_lowers_the_confidence_of_a_dimension():
    # Example 10: 0.8 x (0.475 + 1.0) / 2 = 0.59
    assert example_10() == pytest.approx(0.59)


def test_confidence_at_a_later_day_is_exact():
    # Example 10: 0.59 x 2^(-12/12) = 0.295; the same from the answers, each a year older:
    # 0.8 x (0.2375 + 0.5) / 2 = 0.295
    assert decayed(example_10(), 12, 12) == pytest.approx(0.295)


def test_confidence_is_said_in_three_words():
    # Example 10: 0.59 is medium, 0.295 low
    found = confidence_classes(numbers(0.7, 0.59, 0.4, 0.295, None), high=0.7, low=0.4)
    assert found.tolist()[:4] == ["high", "medium", "medium", "low"]
    assert pd.isna(found.iloc[4])


def test_evidence_is_stale_after_two_half_lives():
    # Example 10: 2 x 12 = 24 months is the last that is not
    assert is_stale(numbers(24, 25, None), 12, after=2).tolist() == [False, True, False]


def test_age_is_counted_in_months_and_never_below_zero():
    dates = pd.Series([date(2024, 3, 31), date(2026, 4, 1), None])
    found = age_months(dates, date(2026, 3, 31))
    assert found.iloc[0] == pytest.approx(24, abs=0.02)
    assert found.iloc[1] == 0
    assert pd.isna(found.iloc[2])


def test_a_capability_is_as_sure_as_its_dimensions_by_weight():
    # 0.75 x 0.8 + 0.25 x 0.4 = 0.7
    rows = pd.DataFrame(
        {
            "area_code": "records",
            "dimension_code": ["software", "equipment"],
            "confidence": [0.8, 0.4],
        }
    )
    weights = rows.drop(columns="confidence").assign(weight=[0.75, 0.25])
    found = capability_confidence(rows, weights, by=["area_code"])
    assert found.tolist() == pytest.approx([0.7])


def test_an_answer_without_evidence_or_date_has_no_confidence():
    found = answer_confidence(numbers(None, 0.7), numbers(1, None), numbers(12, 12))
    assert found.isna().all()
