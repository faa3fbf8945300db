"""A gap has moved clearly where whatever the evidence leaves open moves it the same way."""

import numpy as np
import pandas as pd

from unpol_data.scoring.moved import change_interval, moved

NAN = float("nan")
ENDS = {"low": 0.05, "high": 0.95}


def test_the_interval_is_of_the_change_of_each_draw():
    # Draws .5 .6 .7 become .3 .4 .5: each falls by .2, however far apart they are themselves.
    before, after = np.array([[0.5, 0.6, 0.7]]), np.array([[0.3, 0.4, 0.5]])
    assert change_interval(before, after, **ENDS).round(9).to_numpy().tolist() == [[-0.2, -0.2]]


def test_the_ends_are_those_of_the_middle_of_the_draws():
    # Changes 0, .1, .2, .3, .4; the 5 % point lies .05 x 4 = .2 of the way from 0 to .1: .02.
    before, after = np.zeros((1, 5)), np.array([[0, 0.1, 0.2, 0.3, 0.4]])
    assert change_interval(before, after, **ENDS).round(9).to_numpy().tolist() == [[0.02, 0.38]]


def test_without_draws_of_either_the_interval_is_missing():
    some, none = np.array([[0.5, 0.6]]), np.array([[NAN, NAN]])
    for before, after in ((some, none), (none, some), (some, np.empty((1, 0)))):
        assert change_interval(before, after, **ENDS).isna().all(axis=None)


def test_a_gap_moves_clearly_only_where_the_whole_interval_is_on_one_side():
    rows = pd.DataFrame(
        [
            (70, 60, -0.15, -0.05),
            (60, 70, 0.05, 0.15),
            (70, 66, -0.09, 0.01),
            (70, 70, -0.01, 0.01),
            (70, NAN, NAN, NAN),
            (70, 60, NAN, NAN),
        ],
        columns=["points_before", "points_after", "change_low", "change_high"],
    )
    assert moved(rows).tolist() == [
        "smaller",
        "larger",
        "not_clear",
        "same",
        "no_figure",
        "no_draws",
    ]
