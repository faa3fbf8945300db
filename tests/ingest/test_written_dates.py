"""Days as people write them."""

import time
from datetime import date

import pytest

from unpol_data.ingest.written_dates import by_dots, day, day_comes_first
from unpol_data.validation import BrokenCell


@pytest.mark.parametrize(
    "written",
    ["1 March 2015", "1 Mar 2015", "March 1, 2015", "1-Mar-2015", "1-Mar-15", "1-MAR-15"],
)
def test_a_month_in_words_is_understood(written):
    assert day(written, day_first=None) == date(2015, 3, 1)


def test_a_day_above_twelve_tells_for_the_whole_column():
    assert day_comes_first(["14/03/2026", "03/04/2026"])
    assert day_comes_first(["7/16/2018", "03/04/2026"]) is False
    assert day("03/04/2026", day_first=True) == date(2026, 4, 3)
    assert day("7/16/2018", day_first=False) == date(2018, 7, 16)


def test_a_day_that_could_be_two_is_left_for_the_person_to_tell():
    assert day_comes_first(["03/04/2026"]) is None
    assert day_comes_first(["14/03/2026", "7/16/2018"]) is None
    told = day("03/04/2026", day_first=None)
    assert isinstance(told, BrokenCell)
    assert told.expected.startswith("2026-04-03 or 2026-03-04")
    assert day("13-04-2026", day_first=None) == "13-04-2026"
    assert day("04/04/2026", day_first=None) == date(2026, 4, 4)


def test_dots_put_the_day_first_unless_the_column_says_otherwise():
    assert day("03.04.2026", day_first=None) == date(2026, 4, 3)
    assert by_dots(["", None, "04.04.2026", "03.04.2026 10:15"]) == "03.04.2026 10:15"
    assert by_dots(["03/04/2026", "04.04.2026"]) == ""
    assert by_dots(["03.04.2026", "14.04.2026"]) == ""
    assert day_comes_first(["03.04.2026", "04.15.2026"]) is False
    assert day("03.04.2026", day_first=False) == date(2026, 3, 4)
    assert day("31.02.2026", day_first=None) == "31.02.2026"


def test_signs_of_two_kinds_between_the_numbers_make_no_day():
    assert day("03/04.2026", day_first=True) == "03/04.2026"


def test_a_day_there_is_not_stays_as_it_was_found():
    assert day("31/02/2026", day_first=True) == "31/02/2026"


def test_a_zone_after_a_moment_is_left_out():
    assert day("2026-05-01 10:20:30 UTC", day_first=None) == "2026-05-01 10:20:30"
    assert day(date(2026, 5, 1), day_first=None) == date(2026, 5, 1)


def test_what_is_too_long_for_a_day_stays_and_takes_no_time():
    cell = "1/1/2026" + " " * 30_000 + "x"
    begun = time.monotonic()
    assert day(cell, day_first=True) == cell
    assert time.monotonic() - begun < 1
