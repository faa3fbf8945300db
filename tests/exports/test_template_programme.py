"""The workbook of the programme has a sheet for each kind, and comes back as it went out."""

import io
from datetime import date

import openpyxl
import pytest

from tests.programme_rows import SOUND, rows
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.exports import template_programme
from unpol_data.ingest.importing import import_file
from unpol_data.settings import settings
from unpol_data.store import open_store


@pytest.fixture(scope="module")
def blank():
    """The workbook as it is handed out."""
    return openpyxl.load_workbook(io.BytesIO(template_programme.workbook()))


def test_there_is_a_sheet_for_each_kind_with_the_headings_of_the_dictionary(blank):
    kinds = reference.records.kinds()
    assert blank.sheetnames == ["read_me", *kinds, "dictionary", "lists"]
    for kind in kinds:
        headings = [cell.value for cell in blank[kind][1]]
        assert tuple(headings) == reference.records.column_names(kind)


def test_every_drop_down_offers_a_list_that_is_there(blank):
    names = set(blank.defined_names)
    for kind in reference.records.kinds():
        for check in blank[kind].data_validations.dataValidation:
            if check.type == "list":
                assert check.formula1.removeprefix("=") in names, (kind, check.sqref)


def test_states_are_offered_kind_by_kind(blank):
    headings = {cell.value: cell.column for cell in blank["lists"][1]}
    column = headings["visits_state"]
    codes = [blank["lists"].cell(row=row, column=column).value for row in range(2, 6)]
    assert tuple(codes) == reference.records.column("visits", "state").codes


def test_the_same_workbook_is_the_same_file():
    assert template_programme.workbook() == template_programme.workbook()


def test_what_is_in_force_stands_below_the_headings_and_comes_back_unchanged():
    tables = {kind: rows(kind) for kind in SOUND}
    tables["lessons"] = rows("lessons", {"title": "=1+1"})
    content = template_programme.workbook(tables, sites=[("UNMISS-BOR", "Bor")])
    engine = open_store("sqlite://")
    told = {"viewer": LOCAL, "settings": settings({}), "today": date(2026, 11, 15)}
    report = import_file(content, "programme.xlsx", engine=engine, **told)
    assert report.errors == ()
    assert report.record_count("new") == len(SOUND)
    assert import_file(content, "programme.xlsx", engine=engine, **told).already_known
    engine.dispose()
