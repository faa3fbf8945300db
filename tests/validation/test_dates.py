"""Dates."""

import pytest


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("assessment", "assessed_to"),
        ("answers", "answered_on"),
        ("equipment", "counted_on"),
        ("connectivity", "measured_on"),
        ("threats", "rated_on"),
    ],
)
def test_nothing_was_seen_in_the_future(tables, found, sheet, column):
    tables[sheet].loc[2, column] = "2026-04-02"
    problems = found(tables, "in_the_future")
    assert [(one.sheet, one.column, one.severity) for one in problems] == [(sheet, column, "error")]


def test_an_answer_far_from_the_period_assessed_is_pointed_out(tables, found):
    tables["answers"].loc[2, "answered_on"] = "2016-03-05"
    (problem,) = found(tables, "outside_the_period")
    assert problem.severity == "warning"


def test_measurements_may_be_older_than_the_visit(tables, found):
    tables["connectivity"].loc[2, "measured_on"] = "2025-01-05"
    assert found(tables) == []
