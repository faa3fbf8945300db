"""What a person and a program are told."""

import json

from unpol_data.ingest.report import Report, report_of
from unpol_data.validation import Problem


def problem(row: int, *, severity: str = "error") -> Problem:
    """One of many alike."""
    return Problem("answers", row, "value", "9", "a level", "9 is no level", "level", severity)


def test_many_problems_of_a_kind_are_counted_after_the_first():
    report = Report("a.xlsx", False, problems=tuple(problem(row) for row in range(2, 324)))
    lines = list(report.lines())
    assert lines[0] == "error: sheet answers, row 2, column value: 9 is no level"
    assert lines[10] == "error: and 312 more of this kind"
    assert lines[11] == "a.xlsx was refused: 322 problems to put right; nothing was stored."


def test_the_report_for_machines_is_complete():
    report = Report("a.xlsx", False, problems=tuple(problem(row) for row in range(2, 324)))
    told = json.loads(json.dumps(report.as_json()))
    assert len(told["problems"]) == 322
    assert told["problems"][0]["message"].startswith("sheet answers, row 2")
    assert told["refused"]


def test_errors_come_before_warnings():
    report = Report("a.xlsx", False, problems=(problem(2, severity="warning"), problem(3)))
    assert [line.partition(":")[0] for line in report.lines()][:2] == ["error", "warning"]


def test_problems_that_were_only_counted_are_told():
    report = Report("a.xlsx", False, problems=(problem(2),), unlisted_problems=1_200)
    assert "error: and 1,200 further problems, counted only" in list(report.lines())
    assert "1,201 problems" in report.summary


def test_the_report_for_machines_makes_the_same_report_again():
    report = Report("a.xlsx", True, problems=(problem(2),), fine_rows={"answers": 3})
    assert report_of(json.loads(json.dumps(report.as_json()))) == report
