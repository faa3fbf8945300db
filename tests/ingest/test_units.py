"""Units in headings."""

import pytest

from unpol_data.ingest import units


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Download (kbit/s)", "kbit/s"),
        ("avg_d_kbps", "kbit/s"),
        ("Down KBps", "kB/s"),
        ("Mbps down", "Mbit/s"),
        ("Upload [MB/s]", "MB/s"),
        ("DL (Mb/s)", "Mbit/s"),
        ("MBPS", "Mbit/s"),
        ("download speed", ""),
    ],
)
def test_a_heading_names_the_unit_of_its_column(heading, unit):
    assert units.unit_in_heading("downlink_mbps", heading) == unit


def test_capitals_tell_bytes_from_bits():
    assert units.unit("downlink_mbps", "KBps") == ("kB/s", 0.008)
    assert units.unit("downlink_mbps", "kbps") == ("kbit/s", 0.001)


def test_a_unit_of_another_quantity_is_none():
    assert units.unit("latency_ms", "kbps") is None
    assert units.unit("latency_ms", "s") == ("s", 1000)
    assert units.unit("note", "ms") is None
    assert units.known_units("note") == ()
