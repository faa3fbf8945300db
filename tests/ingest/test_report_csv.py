"""The report as a table for a spreadsheet."""

import csv
import io

import pandas as pd

from unpol_data.ingest import report_csv
from unpol_data.ingest.difference import LISTED, Difference
from unpol_data.ingest.report import Report
from unpol_data.validation import Problem


def lines(content: bytes) -> list[dict]:
    """The lines as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_each_problem_has_its_place_and_the_cells_of_its_row():
    problem = Problem(
        "answers", 1234, "value", "9", "a level", "9 is no level", "level", file="a.xlsx",
        cells="site_code: UNMISS-BOR; value: 9",
    )  # fmt: skip
    (line,) = lines(report_csv.problems(Report("a.xlsx", True, problems=(problem,))))
    assert line == {
        "Severity": "error",
        "File": "a.xlsx",
        "Sheet": "answers",
        "Row": "1234",
        "Column": "value",
        "Found": "9",
        "Expected": "a level",
        "What is wrong": "9 is no level",
        "The whole row": "site_code: UNMISS-BOR; value: 9",
    }


def test_what_a_spreadsheet_would_run_is_inert():
    evil = "=HYPERLINK(1)"
    problem = Problem(evil, 2, evil, evil, "x", evil, "r", cells=f"{evil}: 1")
    (line,) = lines(report_csv.problems(Report("a.csv", True, problems=(problem,))))
    assert {line[name] for name in ("Sheet", "Column", "Found")} == {f"'{evil}"}
    assert line["The whole row"].startswith("'=")
    row = ["answers", "new", "UNMISS-BOR", "A", "", "@SUM(1)", [("value", "", "@SUM(1)")]]
    rows = pd.DataFrame([row], columns=LISTED)
    (line,) = lines(report_csv.difference(Difference(pd.DataFrame(), rows)))
    assert line["In the file"] == "'@SUM(1)"


def test_a_file_that_was_not_read_has_one_line_that_says_why():
    (line,) = lines(report_csv.problems(Report("a.pdf", True, refusal="It is a PDF.")))
    assert (line["File"], line["Row"], line["What is wrong"]) == ("a.pdf", "", "It is a PDF.")


def test_problems_that_were_only_counted_are_told():
    (line,) = lines(report_csv.problems(Report("a.csv", True, unlisted_problems=1_200)))
    assert line["What is wrong"] == "1,200 further problems, counted only"
