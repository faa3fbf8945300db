"""Sheets and columns."""

from unpol_data.validation import headings


def test_a_missing_required_column_is_named(tables, found):
    tables["equipment"] = tables["equipment"].drop(columns="held")
    (problem,) = found(tables, "missing_column")
    assert problem.message == "sheet equipment, column held: the column is missing"


def test_an_unknown_column_is_an_error_with_the_nearest_known_name(tables, found):
    tables["equipment"] = tables["equipment"].rename(columns={"note": "notes"})
    (problem,) = found(tables)
    assert (problem.rule, problem.expected, problem.severity) == ("unknown_column", "note", "error")


def test_a_column_that_stands_there_twice_is_refused(tables, found):
    tables["sites"].insert(0, "users", 3, allow_duplicates=True)
    (problem,) = found(tables, "column_twice")
    assert problem.column == "users"


def test_a_sheet_nobody_knows_is_a_warning_and_a_missing_assessment_an_error():
    problems = list(headings.sheet_problems(("equipmnt", "read_me"), helping=("read_me",)))
    assert [(one.rule, one.severity) for one in problems] == [
        ("unknown_sheet", "warning"),
        ("missing_sheet", "error"),
    ]
    assert problems[0].expected == "equipment"
