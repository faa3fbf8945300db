"""Tables with other headings than ours."""

from datetime import date

import pytest

from unpol_data.ingest.mapping import ColumnMap, MappingNeeded, headings_digest
from unpol_data.ingest.readers import foreign
from unpol_data.ingest.refusal import Refused

LIST = """
Inventory of radios||||
Post|Item|Authorised|On hand|Working
Malakal|Patrol motorcycle|1,200|12|11
Juba|vhf_handheld|20|16|11
"""
COLUMNS = {
    "Post": ("site_code", ""),
    "Item": ("equipment_code", ""),
    "Authorised": ("required", ""),
    "On hand": ("held", ""),
    "Working": ("serviceable", ""),
}
FIXED = {"side": "UN Police", "evidence_grade": "counted", "counted_on": "2026-03-01"}
MAPPING = ColumnMap("equipment", COLUMNS, FIXED)


def test_headings_nobody_knows_yet_are_asked_about_with_what_they_probably_hold(table, asked):
    assert foreign.recognises(table(LIST))
    with pytest.raises(MappingNeeded) as needed:
        foreign.read(table(LIST), asked())
    to_map = needed.value.to_map
    assert to_map["kind"] == "equipment"
    assert to_map["columns"]["On hand"] == ["held", ""]
    assert to_map["examples"]["Item"] == ["Patrol motorcycle", "vhf_handheld"]
    assert "Found: Post, Item, Authorised" in str(needed.value)
    assert "Needed: site_code, side, equipment_code" in str(needed.value)


def test_a_mapping_makes_rows_of_ours(table, asked, told):
    found = foreign.read(table(LIST), asked(mapping=MAPPING))
    first, second = found.tables["equipment"].to_dict("records")
    assert first["site_code"] == "UNMISS-MALAKAL"
    assert (first["equipment_code"], second["equipment_code"]) == (
        "patrol_motorcycle",
        "vhf_handheld",
    )
    assert first["required"] == 1200
    assert (first["side"], first["evidence_grade"]) == ("unpol", "inspected")
    assert told(found) == []
    assert found.headings == ("Post", "Item", "Authorised", "On hand", "Working")


def test_an_item_nobody_knows_is_told_with_the_nearest_of_the_catalogue(table, asked, told):
    raw = table(LIST.replace("vhf_handheld", "VHF/UHF handheld radio"))
    (problem,) = told(foreign.read(raw, asked(mapping=MAPPING)))
    assert (problem.row, problem.column) == (4, "Item")
    assert problem.expected == "VHF/UHF handheld radio, encrypted (vhf_handheld)"


def test_a_mapping_kept_for_the_same_headings_is_used_again(table, asked):
    digest = headings_digest(["ITEM", "post", "Working", "on  hand", "Authorised"])
    kept = ColumnMap("equipment", COLUMNS, FIXED, date(2026, 2, 1))
    found = foreign.read(table(LIST), asked(kept_mappings={(digest, "equipment"): kept}))
    (note,) = found.notes
    assert "as on 1 Feb 2026: mapping used again" in note.words


def test_two_mappings_for_the_same_headings_need_the_kind_to_choose(table, asked):
    digest = headings_digest(["Post", "Item", "Authorised", "On hand", "Working"])
    kept = {(digest, kind): ColumnMap(kind) for kind in ("equipment", "answers")}
    with pytest.raises(MappingNeeded):
        foreign.read(table(LIST), asked(kept_mappings=kept))
    assert foreign.read(table(LIST), asked(kept_mappings=kept, kind="answers")).kind == "answers"


def test_a_table_that_names_nothing_of_ours_says_so(table, asked):
    with pytest.raises(MappingNeeded, match="do not tell what kind of table"):
        foreign.read(table("Colour|Taste\nred|sweet"), asked())


def test_a_table_is_never_a_whole_assessment(table, asked):
    with pytest.raises(Refused, match="single table"):
        foreign.read(table(LIST), asked(kind="assessment"))


def test_a_file_without_a_table_is_not_one(table, workbook):
    assert not foreign.recognises(table("Only a heading"))
    assert not foreign.recognises(workbook({"Empty": ""}))
