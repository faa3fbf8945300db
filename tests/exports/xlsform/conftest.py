"""Forms as the tests need them, each made once."""

import io
from functools import cache

import openpyxl
import pytest
from pyxform.xls2xform import convert

from tests.exports.xlsform.engine import Filling
from unpol_data.exports.xlsform import xlsform


@cache
def made(**options: str) -> bytes:
    """The form with these options."""
    return xlsform(**options)


@cache
def converted(**options: str) -> str:
    """The form as the XForm a server makes of it; a warning is a failure."""
    warnings: list[str] = []
    found = convert(made(**options), warnings=warnings).xform
    assert warnings == []
    return found


@pytest.fixture
def filling():
    """A form opened to be filled in."""
    return lambda **options: Filling(converted(**options))


@pytest.fixture
def sheet():
    """The rows of one sheet of a form, each a dict by column."""

    def rows(name: str, **options: str) -> list[dict]:
        book = openpyxl.load_workbook(io.BytesIO(made(**options)))
        headings, *body = book[name].iter_rows(values_only=True)
        return [dict(zip(headings, cells, strict=True)) for cells in body]

    return rows
