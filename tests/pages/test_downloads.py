"""What leaves a page as a file says what it rests on and runs nothing."""

import csv
import io
from datetime import date

import pandas as pd
import pytest

from pages.ui import downloads
from unpol_data.filters import Filters

CHOSEN = Filters(missions=("UNMISS",), as_of=date(2026, 3, 31))


def rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    """The lines of the download, by its headings."""
    return list(csv.DictReader(io.StringIO(downloads.csv(frame, CHOSEN).decode("utf-8-sig"))))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_text_that_a_spreadsheet_would_run_is_made_inert(text):
    assert rows(pd.DataFrame({"note": [text]}))[0]["note"] == f"'{text}"


def test_numbers_and_other_text_stay_as_they_are():
    row = rows(pd.DataFrame({"change": [-3], "site": ["Bentiu - north"]}))[0]
    assert (row["change"], row["site"]) == ("-3", "Bentiu - north")


def test_every_line_says_by_which_filters_date_and_method():
    row = rows(pd.DataFrame({"gap": [0.5]}))[0]
    assert row["as_of"] == "2026-03-31"
    assert row["filters"].startswith("UNMISS, all areas")
    assert row["method_version"]
    assert row["requirements_version"]
