"""The report on a file in words and tables."""

from unpol_data.figures import import_words as said
from unpol_data.validation import Problem


def problem(row, sheet="answers", **fields):
    told = {
        "sheet": sheet,
        "row": row,
        "column": "value",
        "found": "x",
        "expected": "a number",
        "words": "'x' is not a number",
        "rule": "number",
    }
    return Problem(**told | fields)


def test_problems_stand_sheet_by_sheet_and_row_by_row():
    found = (problem(9), problem(4, "equipment"), problem(2), problem(None, found=""))
    told = said.problems(found)
    assert list(told["sheet"]) == ["answers", "answers", "equipment"]
    assert list(told["row"]) == ["–", "2 and 9", "4"]
    assert told["found"].iloc[0] == "nothing"
    assert set(told["severity"]) == {"error"}


def test_equal_problems_stand_once_with_their_rows():
    found = [problem(row) for row in (41, 17, 14, 23, 50)] + [problem(15, found="y")]
    told = said.problems(tuple(found))
    assert list(told["row"]) == ["14, 17, 23 and 2 more", "15"]
    four = said.problems(tuple(problem(row) for row in (2, 3, 4, 5)))
    assert list(four["row"]) == ["2, 3, 4 and 5"]


def test_rows_fine_and_rows_to_put_right_stand_by_sheet():
    told = said.sheets({"answers": 10, "equipment": 3}, {"answers": 1})
    assert told.to_dict("records") == [
        {"sheet": "answers", "fine": 10, "wrong": 1},
        {"sheet": "equipment", "fine": 3, "wrong": 0},
    ]


def test_a_right_file_is_told_with_its_warnings():
    words = said.verdict("a.xlsx", "UNMISS", {"answers": 1}, (problem(2, severity="warning"),))
    assert words == "a.xlsx is right: 1 row of UNMISS, 1 warning to look at. Nothing is stored yet."


def test_a_file_of_the_programme_is_told_by_what_it_would_change():
    counts = {
        "visits": {"new": 1, "changed": 0, "same": 2},
        "lessons": {"new": 0, "changed": 2, "same": 0},
    }
    assert said.records(counts) == (
        "1 new record and 2 changed records; 2 records are the same. Nothing is stored yet."
    )
    same = {"visits": {"new": 0, "changed": 0, "same": 1}}
    assert said.records(same) == ("1 record is held already just so. There is nothing to save.")
