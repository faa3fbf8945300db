"""A problem is told where it stands in the file the person has in hand."""

from unpol_data.ingest.read import Origins, Read
from unpol_data.validation import Problem

PROBLEM = Problem("answers", 7, "value", "9", "a level", "9 is no level", "value_fits_question")


def test_a_problem_is_told_at_its_own_place_where_the_file_is_ours():
    assert Read("assessment", {}, "workbook").placed(PROBLEM) == PROBLEM


def test_a_problem_of_a_reshaped_table_is_told_at_its_place_in_the_file():
    origins = Origins({7: ("Form responses", 3)}, {(7, "value"): "communications/com_per_1"})
    placed = Read("assessment", {}, "form", origins={"answers": origins}).placed(PROBLEM)
    assert placed.message == (
        "sheet Form responses, row 3, column communications/com_per_1: 9 is no level"
    )


def test_a_problem_without_a_row_stays_where_it_is():
    origins = Origins({7: ("Form responses", 3)})
    whole = Problem("answers", None, "value", "", "value", "the column is missing", "missing")
    assert Read("assessment", {}, "form", origins={"answers": origins}).placed(whole) == whole
