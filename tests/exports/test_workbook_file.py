"""A workbook without a clock in it."""

import io
import zipfile

from openpyxl import Workbook

from unpol_data.exports import workbook_file


def test_every_moment_in_the_file_is_the_fixed_one():
    content = workbook_file.content(Workbook())
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {part.date_time for part in file.infolist()} == {workbook_file.FIXED_ZIP_MOMENT}
        core = file.read("docProps/core.xml").decode()
    assert core.count("2026-01-01T00:00:00Z") == 2


def test_the_same_workbook_is_the_same_file():
    assert workbook_file.content(Workbook()) == workbook_file.content(Workbook())
