"""Our workbook is read sheet by sheet."""

from datetime import date

import pytest

from unpol_data.ingest.raw import Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import our_workbook
from unpol_data.ingest.refusal import Refused

RAW = Raw(
    "workbook",
    (
        RawSheet("assessment", [[1, ["mission_code"]], [2, ["UNMISS"]]]),
        RawSheet("lists", None),
        RawSheet("sites", [[1, ["site_code", "name"]], [4, ["UNMISS-BOR", "Bor"]]]),
    ),
)


def test_each_of_our_sheets_keeps_its_row_numbers():
    found = our_workbook.read(RAW, Asked(today=date(2026, 4, 1)))
    assert found.kind == "assessment"
    assert found.sheet_names == ("assessment", "lists", "sites")
    assert list(found.tables["sites"].index) == [4]
    assert found.tables["sites"].loc[4, "name"] == "Bor"


def test_a_workbook_of_another_kind_is_refused():
    with pytest.raises(Refused, match="come as a single table"):
        our_workbook.read(RAW, Asked(today=date(2026, 4, 1), kind="threats"))


def test_a_workbook_without_any_of_our_sheets_is_not_ours():
    assert our_workbook.recognises(RAW)
    assert not our_workbook.recognises(Raw("workbook", (RawSheet("Sheet1", []),)))
