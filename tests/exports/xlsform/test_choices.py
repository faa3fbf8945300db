"""The lists of a form."""

import pytest

from unpol_data import reference
from unpol_data.figures.form_labels import TABLES

LISTS = {"site_kinds": "site_kinds", "sides": "sides", "measures": "measures"} | {
    table: table for table in TABLES
}


@pytest.mark.parametrize("table", list(LISTS))
def test_every_code_of_the_reference_list_can_be_chosen(sheet, table):
    codes = [row["name"] for row in sheet("choices") if row["list_name"] == LISTS[table]]
    assert codes == list(reference.codes(table))


def test_every_list_a_question_refers_to_is_there_and_every_list_is_used(sheet):
    types = [row["type"].split() for row in sheet("survey")]
    wanted = {words[1] for words in types if words[0] in ("select_one", "select_multiple")}
    assert wanted == {row["list_name"] for row in sheet("choices")} - unused(sheet)


def unused(sheet) -> set[str]:
    """Lists of questions that this form does not ask, because it has one answer."""
    asked = {row["name"] for row in sheet("survey") if row["type"] == "calculate"}
    return {
        {"mission_code": "missions", "site_kind": "site_kinds", "side": "sides"}[name]
        for name in asked - {"site_profile"}
    }


def test_no_choice_stands_twice_in_a_list(sheet):
    rows = [(row["list_name"], row["name"]) for row in sheet("choices")]
    assert len(rows) == len(set(rows))


def test_a_measure_is_chosen_with_its_unit(sheet):
    row = next(row for row in sheet("choices") if row["name"] == "power_hours_per_day")
    assert row["label::English (en)"] == "Power (h a day)"
    assert row["label::Français (fr)"] == "Alimentation électrique (h par jour)"
