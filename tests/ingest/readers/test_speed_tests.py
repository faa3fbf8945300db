"""Measurements as Ookla and Giga hand them out."""

import pytest

from unpol_data.ingest.mapping import ColumnMap, MappingNeeded
from unpol_data.ingest.readers import speed_tests
from unpol_data.ingest.readers_known import reader_of

GIGA = """
school_name|timestamp|download_speed|upload_speed|latency
Malakal|2026-03-01T10:00:00Z|6.5|1.8|640
Malakal|2026-03-02T10:00:00Z|7.5|2.2|660
"""
OOKLA = """
quadkey|avg_d_kbps|avg_u_kbps|avg_lat_ms|tests
1223|12300|1800|640|5
"""


def test_giga_speeds_are_in_mbits_already(table, asked, told):
    raw = table(GIGA)
    assert speed_tests.recognises(raw)
    found = speed_tests.read(raw, asked())
    assert found.format == "Giga measurements"
    rows = found.tables["connectivity"]
    assert list(rows["downlink_mbps"]) == [6.5, 7.5]
    assert list(rows["site_code"]) == ["UNMISS-MALAKAL"] * 2
    assert told(found) == []


def test_a_unit_in_the_heading_goes_before_the_usual_one(table, asked, told):
    raw = table(GIGA.replace("6.5", "65000").replace("7.5", "75000"))
    notes = told(speed_tests.read(raw, asked()))
    assert [note.rule for note in notes] == ["unit_doubtful"]
    assert "the unit may be another one" in notes[0].words


def test_ookla_tiles_do_not_say_which_site_they_are_of(table, asked):
    raw = table(OOKLA)
    assert speed_tests.recognises(raw)
    with pytest.raises(MappingNeeded, match="does not say site_code and measured_on") as needed:
        speed_tests.read(raw, asked())
    assert needed.value.to_map["columns"]["avg_d_kbps"] == ["downlink_mbps", "kbit/s"]


def test_ookla_speeds_are_converted_once_the_site_is_told(table, asked, told):
    with pytest.raises(MappingNeeded) as needed:
        speed_tests.read(table(OOKLA), asked())
    said = needed.value.to_map
    mapping = ColumnMap(
        "measurements",
        {heading: tuple(one) for heading, one in said["columns"].items()},
        {"site_code": "UNMISS-MALAKAL", "measured_on": "2026-03-01"},
    )
    found = speed_tests.read(table(OOKLA), asked(mapping=mapping))
    (row,) = found.tables["connectivity"].to_dict("records")
    assert (row["downlink_mbps"], row["uplink_mbps"], row["latency_ms"]) == (12.3, 1.8, 640)
    words = [note.message for note in told(found)]
    assert "column avg_d_kbps: 12300 kbit/s read as 12.3 Mbit/s" in words


@pytest.mark.parametrize("day", ["date", "measured_on"])
@pytest.mark.parametrize("site", ["site_code", "site"])
def test_ookla_speeds_with_site_and_day_are_read_without_asking(table, asked, told, site, day):
    raw = table(
        f"{site}|{day}|avg_d_kbps|avg_u_kbps|avg_lat_ms|tests\n"
        "UNMISS-MALAKAL|2026-03-01|12300|1800|640|5"
    )
    found = reader_of(raw).read(raw, asked())
    assert found.format == "Ookla speed tests"
    (row,) = found.tables["connectivity"].to_dict("records")
    assert (row["site_code"], str(row["measured_on"])) == ("UNMISS-MALAKAL", "2026-03-01")
    assert (row["downlink_mbps"], row["uplink_mbps"], row["latency_ms"]) == (12.3, 1.8, 640)
    assert not [one for one in told(found) if one.severity == "error"]


def test_another_table_of_speeds_is_not_taken_for_one(table):
    assert not speed_tests.recognises(table("site|download\nMalakal|6.5"))
