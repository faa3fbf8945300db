"""Rows that repeat each other."""

import pandas as pd
import pytest


@pytest.mark.parametrize("sheet", ["sites", "answers", "equipment", "connectivity", "threats"])
def test_what_is_said_twice_is_refused_and_names_the_first_row(tables, found, sheet):
    again = tables[sheet].loc[[2]].set_axis([9])
    tables[sheet] = pd.concat([tables[sheet], again])
    (problem,) = found(tables, "said_twice")
    assert (problem.sheet, problem.row) == (sheet, 9)
    assert problem.words.endswith("stands in row 2 too")


def test_the_same_item_may_be_answered_for_both_sides(tables, found):
    rows = tables["connectivity"]
    assert len(rows) == 2
    assert found(tables, "said_twice") == []
