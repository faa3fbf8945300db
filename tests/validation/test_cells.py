"""What single cells say."""

from datetime import date, datetime

import pytest

from unpol_data.validation import BrokenCell, cells


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (4, 4),
        ("4,361", 4.361),
        (" 3.5 ", 3.5),
        ("1 200", 1200),
        ("1\u00a0200,5", 1200.5),
        ("-7", -7),
    ],
)
def test_numbers_may_be_text_with_a_decimal_comma(cell, expected):
    assert cells.number(cell) == expected


@pytest.mark.parametrize("cell", ["12 units", "1,200.5", "", "1e5", "nan", "inf", True, 1e300])
def test_what_is_not_plainly_a_number_is_not_guessed(cell):
    with pytest.raises(cells.NotUnderstood):
        cells.number(cell)


@pytest.mark.parametrize(
    "cell", [date(2026, 3, 1), datetime(2026, 3, 1, 8, 30), "2026-03-01", " 2026-03-01 "]
)
def test_dates_may_be_dates_or_text(cell):
    assert cells.day(cell) == date(2026, 3, 1)


@pytest.mark.parametrize("cell", ["01/03/2026", "46082", 46082.0, "March", "2026-02-30"])
def test_a_date_that_could_mean_another_is_refused(cell):
    with pytest.raises(cells.NotUnderstood):
        cells.day(cell)


def test_codes_count_without_capitals_and_suggest_the_nearest():
    code = cells.code_of(("team_site", "fpu_camp"))
    assert code(" Team_Site ") == "team_site"
    with pytest.raises(cells.NotUnderstood, match="fpu_camp"):
        code("fpu camp")


def test_an_unknown_code_is_reported_with_the_nearest_known_one(tables, found):
    tables["sites"].loc[2, "site_kind"] = "teamsite"
    (problem,) = found(tables, "not_understood")
    assert problem.message == (
        "sheet sites, row 2, column site_kind: 'teamsite' was found, expected team_site"
    )


def test_a_required_cell_left_blank_is_reported(tables, found):
    tables["equipment"].loc[2, "held"] = "  "
    (problem,) = found(tables, "blank")
    assert (problem.row, problem.column) == (2, "held")


def test_a_cell_with_a_spreadsheet_error_is_reported_with_its_place(tables, found):
    tables["equipment"].loc[2, "held"] = BrokenCell("#REF!", "a value")
    (problem,) = found(tables)
    assert problem.message == (
        "sheet equipment, row 2, column held: #REF! was found, expected a value"
    )


def test_true_is_not_one_and_one_is_not_true(tables, found):
    tables["equipment"].loc[2, "held"] = True
    (problem,) = found(tables, "not_understood")
    assert problem.found == "yes"
