"""Which class does a printed figure fall into?"""

import pandas as pd
import pytest

from unpol_data.scoring.classes import connectivity_classes, gap_classes, printed

GAP_CLASSES = pd.DataFrame(
    {
        "gap_class": ["met", "minor", "moderate", "large", "critical"],
        "from_gap": pd.array([0, 10, 25, 50, 75], dtype="Int64"),
        "to_gap": pd.array([9, 24, 49, 74, 100], dtype="Int64"),
    }
)
CONNECTIVITY_CLASSES = pd.DataFrame(
    {
        "connectivity_class": ["good", "moderate", "none", "not_known"],
        "from_gap": pd.array([0, 10, 75, None], dtype="Int64"),
        "to_gap": pd.array([9, 74, 100, None], dtype="Int64"),
    }
)


def one(gap: float | None) -> pd.Series:
    return pd.Series([gap], dtype="float64")


@pytest.mark.parametrize(
    ("gap", "figure", "gap_class"),
    [
        # Example 16: 24.5 is printed 25, 24.49 is printed 24
        (0.245, 25, "moderate"),
        (0.2449, 24, "minor"),
        (0.0, 0, "met"),
        (0.094999, 9, "met"),
        (0.095, 10, "minor"),
        (0.495, 50, "large"),
        (0.745, 75, "critical"),
        (1.0, 100, "critical"),
        # 100 x 0.145 is 14.499999999999998 in floating point and still prints as 15.
        (0.145, 15, "minor"),
    ],
)
def test_the_printed_figure_decides_the_class(gap, figure, gap_class):
    assert printed(one(gap)).tolist() == [figure]
    assert gap_classes(one(gap), GAP_CLASSES).tolist() == [gap_class]


def test_no_figure_has_no_class():
    assert gap_classes(one(None), GAP_CLASSES).isna().all()
    assert printed(one(None)).isna().all()


@pytest.mark.parametrize(
    ("gap", "found"),
    [(0.09, "good"), (0.1, "moderate"), (0.744, "moderate"), (0.745, "none"), (None, "not_known")],
)
def test_a_site_of_which_nothing_is_known_is_a_class_of_its_own(gap, found):
    assert connectivity_classes(one(gap), CONNECTIVITY_CLASSES).tolist() == [found]
