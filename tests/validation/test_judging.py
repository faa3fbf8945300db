"""A delivery as a whole: all problems at once, in words, with their place."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.validation import BrokenCell, Context, judge, judging


def test_a_sound_delivery_has_no_problem(tables, found):
    assert found(tables) == []


def test_all_problems_are_reported_at_once(tables, found):
    tables["equipment"].loc[2, "serviceable"] = 12
    tables["answers"].loc[2, "value"] = 7
    tables["sites"].loc[2, "site_kind"] = "teamsite"
    rules = {one.rule for one in found(tables)}
    assert rules == {"serviceable_within_held", "value_fits_question", "not_understood"}


def test_a_problem_says_sheet_row_column_found_and_expected(tables, found):
    tables["equipment"].loc[2, "serviceable"] = 12
    (problem,) = found(tables)
    assert problem.message == ("sheet equipment, row 2, column serviceable: 12 is more than held 9")
    assert (problem.found, problem.expected) == ("12", "at most 9")
    assert problem.severity == "error"


def test_a_cell_that_cannot_be_read_is_reported_once(tables, found):
    tables["answers"].loc[2, "answered_on"] = "last spring"
    (problem,) = found(tables)
    assert problem.rule == "not_understood"


def test_rows_with_an_error_are_not_counted_as_fine(tables):
    tables["connectivity"].loc[3, "availability_pct"] = 130
    judgement = judge(tables, context=Context(today=date(2026, 4, 1)))
    assert judgement.fine_rows()["connectivity"] == 1
    assert judgement.fine_rows()["answers"] == 4
    assert judgement.refused


def test_a_warning_does_not_refuse(tables):
    tables["answers"].loc[2, "cause"] = None
    tables["answers"].loc[2, "value"] = 0
    judgement = judge(tables, context=Context(today=date(2026, 4, 1)))
    assert [one.severity for one in judgement.problems] == ["warning"]
    assert not judgement.refused


def test_problems_beyond_the_most_are_counted_and_refuse(tables, monkeypatch):
    monkeypatch.setattr(judging, "MOST_PROBLEMS", 1)
    tables["connectivity"]["availability_pct"] = 130
    judgement = judge(tables, context=Context(today=date(2026, 4, 1)))
    assert (len(judgement.problems), judgement.unlisted) == (1, 1)
    assert judgement.refused


def test_words_become_numbers_and_dates_in_the_typed_rows(tables):
    rows = judge(tables, context=Context(today=date(2026, 4, 1))).rows
    assert rows["answers"]["value"].tolist()[:3] == [2.0, 0.5, 3.0]
    assert rows["sites"]["longitude"].tolist() == [31.66]
    assert rows["assessment"]["assessed_to"].tolist() == [date(2026, 3, 20)]


RUBBISH = [
    None,
    "",
    "x",
    "{row}",
    "%s",
    5,
    -1.5,
    1e300,
    True,
    date(2026, 3, 1),
    BrokenCell("#", ""),
]


@pytest.mark.parametrize("cell", RUBBISH, ids=str)
def test_no_rubbish_ever_stops_the_judging(tables, cell):
    for sheet in tables:
        spoilt = {**tables, sheet: tables[sheet].map(lambda _: cell)}
        spoilt[sheet] = spoilt[sheet].astype("object")
        judge(spoilt, context=Context(today=date(2026, 4, 1)))


def test_sheets_without_rows_or_columns_are_judged_too(tables):
    for sheet in tables:
        for rows in (tables[sheet][:0], tables[sheet].iloc[:, :0]):
            judge({**tables, sheet: rows}, context=Context(today=date(2026, 4, 1)))


def test_a_row_with_two_errors_is_one_row_to_put_right():
    rows = pd.DataFrame(
        {"threat_code": ["arms", "arms_trafficking"], "level_now": ["x", 3]}, index=[2, 3]
    ).assign(rated_on="2026-03-01", source="JMAC")
    found = judge({"threats": rows}, context=Context(today=date(2026, 4, 1)))
    assert found.wrong_rows() == {"threats": 1}
    assert found.fine_rows() == {"threats": 1}
