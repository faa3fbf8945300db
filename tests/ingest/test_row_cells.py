"""A problem carries its row, so that it is found again in a file of any shape."""

import pandas as pd

from unpol_data.ingest.row_cells import with_cells
from unpol_data.validation import Problem
from unpol_data.validation.problems import of_sheet


def problem(row: int, sheet: str = "answers") -> Problem:
    """A problem of the row."""
    return Problem(sheet, row, "value", "9", "a level", "9 is no level", "level")


def test_each_problem_of_a_row_carries_the_cells_that_hold_something():
    table = pd.DataFrame(
        {"site_code": ["UNMISS-BOR", "x"], "value": [9.0, 1.0], "note": [None, "y"]}, index=[7, 8]
    )
    found = list(with_cells([problem(7), problem(7)], {"answers": table}))
    assert [one.cells for one in found] == ["site_code: UNMISS-BOR; value: 9"] * 2


def test_a_problem_of_no_row_carries_nothing():
    whole = of_sheet("answers", rule="missing_column", words="the column is missing")
    assert list(with_cells([whole, problem(3, "sites")], {})) == [whole, problem(3, "sites")]
