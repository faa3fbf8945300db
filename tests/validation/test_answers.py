"""Answers, their states and their questions."""

import pytest

from unpol_data import reference

LEVEL, WORD, COUNT, MEASURE = 2, 3, 4, 5


@pytest.mark.parametrize(
    ("row", "value"),
    [(LEVEL, 5), (LEVEL, 2.5), (LEVEL, "yes"), (WORD, 1), (COUNT, -1), (MEASURE, "x")],
)
def test_a_value_must_fit_its_question(tables, found, row, value):
    tables["answers"].loc[row, "value"] = value
    (problem,) = found(tables, "value_fits_question")
    assert problem.row == row


@pytest.mark.parametrize("column", ["value", "evidence_grade", "answered_on"])
def test_an_answer_needs_value_grade_and_date(tables, found, column):
    tables["answers"].loc[LEVEL, column] = None
    assert [one.column for one in found(tables, f"answered_needs_{column}")] == [column]


@pytest.mark.parametrize("state", ["unknown", "not_applicable", "not_provided"])
def test_what_is_not_answered_has_no_value(tables, found, state):
    tables["answers"].loc[LEVEL, "state"] = state
    (problem,) = found(tables, "value_without_answer")
    assert problem.expected == "no value, or the state answered"


def test_unknown_without_value_grade_and_date_is_fine(tables, found):
    tables["answers"].loc[LEVEL, "state"] = "unknown"
    tables["answers"].loc[LEVEL, ["value", "evidence_grade", "answered_on"]] = None
    assert found(tables) == []


@pytest.mark.parametrize("needed", [None, 0, -2])
def test_a_count_needs_how_many_are_needed(tables, found, needed):
    tables["answers"].loc[COUNT, "needed"] = needed
    assert len(found(tables, "count_needs_needed")) == 1


def test_needed_beside_a_level_is_pointed_out(tables, found):
    tables["answers"].loc[LEVEL, "needed"] = 4
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("needed_without_count", "warning")


def test_an_item_is_asked_of_its_side_only(tables, found):
    rows = reference.table("framework")
    host_only = rows.loc[rows["side"] == "host_state", "item_code"].iloc[0]
    tables["answers"].loc[LEVEL, "item_code"] = host_only
    (problem,) = found(tables, "asked_of_side")
    assert problem.expected == "host_state"


def test_an_item_not_asked_at_this_kind_of_site_is_pointed_out(tables, found):
    rows = reference.table("requirements").query("side == 'unpol'")
    here = set(rows.loc[rows["site_kind"] == "team_site", "item_code"])
    elsewhere = next(code for code in rows["item_code"] if code not in here)
    tables["answers"].loc[LEVEL, ["item_code", "state", "value"]] = [elsewhere, "unknown", None]
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("asked_at_site_kind", "warning")


@pytest.mark.parametrize(("row", "value"), [(LEVEL, 0), (WORD, "no"), (COUNT, 0)])
def test_a_shortfall_without_a_cause_is_pointed_out(tables, found, row, value):
    tables["answers"].loc[row, "value"] = value
    tables["answers"].loc[row, "cause"] = None
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("cause_of_shortfall", "warning")


def test_a_measure_beyond_its_unit_cannot_be(tables, found):
    rows = reference.table("framework")
    percent = rows[(rows["answer_type"] == "measure") & (rows["unit"] == "%")]
    code = percent.loc[percent["side"] != "host_state", "item_code"].iloc[0]
    tables["answers"].loc[MEASURE, ["item_code", "value"]] = [code, 140]
    assert len(found(tables, "physical_range")) == 1
