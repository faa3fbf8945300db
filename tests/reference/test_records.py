"""The dictionary of the programme's records is whole, and says what may stand where."""

import pytest

from unpol_data import reference
from unpol_data.reference import record_checks
from unpol_data.reference.schema import TABLES

records = reference.records


def broken(**changes) -> str:
    """What the check says when some tables are changed: a function of each changed table."""
    tables = {name: reference.table(name) for name in TABLES}
    for name, change in changes.items():
        tables[name] = change(tables[name])
    return " ".join(record_checks.record_problems(tables))


def test_every_kind_has_its_key_first_and_what_all_kinds_have_last():
    for kind in records.kinds():
        names = records.column_names(kind)
        assert names[: len(records.key(kind))] == records.key(kind) or len(records.key(kind)) > 1
        assert names[-4:] == ("sensitivity", "source", "illustrative", "note")
        assert set(records.key(kind)) < set(names)


def test_a_column_knows_its_codes_and_their_names():
    assert records.column("visits", "state").codes == ("planned", "under_way", "made", "cancelled")
    assert records.state_name("visits", "state", "under_way") == "Under way"
    assert records.column("lessons", "area_code").codes == reference.codes("areas")
    assert records.column("lessons", "area_code").name("power").startswith("Power")
    assert records.column("lessons", "title").codes == ()


def test_a_column_knows_which_records_it_names():
    assert records.column("budget_lines", "visit_code").refers_to == "visits"
    assert records.column("options", "parent_code").refers_to == "options"
    assert records.column("visits", "site_codes").refers_to == ""


def test_unknown_kinds_and_columns_are_told_the_known_ones():
    with pytest.raises(reference.ReferenceDataError, match="known are visits"):
        records.key("dreams")
    with pytest.raises(reference.ReferenceDataError, match="it has lesson_code"):
        records.column("lessons", "moral")


def test_every_column_is_explained():
    assert reference.table("record_columns")["meaning"].str.len().min() >= 10


def test_a_kind_without_its_key_stops_the_start():
    assert "lessons has no column lesson_code" in broken(
        record_columns=lambda rows: rows[rows["column"] != "lesson_code"]
    )


def test_a_list_that_is_not_there_stops_the_start():
    assert "there is no list 'colours'" in broken(
        record_columns=lambda rows: rows.assign(list=rows["list"].replace("areas", "colours"))
    )


def test_words_that_are_missing_or_used_nowhere_stop_the_start():
    assert "no row for lessons / state" in broken(
        record_states=lambda rows: rows[rows["kind"] != "lessons"]
    )
    assert "visits / state takes no word from here" in broken(
        record_columns=lambda rows: rows[(rows["kind"] != "visits") | (rows["column"] != "state")]
    )


def test_columns_of_no_kind_stop_the_start():
    assert "'dreams' is not in record_kinds.csv" in broken(
        record_columns=lambda rows: rows.assign(kind=rows["kind"].replace("lessons", "dreams"))
    )
