"""Archives of CSV files as ODK Central exports them."""

import pytest

from tests.ingest.submissions import shapes
from tests.ingest.submissions.conftest import TODAY, messages, read_file, small
from unpol_data.ingest.raw import ARCHIVE, Raw, RawSheet
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import odk_archive
from unpol_data.ingest.refusal import Refused


def placed(**more) -> dict:
    return small(location="6.2 31.5 0 0", **more)


def test_the_lines_of_each_table_find_their_submission():
    other = placed(uuid="u2", site_code="UNMISS-YEI", site_name="Yei")
    found = read_file(shapes.odk_zip([placed(), other]))
    assert found.format == odk_archive.NAME
    assert found.tables["equipment"]["site_code"].tolist() == ["UNMISS-BOR", "UNMISS-YEI"]
    assert found.tables["assessment"]["source"].tolist() == ["ODK Central, form unpol_form"]
    assert messages(found) == []


def test_a_wrong_line_is_told_in_its_own_table():
    one = placed()
    one["equipment_lines"][0]["equipment_lines/serviceable"] = "9"
    assert messages(read_file(shapes.odk_zip([one]))) == [
        "sheet unpol_form-equipment_lines, row 2, column serviceable: 9 is more than held 8"
    ]


def test_an_archive_of_another_form_is_refused_with_what_was_found():
    sheets = (RawSheet("trees", [[1, ["SubmissionDate", "height", "KEY"]], [2, ["x", "3", "k"]]]),)
    assert odk_archive.recognises(Raw(ARCHIVE, sheets))
    with pytest.raises(Refused, match="Found: SubmissionDate, height, KEY"):
        odk_archive.read(Raw(ARCHIVE, sheets), Asked(today=TODAY))
