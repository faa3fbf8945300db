"""The separator of a CSV file is found whatever stands in its cells."""

import pytest

from unpol_data.ingest import table_file
from unpol_data.ingest.refusal import Refused

LONG = "7,1;" * 40_000


def rows(text: str) -> list:
    return table_file.rows(text.encode(), known_columns=("site_code", "note"), most_cells=1_000)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_with_the_most_known_headings_is_taken(separator):
    assert rows(f"site_code{separator}note\nUNMISS-BOR{separator}Bor\n")[1] == [
        2,
        ["UNMISS-BOR", "Bor"],
    ]


def test_a_cell_longer_than_a_field_may_be_is_refused_in_words():
    with pytest.raises(Refused, match="field larger than field limit"):
        rows(f'site_code,note\nUNMISS-BOR,"{LONG}"\n')


def test_many_long_rows_do_not_hide_the_separator():
    row = "UNMISS-BOR\t" + "7,1;" * 20_000
    found = rows("site_code\tnote\n" + f'{row}"\n' * 3)
    assert [cells[0] for _, cells in found[1:]] == ["UNMISS-BOR"] * 3


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_line_that_names_the_separator_is_no_heading(separator):
    found = rows(f"sep={separator}\r\nsite_code{separator}note\r\nUNMISS-BOR{separator}Bor\r\n")
    assert found[0][1] == ["site_code", "note"]
