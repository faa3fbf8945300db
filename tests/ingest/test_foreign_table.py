"""Where the table of a file of others begins."""

from unpol_data.ingest.foreign_table import beginning, headed, tagged
from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw, RawSheet


def raw(*rows: list, **sheets: list) -> Raw:
    found = [RawSheet("", list(enumerate_rows(rows)))] if rows else []
    found += [RawSheet(name, list(enumerate_rows(one))) for name, one in sheets.items()]
    return Raw(WORKBOOK if sheets else TABLE, tuple(found))


def enumerate_rows(rows):
    return ([number, list(cells)] for number, cells in enumerate(rows, start=1))


def test_headings_are_found_below_a_banner():
    # Two rows of headings, as in lists with groups of columns.
    table = headed(
        raw(
            ["", "What?", None, None, "Where?", None],
            ["Register", "Sector", "Subsector", "Men", "Country", "Province"],
            ["001", "WASH", "Hygiene", "100", "Panama", "Los Santos"],
        )
    )
    assert table.rows.columns[0] == "Register"
    assert list(table.rows.index) == [3]


def test_known_headings_are_preferred_to_the_first_full_row():
    table = headed(
        raw(
            ["UNMISS", "Signals section", "Weekly return"],
            ["Site", "Date", "Download"],
            ["Malakal", "2026-03-01", "4"],
        )
    )
    assert list(table.rows.columns) == ["Site", "Date", "Download"]


def test_headings_that_stand_there_twice_are_told_apart():
    table = headed(raw(["Site", "Note", "note", None], ["Juba", "a", "b", "c"]))
    assert list(table.rows.columns) == ["Site", "Note", "note (2)", "(column 4)"]


def test_the_sheet_with_most_known_headings_is_read():
    table = headed(
        raw(
            Cover=[["Title", "of the book"], ["a", "b"]],
            Data=[["Site", "Date", "Download"], ["Juba", "2026-03-01", 4]],
        )
    )
    assert (table.sheet, table.others) == ("Data", ("Cover",))


def test_a_few_cells_of_each_column_are_shown():
    found = headed(raw(["Site", "n"], *[["Juba", str(n)] for n in range(9)])).headed
    assert found.examples == {"Site": ("Juba",), "n": ("0", "1", "2")}


def test_headings_come_from_above_the_tags_or_are_the_tags():
    table = tagged(raw(["Place", None], ["#loc", "#geo +lat"], ["Juba", "4,85"]))
    assert table.tags == {"Place": "#loc", "#geo +lat": "#geo +lat"}
    assert tagged(raw(["#loc", "#geo"], ["Juba", "1"])).tags == {"#loc": "#loc", "#geo": "#geo"}


def test_a_file_without_rows_has_no_table():
    assert headed(raw(["Site"])) is None
    assert headed(Raw("json", value={})) is None
    assert tagged(raw(["Site"], ["Juba"])) is None


def test_only_the_first_rows_are_looked_at_to_recognise_a_file():
    whole = raw(["Site"], *[["Juba"]] * 99)
    assert len(beginning(whole).sheets[0].rows) == 26
    assert beginning(Raw(WORKBOOK, (RawSheet("x", None),))).sheets[0].rows is None
