"""The assessment row."""

import pandas as pd


def test_two_assessments_in_one_workbook_are_refused(tables, found):
    second = tables["assessment"].set_axis([3])
    tables["assessment"] = pd.concat([tables["assessment"], second])
    (problem,) = found(tables, "one_assessment")
    assert problem.found == "2 rows"


def test_a_period_that_ends_before_it_begins_is_refused(tables, found):
    tables["assessment"].loc[2, "assessed_to"] = "2026-02-01"
    (problem,) = found(tables, "period_in_order")
    assert problem.expected == "2026-03-01 or later"


def test_another_mission_than_the_file_was_given_for_is_refused(tables, found):
    (problem,) = found(tables, "other_mission", mission_code="MINUSCA")
    assert (problem.found, problem.expected) == ("UNMISS", "MINUSCA")


def test_a_closed_mission_is_pointed_out(tables, found):
    tables["assessment"].loc[2, "mission_code"] = "MINUSMA"
    (problem,) = found(tables, "closed_mission")
    assert problem.severity == "warning"
