"""Numbers as people write them."""

import time

import pytest

from unpol_data.ingest.written_numbers import comma_is_decimal, is_nothing, number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("80 418", 80418),
        ("80\u00a0418", 80418),
        ("2,580,000", 2_580_000),
        ("2.580.000", 2_580_000),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("3.69%", 3.69),
        ("USD 1,200", 1200),
        ("0,5", 0.5),
        (" 12 ", 12),
        ("-8.0", -8),
    ],
)
def test_numbers_are_read_as_they_were_meant(written, meant):
    assert number(written, decimal_comma=False) == meant


@pytest.mark.parametrize("written", ["-", "–", "n/a", "NA", "..", "NULL"])
def test_a_dash_says_that_there_is_nothing(written):
    assert is_nothing(written)
    assert number(written, decimal_comma=False) is None


@pytest.mark.parametrize("written", ["about 12", "12 or 13", "", "1.2.3", True])
def test_what_is_no_number_stays_as_it_was_found(written):
    assert number(written, decimal_comma=False) is written


def test_a_number_of_a_spreadsheet_is_left_alone():
    assert number(4.5, decimal_comma=True) == 4.5


def test_a_comma_before_three_digits_is_told_by_the_other_cells():
    assert comma_is_decimal(["12,300", "1,5"])
    assert not comma_is_decimal(["12,300", "2,580,000"], coordinates=True)
    assert not comma_is_decimal(["12,300", 4.5])


def test_a_comma_nobody_can_tell_is_a_decimal_one_only_in_coordinates():
    assert comma_is_decimal(["4,361"], coordinates=True)
    assert not comma_is_decimal(["4,361"])
    assert number("4,361", decimal_comma=True) == 4.361
    assert number("4,361", decimal_comma=False) == 4361


@pytest.mark.parametrize(
    "cell", ["1" + " " * 20_000 + "x", "9" * 400, "usd" * 5_000, "1 " * 20_000]
)
def test_what_is_too_long_for_a_number_stays_and_takes_no_time(cell):
    begun = time.monotonic()
    assert not comma_is_decimal([cell])
    assert number(cell, decimal_comma=True) == cell
    assert time.monotonic() - begun < 1
