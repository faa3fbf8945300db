"""CSV files as Ona exports them."""

from tests.ingest.submissions import shapes
from tests.ingest.submissions.conftest import messages, read_file, small
from unpol_data.ingest.readers import ona_table


def test_lines_side_by_side_and_marks_for_nothing_are_read():
    second = small(uuid="u2", site_code="UNMISS-YEI", site_name="Yei", links=None)
    entries = [one | {"about/location": "6.2 31.5 0 0"} for one in (small(), second)]
    found = read_file(shapes.ona_csv(entries))
    assert found.format == ona_table.NAME
    assert found.tables["equipment"]["site_code"].tolist() == ["UNMISS-BOR", "UNMISS-YEI"]
    assert len(found.tables["connectivity"]) == 1
    assert messages(found) == []


def test_a_wrong_line_is_told_under_its_own_heading():
    one = small() | {"about/location": "6.2 31.5 0 0"}
    one["equipment_lines"][0]["equipment_lines/serviceable"] = "9"
    assert messages(read_file(shapes.ona_csv([one]))) == [
        "row 2, column equipment_lines[1]/serviceable: 9 is more than held 8"
    ]
