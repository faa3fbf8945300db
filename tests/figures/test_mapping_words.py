"""What columns are called to somebody who says what a file's columns hold."""

from unpol_data.figures import mapping_words
from unpol_data.ingest.mapping import SHEET_OF_KIND


def test_columns_are_named_without_underscores():
    assert mapping_words.column("site_code") == "Site code"
    assert mapping_words.column("") == "not read"


def test_cells_are_shown_as_examples():
    assert mapping_words.examples(["Juba", "Bor"]) == "For example: Juba; Bor"
    assert mapping_words.examples([]) == "All cells shown are empty."


def test_each_kind_of_table_is_explained():
    assert set(mapping_words.KINDS) == set(SHEET_OF_KIND)


def test_lists_are_shown_by_name():
    assert mapping_words.names("sides")["unpol"] != "unpol"
    assert mapping_words.names("framework")["COM-PER-1"] == "COM-PER-1"


def test_a_column_chosen_for_two_headings_is_named():
    assert mapping_words.chosen_twice(["site_code", "downlink_mbps"]) == ""
    assert mapping_words.chosen_twice(["downlink_mbps", "site_code", "downlink_mbps"]) == (
        "Downlink mbps: chosen for more than one heading. Choose one heading for each."
    )
