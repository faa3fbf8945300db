"""The table of coverage, hatched where it is not enough."""

import pandas as pd
import pytest

from unpol_data.figures import coverage
from unpol_data.figures.palette import palette

SHARES = pd.DataFrame(
    [
        ("Records and cases", "UNMISS", 0.945, True),
        ("Records and cases", "UNTMIS", 0.4, False),
        ("Borders and movement", "UNMISS", 1.0, True),
        ("Borders and movement", "UNTMIS", None, False),
    ],
    columns=["row_name", "column_name", "share", "enough"],
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_cell_carries_its_percentage(theme):
    cells = coverage.coverage(SHARES, palette(theme)).to_dict()["datasets"]["rows"]
    assert [cell["short"] for cell in cells] == ["95", "40", "100", ""]
    assert [cell["enough"] for cell in cells] == [True, False, True, False]


def test_nothing_asked_is_said_and_is_not_zero():
    cells = coverage.coverage(SHARES, palette("light")).to_dict()["datasets"]["rows"]
    assert cells[3]["figure"] == "nothing asked yet"
    assert cells[3]["share"] is None


def test_the_table_is_told_in_words():
    said = coverage.coverage_alt(SHARES)
    assert "2 of 4 cells have enough answers" in said
    assert said.endswith("Not enough: UNTMIS 2.")


def test_a_frame_without_a_verdict_is_refused():
    with pytest.raises(ValueError, match="lacks enough"):
        coverage.coverage(SHARES.drop(columns="enough"), palette("light"))
