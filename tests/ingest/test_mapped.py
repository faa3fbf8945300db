"""Rows of others made into rows of ours."""

from datetime import date

import pytest

from unpol_data.ingest.foreign_table import headed
from unpol_data.ingest.mapped import mapped
from unpol_data.ingest.mapping import ColumnMap
from unpol_data.ingest.raw import TABLE, Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.ingest.refusal import Refused
from unpol_data.validation import Problem

ROWS = [
    ["Site", "Day", "Down", "Ping", "Remark"],
    ["UNMISS-BOR", "14/03/2026", "2,100", "0.64", "n/a"],
    ["UNMISS-BOR", "15/03/2026", "fast", "0.7", "-"],
    [None, None, "-", None, None],
]
COLUMNS = {"Site": ("site_code", ""), "Day": ("measured_on", ""), "Down": ("downlink_mbps", "kbps")}


def read(columns: dict, constants: dict | None = None, rows: list = ROWS):
    numbered = [[number, list(cells)] for number, cells in enumerate(rows, start=1)]
    table = headed(Raw(TABLE, (RawSheet("", numbered),)))
    mapping = ColumnMap("measurements", columns, constants or {})
    return mapped(table, mapping, Asked(today=date(2026, 4, 1)), form="x")


def test_cells_are_read_as_they_were_written():
    rows = read(COLUMNS | {"Ping": ("latency_ms", "s")}).tables["connectivity"]
    assert [str(day) for day in rows["measured_on"]] == ["2026-03-14", "2026-03-15"]
    assert rows.loc[2, "downlink_mbps"] == pytest.approx(2.1)
    assert rows.loc[3, "downlink_mbps"] == "fast"
    assert list(rows["latency_ms"]) == [640, 700]


def test_rows_that_say_nothing_are_no_rows():
    assert list(read(COLUMNS, {"note": "by hand"}).tables["connectivity"].index) == [2, 3]


def test_what_holds_for_all_rows_fills_what_is_blank():
    rows = read(COLUMNS | {"Remark": ("note", "")}, {"note": "by hand"}).tables["connectivity"]
    assert list(rows["note"]) == ["by hand", "by hand"]


def test_a_problem_is_told_at_the_heading_of_the_file():
    problem = Problem("connectivity", 3, "downlink_mbps", "fast", "", "is no number", "rule")
    assert read(COLUMNS).placed(problem).message == "row 3, column Down: is no number"
    other = Problem("connectivity", 3, "", "", "", "nothing", "rule")
    assert read(COLUMNS).placed(other).message == "row 3: nothing"


def test_headings_that_are_not_read_are_named():
    (note,) = [one for one in read(COLUMNS).notes if one.rule == "columns_not_read"]
    assert note.words == "not read: Ping, Remark"


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"Place": ("site_code", "")}, "no heading 'Place'; it has Site, Day, Down"),
        ({"Site": ("note", ""), "Remark": ("note", "")}, "both said to hold note"),
        ({"Down": ("downlink_mbps", "furlongs")}, "'furlongs' is not a unit of downlink_mbps"),
        ({"Day": ("measured_on", "year first")}, "'year first' is no order of day and month"),
    ],
)
def test_a_mapping_that_does_not_fit_the_file_is_refused(columns, words):
    with pytest.raises(Refused, match=words):
        read(columns)


def test_a_heading_said_to_be_left_out_is_not_read():
    assert list(read({"Site": ("site_code", ""), "Remark": ("", "")}).tables["connectivity"]) == [
        "site_code"
    ]


def dated(*days: str) -> list:
    return [
        ROWS[0],
        *([code, day, "2,100", None, None] for code, day in zip(CODES, days, strict=True)),
    ]


CODES = ("UNMISS-BOR", "UNMISS-YEI")


def test_days_with_dots_are_read_day_first_and_the_report_says_so():
    found = read(COLUMNS, rows=dated("03.04.2026", "05.04.2026"))
    assert [str(day) for day in found.tables["connectivity"]["measured_on"]] == [
        "2026-04-03",
        "2026-04-05",
    ]
    (note,) = [one for one in found.notes if one.rule == "day_first"]
    assert (note.column, note.severity) == ("Day", "warning")
    assert note.words == "days written with dots were read day first: 03.04.2026 as 3 Apr 2026"


def test_days_with_dots_need_no_note_where_one_of_them_tells():
    found = read(COLUMNS, rows=dated("03.04.2026", "25.04.2026"))
    assert "day_first" not in {one.rule for one in found.notes}


def test_days_with_slashes_that_could_be_two_are_left_to_the_person():
    unclear = dated("03/04/2026", "05/04/2026")
    days = read(COLUMNS, rows=unclear).tables["connectivity"]["measured_on"]
    assert [cell.expected for cell in days] == [
        "2026-04-03 or 2026-03-04: no day of the column tells which",
        "2026-04-05 or 2026-05-04: no day of the column tells which",
    ]
    for order, expected in (("day first", "2026-04-03"), ("month first", "2026-03-04")):
        said = COLUMNS | {"Day": ("measured_on", order)}
        days = read(said, rows=unclear).tables["connectivity"]["measured_on"]
        assert str(days.iloc[0]) == expected
