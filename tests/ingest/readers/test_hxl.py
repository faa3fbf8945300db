"""Tables with HXL tags."""

import pytest

from unpol_data import reference
from unpol_data.ingest.mapping import ColumnMap, MappingNeeded, columns_of
from unpol_data.ingest.readers import hxl
from unpol_data.ingest.readers.hxl import plain_tag

LINKS = """
Link measurements of the week||||
Prepared by the signals section||||
Site|Day|Download (kbit/s)|Upload|Remarks
#loc +name|#date +measured|#indicator +download +kbps|#indicator+mbps+upload|#description
Malakal|2026-03-01|12,300|1.8|-
Juba|1 March 2026|80 418|2|fine
"""


def test_tags_below_banners_say_what_the_columns_hold(table, asked, told):
    raw = table(LINKS)
    assert hxl.recognises(raw)
    found = hxl.read(raw, asked())
    rows = found.tables["connectivity"]
    assert found.kind == "measurements"
    assert list(rows["site_code"]) == ["UNMISS-MALAKAL", "UNMISS-JUBA"]
    assert list(rows["downlink_mbps"]) == pytest.approx([12.3, 80.418])
    assert list(rows["note"]) == [None, "fine"]
    (note,) = told(found)
    assert note.message == "column Download (kbit/s): 12,300 read as 12.3 Mbit/s"


def test_a_wrong_cell_is_told_at_the_heading_and_row_of_the_file(table, asked, told):
    found = hxl.read(table(LINKS.replace("1.8", "quick")), asked())
    problem = told(found)[-1]
    assert (problem.row, problem.column, problem.found) == (5, "Upload", "quick")


def test_coordinates_of_places_are_read_with_decimal_commas(table, asked, told):
    found = hxl.read(
        table(
            "#loc+name|#geo +lat|#geo +lon|#loc+type|#capacity+unpol|#capacity+users\n"
            "Malakal|9,533|31,660|Team site|1 040|2,000"
        ),
        asked(mission="UNMISS"),
    )
    (row,) = found.tables["sites"].to_dict("records")
    assert (row["latitude"], row["longitude"]) == (9.533, 31.66)
    assert (row["unpol_served"], row["users"]) == (1040, 2000)
    assert (row["site_code"], row["site_kind"]) == ("UNMISS-MALAKAL", "team_site")
    assert told(found) == []


def test_the_more_exact_of_two_tags_for_one_column_is_read(table, asked):
    found = hxl.read(
        table(
            "#loc+name|#loc+code|#date|#indicator+latency+ms\nMalakal|UNMISS-JUBA|2026-03-01|640"
        ),
        asked(),
    )
    assert list(found.tables["connectivity"]["site_code"]) == ["UNMISS-JUBA"]
    assert [note.rule for note in found.notes] == ["columns_not_read"]


def test_a_table_without_tags_is_not_hxl(table):
    assert not hxl.recognises(table("Site|Day\nMalakal|2026-03-01"))
    assert not hxl.recognises(table("No|Name|Topic\n1|Juba|#1 in the list"))


def test_tags_in_a_workbook_are_found_too(workbook, asked):
    found = hxl.read(workbook({"About": "A note", "Data": LINKS}), asked())
    assert found.origins["connectivity"].rows[5] == ("Data", 5)


def test_tags_of_other_things_are_asked_about(table, asked):
    raw = table(
        "Country|Funded\n#country+code|#value+funding+total+usd\nSOM|1147579629",
    )
    assert hxl.recognises(raw)
    with pytest.raises(MappingNeeded) as needed:
        hxl.read(raw, asked())
    assert needed.value.to_map["headings"] == ["Country", "Funded"]


def test_a_mapping_goes_before_the_tags(table, asked):
    mapping = ColumnMap("measurements", {"Site": ("site_code", ""), "Day": ("measured_on", "")})
    found = hxl.read(table(LINKS), asked(mapping=mapping))
    assert list(found.tables["connectivity"].columns) == ["site_code", "measured_on"]
    assert len(found.tables["connectivity"]) == 2


def test_tags_count_without_blanks_capitals_and_order():
    assert plain_tag(" #Geo + Lat") == plain_tag("#geo+lat") == "#geo+lat"
    assert plain_tag("#indicator+mbps+download") == "#indicator+download+mbps"


def test_every_tag_of_the_table_is_of_a_column_there_is():
    for row in reference.table("hxl_tags").itertuples():
        assert row.column in columns_of(row.kind), row
        assert row.tag == plain_tag(row.tag)
