"""Codes of records are plain, and several stand in one cell."""

import pytest

from unpol_data.validation.cells import NotUnderstood
from unpol_data.validation.records.cells_of import expected, plain_code


def reader(kind, column):
    return next(one.reader for one in expected(kind) if one.column == column)


def test_a_code_is_kept_in_capitals():
    assert plain_code(" visit-2026-1 ") == "VISIT-2026-1"


@pytest.mark.parametrize("cell", ["VISIT 1", "-1", "V/1", "=1", "x" * 61])
def test_what_is_no_plain_code_is_refused(cell):
    with pytest.raises(NotUnderstood, match="letters, digits"):
        plain_code(cell)


def test_several_codes_are_separated_and_kept_once():
    read = reader("visits", "site_codes")
    assert read("unmiss-bor, UNMISS-WAU UNMISS-BOR") == "UNMISS-BOR UNMISS-WAU"
